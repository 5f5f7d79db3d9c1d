#!/usr/bin/env bash
# Behaviour: otplib 13.5.0 (Node) and pyotp 2.12.1 (Python) refuse a one-time code's secret of 16 letters in base32, which is
#   what Okta hands out (`sharedSecret`): 80 bits are too few for them, for checking a code as for making one. otplib 12.0.1
#   and pyotp 2.11.2 give the right code, as otpauth 9.5.2 does.
# Wrong guess: that a library of RFC 6238 computes codes for the secrets that are out there, and that a minor release (pyotp,
#   2.11 to 2.12) takes what the one before took. RFC 4226 asks for 128 bits of whoever makes a secret.
# What it means: all who enrolled with such a secret are locked out by an update of a dependency, those who enrol anew with a
#   longer one are not, and tests with `generateSecret()` of the library itself are green. Pin the version, or set the limit
#   that fits what the issuer gives: `createGuardrails({ MIN_SECRET_BYTES: 10 })`; in Python a subclass with
#   `min_secret_length_bits = 80`.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund otplib@13.5.0 otplib12@npm:otplib@12.0.1 otpauth@9.5.2 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import * as thirteen from 'otplib';
import twelve from 'otplib12';

const secret = 'JBSWY3DPEHPK3PXP';
const guardrails = thirteen.createGuardrails({ MIN_SECRET_BYTES: 10 });
const ways = {
  'otpauth': () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: 59_000 }),
  'otplib12': () => twelve.authenticator.clone({ epoch: 59_000 }).generate(secret),
  'otplib': () => thirteen.generateSync({ secret, epoch: 59 }),
  'otplib, limit set': () => thirteen.generateSync({ secret, epoch: 59, guardrails }),
};
for (const [name, way] of Object.entries(ways)) {
  const { version } = JSON.parse(readFileSync(`node_modules/${name.split(',')[0]}/package.json`, 'utf8'));
  let said;
  try {
    said = way();
  } catch (error) {
    said = error.message;
  }
  console.log(`${name} ${version}: ${said}`);
}
JS
cat >look.py <<'PY'
import importlib.metadata

import pyotp


class Short(pyotp.TOTP):
    min_secret_length_bits = 80


for name, kind in (("pyotp", pyotp.TOTP), ("pyotp, limit set", Short)):
    try:
        said = kind("JBSWY3DPEHPK3PXP").at(59)
    except ValueError as error:
        said = error
    print(f"{name} {importlib.metadata.version('pyotp')}: {said}")
PY
{
  node look.mjs
  for version in 2.11.2 2.12.1; do
    venv/bin/pip install --quiet --disable-pip-version-check "pyotp==$version"
    venv/bin/python look.py
  done
} | tee seen
cat >expected <<'TEXT'
otpauth 9.5.2: 996554
otplib12 12.0.1: 996554
otplib 13.5.0: Secret must be at least 16 bytes (128 bits), got 10 bytes
otplib, limit set 13.5.0: 996554
pyotp 2.11.2: 996554
pyotp, limit set 2.11.2: 996554
pyotp 2.12.1: Secrets must be at least 112 bits after decoding
pyotp, limit set 2.12.1: 996554
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
