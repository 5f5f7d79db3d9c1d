#!/usr/bin/env bash
# Behaviour: passlib 1.7.4 writes salt and key of `$pbkdf2-sha256$...` in a base64 of its own, with `.` for `+` and without
#   padding. Node's Buffer.from(text, 'base64') leaves the dots out without a word: a shorter text, and
#   other bytes from the dot on. A hash without a dot, about one in three, is read rightly.
# Wrong guess: that a text which decodes to bytes was base64, and that a reader of hashes which passes its tests with a few
#   of them reads all: the form looks like the one of Django or of the PHC, and each hash is either good or hopeless.
# What it means: of people who are brought over with their passwords most can't sign in, some can, and nobody sees a
#   pattern. Put `+` for `.` before decoding (`-_` is what Node takes by itself), and refuse an import whose key has not
#   the length of its digest.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check passlib==1.7.4

cat >write.py <<'PY'
import hashlib, json

from passlib.hash import pbkdf2_sha256

# Salts that are the same in each run: digests of the numbers.
salts = [hashlib.sha256(bytes([number])).digest()[:16] for number in range(60)]
print(json.dumps([pbkdf2_sha256.using(rounds=1000, salt=salt).hash("secret") for salt in salts]))
PY
venv/bin/python -W ignore write.py >hashes.json

cat >look.mjs <<'JS'
import { pbkdf2Sync } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Whether the password is the right one, as a reader of such hashes would find out. */
const verify = (text, password) => {
  const [, , rounds, salt, key] = text.split('$');
  const expected = Buffer.from(key, 'base64');
  const found = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256');
  return { good: found.equals(expected), length: expected.length };
};
const hashes = JSON.parse(readFileSync('hashes.json', 'utf8'));
const count = (list, read) => list.filter((text) => verify(read(text), 'secret').good).length;
const dotted = hashes.filter((text) => text.includes('.'));
const plain = hashes.filter((text) => !text.includes('.'));
const asIs = (text) => text;
console.log(`node ${process.version}, passlib 1.7.4: ${hashes.length} hashes of one password, such as\n  ${dotted[0]}`);
console.log(`  without a dot: ${count(plain, asIs)} of ${plain.length} are good`);
console.log(`  with a dot:    ${count(dotted, asIs)} of ${dotted.length} are good`);
const short = dotted.find((text) => text.split('$')[4].includes('.'));
console.log(`  a key with a dot has ${verify(short, 'secret').length} bytes in place of 32`);
const mended = count(hashes, (text) => text.replaceAll('.', '+'));
console.log(`  with + for .:  ${mended} of ${hashes.length} are good`);
if (count(dotted, asIs) !== 0 || count(plain, asIs) !== plain.length || mended !== 60 || dotted.length !== 38) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
