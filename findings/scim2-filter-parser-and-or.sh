#!/usr/bin/env bash
# Behaviour: scim2-filter-parser 0.7.0 (Python; django-scim2 0.23.0 stands on it) reads `and` and `or` from left to right: the
#   SQL for `a or b and c` is `(a OR b) AND c`. The text of `co`, `sw` and `ew` it hands to LIKE as it is: `_` stands for any
#   letter, and `%` for any text. Neither is reported.
# Wrong guess: that the words mean what they do in SQL, and in RFC 7644 (3.4.2.2: `and` takes precedence over `or`), which the
#   parser cites above its table; and that a reader which binds values as parameters has taken care of all in them.
# What it means: a provisioning service asks for one more group of people and gets fewer; `userName sw "a_"` finds abe, and a
#   client that takes the first hit for its person changes somebody else. Hand in filters with brackets around each `and`,
#   and put `ESCAPE` and the escapes into the SQL by overriding the transpiler.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check scim2-filter-parser==0.7.0

cat >"$folder/look.py" <<'PY'
import importlib.metadata
import sqlite3
import sys

from scim2_filter_parser.queries import SQLQuery

people = sqlite3.connect(":memory:")
people.execute("CREATE TABLE people (name TEXT, title TEXT)")
people.executemany("INSERT INTO people VALUES (?, ?)", [("ann", "Clerk"), ("abe", "Clerk"), ("bob", "Boss"), ("a_x", "Boss")])
columns = {("userName", None, None): "people.name", ("title", None, None): "people.title"}
# A filter, whom it finds, and whom RFC 7644 has it find.
cases = [
    ('userName eq "bob" or userName eq "ann" and title eq "Clerk"', "ann", "ann bob"),
    ('userName eq "bob" or (userName eq "ann" and title eq "Clerk")', "ann bob", "ann bob"),
    ('userName sw "a_"', "a_x abe ann", "a_x"),
    ('title co "%"', "a_x abe ann bob", ""),
]
print("scim2-filter-parser", importlib.metadata.version("scim2-filter-parser"))
changed = False
for text, expected, right in cases:
    query = SQLQuery(text, "people", columns)
    found = " ".join(sorted(row[0] for row in people.execute(query.sql.replace("%s", "?"), query.params)))
    print(f"  {text}\n    WHERE {query.where_sql} {query.params}\n    finds {found}; by the standard: {right or 'nobody'}")
    changed |= found != expected
if changed:
    print("this is no longer so", file=sys.stderr)
    sys.exit(1)
PY
"$folder/venv/bin/python" "$folder/look.py"
