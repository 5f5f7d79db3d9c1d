#!/usr/bin/env bash
# Behaviour: Authlib 1.9.10 (Python) leaves the zeros out with which a coordinate of a key of a curve begins: of P-256 about one
#   public key in 128 becomes a JWK whose `x` or `y` has 42 letters in place of 43, and the `kid` that it computes is not
#   the key's thumbprint. PyJWT 2.15.1 refuses such a key ("Coords should be 32 bytes for curve P-256"); joserfc 1.8.0, which
#   succeeds Authlib's part for this, writes 43 letters, and reads 42 as Node 20 does.
# Wrong guess: that a key which is written by one library is read by the others if the first hundred were. RFC 7518 (6.2.1.2):
#   `x` has the full size of a coordinate of the curve; numbers of RSA alone are as short as may be.
# What it means: keys are made anew every some months, and one in 128 is refused by some of the services that read the set, all of
#   its tokens with it, while those that one tries are content; a `kid` by thumbprint names another key than the one that a
#   reader computes. Write keys with joserfc, or look at the length of `x` and `y` before a key is taken into use.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Authlib==1.9.10 joserfc==1.8.0 PyJWT==2.15.1 cryptography==50.0.2

cat >"$folder/look.py" <<'PY'
import json, subprocess, sys
from importlib.metadata import version

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from joserfc.jwk import ECKey

from authlib.jose import JsonWebKey

NODE = "require('crypto').createPublicKey({ key: JSON.parse(process.argv[1]), format: 'jwk' })"


def public(number):
    """The public key of the private key `number`: keys that are the same at each run."""
    key = ec.derive_private_key(number, ec.SECP256R1()).public_key()
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def by_pyjwt(key):
    try:
        jwt.PyJWK(key)
        return "read"
    except jwt.InvalidKeyError as refusal:
        return str(refusal)


changed = False
print(*(f"{name} {version(name)}" for name in ("Authlib", "joserfc", "PyJWT")), sep=", ")
for number, lengths in ((1, (43, 43)), (43, (43, 42))):
    key = dict(JsonWebKey.import_key(public(number), {"kty": "EC"}).as_dict())
    right = ECKey.import_key(public(number))
    node = subprocess.run(["node", "-e", NODE, json.dumps(key)], capture_output=True).returncode == 0
    seen = (len(key["x"]), len(key["y"]))
    same = key["kid"] == right.thumbprint()
    said = by_pyjwt(key)
    print(f"  key {number}: x {key['x']}\n         y {key['y']}")
    print(f"    Authlib writes x and y of {seen} letters, joserfc y of {len(right.as_dict()['y'])}; kid is the thumbprint: {same}")
    print(f"    PyJWT: {said}; Node reads it: {node}")
    changed |= seen != lengths or same != (number == 1) or (said == "read") != (number == 1) or not node
    changed |= len(right.as_dict()["y"]) != 43
short = sum(min(len(key["x"]), len(key["y"])) < 43 for key in (JsonWebKey.import_key(public(n), {"kty": "EC"}).as_dict() for n in range(1, 1500)))
print(f"  of 1499 keys {short} are short")
sys.exit("this is no longer so" if changed or short != 13 else 0)
PY
"$folder/venv/bin/python" "$folder/look.py"
