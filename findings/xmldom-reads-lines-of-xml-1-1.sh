#!/usr/bin/env bash
# Behaviour: @xmldom/xmldom (0.9.12, and the 0.8 that xml-crypto 6.3.2 brings; Node's SAML packages read messages with it) makes a
#   line's end of U+2028 and U+0085 in a text, as XML 1.1 has it, in documents of XML 1.0, too. What signxml 5.2.0 (Python) signs
#   with such a letter in it xml-crypto calls tampered with; what it signs itself is a document in which the letter is another,
#   and good to both. libxml2 keeps the letter. Written as `&#x2028;` it stays, and the signature is good.
# Wrong guess: that a document which says `version="1.0"`, or nothing, is read by the rules of 1.0 (2.11: a line's end is a
#   carriage return, alone or with a line feed), and that a letter of a name or a text is never another for the reader.
# What it means: U+2028 comes with text that is pasted from word processors and chats: one person, whose title or address has it,
#   cannot sign in, with an error about the digest, and everybody else can; unsigned texts come out changed. Issuers: write
#   these two letters as references, or take them out of attributes before they are signed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund xml-crypto@6.3.2 @xmldom/xmldom@0.9.12 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check signxml==5.2.0
cat >sign.py <<'PY'
import datetime, json
from importlib.metadata import version
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from signxml import XMLSigner, XMLVerifier

key = rsa.generate_private_key(65537, 2048)
name = x509.Name.from_rfc4514_string("CN=shop.example")
now = datetime.datetime.now(datetime.timezone.utc)
day = datetime.timedelta(days=1)
builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
certificate = builder.not_valid_before(now - day).not_valid_after(now + day).sign(key, hashes.SHA256())
pem = serialization.Encoding.PEM
open("cert.pem", "wb").write(certificate.public_bytes(pem))
private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
open("key.pem", "wb").write(private)
titles = {
    "a blank": "head of sales",
    "U+2028": "head\u2028of sales",
    "U+0085": "head\u0085of sales",
    "U+2028 by reference": "head&#x2028;of sales",
}
documents = {
    label: f'<Person xmlns="urn:people" Id="_1"><title>{title}</title></Person>' for label, title in titles.items()
}
signed = {}
for label, text in documents.items():
    signer = XMLSigner(c14n_algorithm="http://www.w3.org/2001/10/xml-exc-c14n#")
    root = signer.sign(etree.fromstring(text), key=key, cert=[certificate], reference_uri="_1", id_attribute="Id")
    # lxml writes the letter itself, where a reference was read.
    out = etree.tostring(root, encoding="unicode")
    if "&#x2028;" in text:
        out = out.replace("\u2028", "&#x2028;")
    XMLVerifier().verify(out.encode(), x509_cert=certificate, id_attribute="Id")
    signed[label] = {"text": text, "signed": out}
json.dump(signed, open("signed.json", "w"))
print("signxml", version("signxml"))
PY
venv/bin/python sign.py
cat >look.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`xml-crypto ${version('xml-crypto')} with xmldom ${version('xml-crypto/node_modules/@xmldom/xmldom')}`);
console.log(`@xmldom/xmldom ${version('@xmldom/xmldom')}`);
const all = JSON.parse(readFileSync('signed.json', 'utf8'));
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const namespace = 'http://www.w3.org/2000/09/xmldsig#';
const certificate = readFileSync('cert.pem', 'utf8');

/** Whether xml-crypto takes the signature of a document. */
function isGood(text) {
  const signature = new DOMParser().parseFromString(text, 'text/xml').getElementsByTagNameNS(namespace, 'Signature')[0];
  const checker = new SignedXml({ publicCert: certificate });
  checker.loadSignature(signature.toString());
  try {
    return checker.checkSignature(text);
  } catch {
    return false;
  }
}
/** A document as xml-crypto signs it, by the exclusive form. */
function sign(text) {
  const signer = new SignedXml({ privateKey: readFileSync('key.pem', 'utf8'), publicCert: certificate });
  signer.signatureAlgorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
  signer.canonicalizationAlgorithm = exclusive;
  signer.addReference({
    xpath: "/*[local-name()='Person']", uri: '#_1', digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', exclusive],
  });
  signer.computeSignature(text);
  return signer.getSignedXml();
}
const seen = {};
for (const [label, { text, signed }] of Object.entries(all)) {
  const title = new DOMParser().parseFromString(text, 'text/xml').documentElement.textContent;
  seen[label] = { toNode: isGood(signed), own: sign(text), title };
}
writeFileSync('seen.json', JSON.stringify(seen));
JS
node look.mjs
cat >check.py <<'PY'
import json, sys
from lxml import etree
from cryptography import x509
from signxml import XMLVerifier
from signxml.exceptions import InvalidSignature

certificate = x509.load_pem_x509_certificate(open("cert.pem", "rb").read())

def is_good(text):
    try:
        XMLVerifier().verify(text.encode(), x509_cert=certificate, id_attribute="Id")
        return True
    except InvalidSignature:
        return False

word = {True: "good", False: "refused"}
changed = False
for label, one in json.load(open("seen.json")).items():
    letter = label in ("U+2028", "U+0085")
    own = etree.fromstring(one["own"].encode()).findtext("{urn:people}title")
    print(f"  {label}: signxml's by xml-crypto: {word[one['toNode']]}; xmldom reads {ascii(one['title'])}")
    print(f"    xml-crypto's own by signxml: {word[is_good(one['own'])]}, with {ascii(own)}")
    changed |= one["toNode"] == letter or not is_good(one["own"])
    changed |= ("\n" in one["title"]) != letter or ("\n" in own) != letter
if changed:
    print("this is no longer so", file=sys.stderr)
    sys.exit(1)
PY
venv/bin/python check.py
