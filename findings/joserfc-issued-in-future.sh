#!/usr/bin/env bash
# Behaviour: joserfc 1.8.0 and Authlib 1.9.10 cut their own clock to whole seconds and compare it with the token's `iat` as it
#   is. A token with `iat: time.time()`, which is a number with a fraction, is "issued in the future" until the second is
#   over, on the same clock, and by the library that made it. PyJWT 2.15.1 and python-jose 3.5.0 take it.
# Wrong guess: that a token which is checked after it was made was not made later; that fractions are allowed (RFC 7519,
#   NumericDate: "non-integer values can be represented") makes no difference to a check without leeway.
# What it means: a service that calls another one with a fresh token is refused now and then, by the share of the second
#   that is left: it looks like clocks that differ, and a retry helps. Write int(time.time()), or give a leeway of 1.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check joserfc==1.8.0 Authlib==1.9.10 PyJWT==2.15.1 \
  python-jose==3.5.0

cat >"$folder/look.py" <<'PY'
import importlib.metadata, sys, time, warnings

import jwt as pyjwt
from joserfc import jwk, jwt as joserfc
from jose import jwt as python_jose

with warnings.catch_warnings(record=True):  # it says that joserfc follows it
    from authlib.jose import jwt as authlib

SECRET = "a secret of at least thirty-two letters"


def by_joserfc(leeway=0):
    def check(token):
        found = joserfc.decode(token, jwk.OctKey.import_key(SECRET))
        joserfc.JWTClaimsRegistry(leeway=leeway).validate(found.claims)

    return check


checks = {
    "joserfc": (by_joserfc(), False),
    "joserfc, leeway 1": (by_joserfc(1), True),
    "Authlib": (lambda token: authlib.decode(token, SECRET).validate(), False),
    "PyJWT": (lambda token: pyjwt.decode(token, SECRET, algorithms=["HS256"]), True),
    "python-jose": (lambda token: python_jose.decode(token, SECRET, algorithms=["HS256"]), True),
}
print(", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("joserfc", "Authlib", "PyJWT", "python-jose")))


def fresh(number):
    """A token of this moment, made early in a second, so that its check falls into the same one."""
    while not 0.1 < time.time() % 1 < 0.3:
        time.sleep(0.02)
    claims = {"sub": "ann", "iat": number(time.time())}
    return joserfc.encode({"alg": "HS256"}, claims, jwk.OctKey.import_key(SECRET))


changed = False
for kind, number in (("a whole number", int), ("a fraction", float)):
    print(f"iat is {kind}")
    for name, (check, expected) in checks.items():
        token = fresh(number)
        try:
            check(token)
            said = "good"
        except Exception as error:
            said = f"{type(error).__name__}: {error}"
        print(f"  {name.ljust(18)} {said}")
        changed |= (said == "good") != (expected or number is int)
sys.exit("this is no longer so" if changed else 0)
PY
"$folder/venv/bin/python" -W ignore "$folder/look.py"
