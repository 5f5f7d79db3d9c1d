#!/usr/bin/env bash
# Behaviour: @peculiar/x509 2.2.0 reads a name such as `CN=Web,O=Acme,C=NO` from front to back, and writes names so. Its class
#   names RFC 2253, by which the text starts with the last part of the name: Java, OpenSSL and Python's cryptography make
#   of the text the name C, O, CN, this package CN, O, C. Of the escape `\C4\8D` it drops the backslash: `Lu\C4\8Di\C4\87`
#   becomes LuC48DiC487, and `UID=`, which is in the standard's short table, is an error.
# Wrong guess: that the text of a name is the same name to all who cite one RFC; that what `openssl x509 -nameopt RFC2253`
#   or `cert.issuer.rfc4514_string()` prints can be handed over.
# What it means: a certificate whose issuer is given as such a text is no child of that CA: chains do not build, though both
#   names print alike in each tool. Give names as JSON, in the order of the certificate, or copy the DER.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @peculiar/x509@2.2.0 reflect-metadata@0.2.2 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cryptography==50.0.2

# The texts, each with its DER and its letters as cryptography reads them. The second stands so in RFC 4514, section 4.
cat >names.py <<'PY'
import json, cryptography
from cryptography import x509

texts = ["CN=Web,O=Acme,C=NO", r"CN=Lu\C4\8Di\C4\87"]
names = [x509.Name.from_rfc4514_string(text) for text in texts]
print(json.dumps({
    "version": cryptography.__version__,
    "names": [[text, name.public_bytes().hex(), [part.value for part in name]] for text, name in zip(texts, names)],
}))
PY
venv/bin/python names.py >names.json

cat >look.mjs <<'JS'
import 'reflect-metadata';
import { webcrypto, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Name, X509CertificateGenerator, cryptoProvider } from '@peculiar/x509';

cryptoProvider.set(webcrypto);
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const { version, names } = json('names.json');
console.log(`@peculiar/x509 ${json('node_modules/@peculiar/x509/package.json').version}, cryptography ${version}`);

// The values in the order of the DER.
const values = (name) => name.toJSON().flatMap((part) => Object.values(part).flat());
const expected = [['Web', 'Acme', 'NO'], ['LuC48DiC487']];
let changed = false;
names.forEach(([text, der, meant], at) => {
  const name = new Name(text);
  const same = Buffer.from(name.toArrayBuffer()).toString('hex') === der;
  console.log(`${text}\n  cryptography: ${meant.join(', ')}\n  x509: ${values(name).join(', ')}`);
  changed ||= same || values(name).join() !== expected[at].join();
});
try {
  new Name('UID=ann');
  changed = true;
} catch (error) {
  console.log(`UID=ann\n  x509: ${error.message}`);
}

/** Whether a certificate whose issuer is `issuer` is one of the CA's, by OpenSSL's check of names. */
async function isChild(issuer) {
  const keys = await webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const common = { notBefore: new Date(Date.now() - 1e6), notAfter: new Date(Date.now() + 1e6), keys };
  const signed = { ...common, signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' }, serialNumber: '01' };
  const ca = await X509CertificateGenerator.createSelfSigned({ ...signed, name: [{ C: ['NO'] }, { O: ['Acme'] }] });
  const child = await X509CertificateGenerator.create({
    ...signed, subject: 'CN=child', issuer, publicKey: keys.publicKey, signingKey: keys.privateKey,
  });
  return new X509Certificate(child.toString('pem')).checkIssued(new X509Certificate(ca.toString('pem')));
}
const children = [await isChild('O=Acme,C=NO'), await isChild('C=NO,O=Acme'), await isChild([{ C: ['NO'] }, { O: ['Acme'] }])];
console.log(`a child of C, O by the issuer O=Acme,C=NO: ${children[0]}, C=NO,O=Acme: ${children[1]}, JSON: ${children[2]}`);
changed ||= children.join() !== 'false,true,true';
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
