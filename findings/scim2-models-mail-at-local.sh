#!/usr/bin/env bash
# Behaviour: scim2-models 0.12.3 (Python; scim2-client stands on it) takes no person whose mail ends in `.local`, `.test`,
#   `.invalid` or `localhost`, nor one whose mail is quoted before the `@`, from whoever the answer comes: of a list of 100
#   with one of them nothing is read. Of the others it writes the host in small letters: what was `Ann@Example.COM` is
#   compared, and sent back, as `Ann@example.com`.
# Wrong guess: that a model checks what it is to send, and reads what a server has; that `value` of a mail is a string, as its
#   schema says (RFC 7643, 8.7.1), which "SHOULD be specified according to RFC 5321", and that one bad entry spoils one person.
# What it means: `.local` is the domain of many an Active Directory, and `.test` what one takes for tests (RFC 6761): a sync
#   that ran for years ends on the day on which one such person comes, for everybody, with an error of a thousand words about
#   pydantic. Give `model_validate` the resources one at a time, or read such lists as JSON.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check scim2-models==0.12.3

cat >"$folder/look.py" <<'PY'
import importlib.metadata
import sys

from pydantic import ValidationError
from scim2_models import ListResponse, User

USER = "urn:ietf:params:scim:schemas:core:2.0:User"
LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse"


def user(number, mail):
    return {"schemas": [USER], "id": str(number), "userName": f"user{number}", "emails": [{"value": mail}]}


def read(mails):
    people = [user(number, mail) for number, mail in enumerate(mails)]
    try:
        found = ListResponse[User].model_validate(
            {"schemas": [LIST], "totalResults": len(people), "startIndex": 1, "itemsPerPage": len(people), "Resources": people}
        )
        return " ".join(person.emails[0].value for person in found.resources)
    except ValidationError as error:
        return f"refused, at {'.'.join(map(str, error.errors()[0]['loc']))}"


cases = [
    (["ann@example.com", "bob@example.com"], "ann@example.com bob@example.com"),
    (["ann@example.com", "bob@corp.local"], "refused, at Resources.1.emails.0.value"),
    (["ann@example.com", "bob@corp.test"], "refused, at Resources.1.emails.0.value"),
    (["ann@example.com", "root@localhost"], "refused, at Resources.1.emails.0.value"),
    (["ann@example.com", '"bob lee"@example.com'], "refused, at Resources.1.emails.0.value"),
    (["Ann@Example.COM"], "Ann@example.com"),
]
print("scim2-models", importlib.metadata.version("scim2-models"))
changed = False
for mails, expected in cases:
    seen = read(mails)
    print(f"  {', '.join(mails):42} {seen}")
    changed |= seen != expected
sys.exit("this is no longer so" if changed else 0)
PY
"$folder/venv/bin/python" "$folder/look.py"
