#!/usr/bin/env bash
# Behaviour: passlib 1.7.4 (Python) with bcrypt 5.0.0 refuses each password, of six letters, too, hashing and checking alike:
#   "password cannot be longer than 72 bytes". On its first use passlib tries bcrypt with a password of more than 72 bytes of
#   its own, to see whether it has an old fault; bcrypt 5 raises where bcrypt 4 cut.
# Wrong guess: that the message speaks of the password that was given. `passlib[bcrypt]` asks for bcrypt without an upper bound,
#   so that a new install has the two together.
# What it means: a server that was built yesterday can't sign anybody in, a service that brings people over with their bcrypt
#   hashes takes none for right, and one looks for what makes the passwords long. Pin bcrypt==4.3.0 (which prints a warning
#   about a missing `__about__`, and works), or call bcrypt by itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
pip() { "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "$@"; }

cat >"$folder/look.py" <<'PY'
import importlib.metadata
import logging
import sys

import bcrypt as plain
from passlib.hash import bcrypt

logging.disable()  # a warning about bcrypt's version, which changes nothing
stored = plain.hashpw(b"secret", plain.gensalt(4)).decode()


def said(do):
    try:
        return do()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print("passlib", importlib.metadata.version("passlib"), "bcrypt", importlib.metadata.version("bcrypt"))
seen = [
    said(lambda: len(bcrypt.using(rounds=4).hash("secret"))),
    said(lambda: bcrypt.verify("secret", stored)),
    plain.checkpw(b"secret", stored.encode()),
]
for name, one in zip(["hash('secret')", "verify('secret', its hash)", "bcrypt.checkpw by itself"], seen):
    print(f"  {name:28} {one}")
right = seen == [60, True, True]
refused = all("72 bytes" in str(one) for one in seen[:2]) and seen[2] is True
if not (right if sys.argv[1] == "good" else refused):
    print("this is no longer so", file=sys.stderr)
    sys.exit(1)
PY
pip 'passlib[bcrypt]==1.7.4' bcrypt==5.0.0
"$folder/venv/bin/python" "$folder/look.py" refused
pip bcrypt==4.3.0
"$folder/venv/bin/python" "$folder/look.py" good
