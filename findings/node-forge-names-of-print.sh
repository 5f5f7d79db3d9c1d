#!/usr/bin/env bash
# Behaviour: node-forge 1.4.3 writes each part of a name as a PrintableString, whatever letters it has: with `_`, `@` or `#` in
#   it Go 1.26 does not read the certificate ("invalid PrintableString"), and with `*` or `&`, either, cryptography 50.0.2
#   (Python) does not. Node, by OpenSSL, reads all of them, and so does forge. An `emailAddress`, which always has an `@`,
#   is written so, too.
# Wrong guess: that a library which makes certificates picks a type that the letters fit in (RFC 5280, 4.1.2.4, has UTF8String
#   for such letters, and IA5String for `emailAddress`), and that what OpenSSL shows is a certificate.
# What it means: `*.example.com`, `ann@example.com`, `svc_account` and "R&D" are names that people give to certificates of
#   tests and of services, and those fail in the one consumer that was not tried. Give `valueTagClass: asn1.Type.UTF8` with
#   each attribute but `countryName` (IA5 for `emailAddress`). Known upstream (digitalbazaar/forge, issue 778, of 2020), open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-forge@1.4.3 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cryptography==50.0.2

cat >make.cjs <<'JS'
const { X509Certificate } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const { asn1, md, pki } = require('node-forge');

const { publicKey, privateKey } = pki.rsa.generateKeyPair(2048);
const names = ['www.example.com', '*.example.com', 'svc_account', 'ann@example.com', 'R&D'];
const parts = names.map((value) => [{ name: 'commonName', value }]);
parts.push([{ name: 'commonName', value: '*.example.com', valueTagClass: asn1.Type.UTF8 }]);
parts.push([{ name: 'emailAddress', value: 'ann@example.com' }]);
parts.push([{ name: 'emailAddress', value: 'ann@example.com', valueTagClass: asn1.Type.IA5STRING }]);
for (const [number, name] of parts.entries()) {
  const certificate = pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = `0${number + 1}`;
  certificate.validity.notBefore = new Date();
  certificate.validity.notAfter = new Date(Date.now() + 3_600_000);
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(privateKey, md.sha256.create());
  const pem = pki.certificateToPem(certificate);
  writeFileSync(`${number}.pem`, pem);
  const told = [' as UTF8', '', ' as IA5'][number - 5] ?? '';
  console.log(`${name[0].name} ${name[0].value}${told}\t${new X509Certificate(pem).subject}`);
}
JS
cat >main.go <<'GO'
package main

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
)

func main() {
	for _, name := range os.Args[1:] {
		text, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		block, _ := pem.Decode(text)
		if _, err := x509.ParseCertificate(block.Bytes); err != nil {
			fmt.Println(err)
		} else {
			fmt.Println("good")
		}
	}
}
GO
cat >read.py <<'PY'
import sys

from cryptography import x509

for name in sys.argv[1:]:
    with open(name, "rb") as file:
        text = file.read()
    try:
        x509.load_pem_x509_certificate(text)
        print("good")
    except ValueError as error:
        print("ValueError, PrintableString" if "PrintableString" in str(error) else error)
PY
go mod init look >/dev/null 2>&1
node -p '`node-forge ${require("node-forge/package.json").version}, Node ${process.version}`'
go version
venv/bin/python -c 'import cryptography; print("cryptography", cryptography.__version__)'
node make.cjs >made
go run . {0..7}.pem >go
venv/bin/python -W ignore read.py {0..7}.pem >python
refused="x509: invalid RDNSequence: invalid attribute value: invalid PrintableString"
thrown="ValueError, PrintableString"
paste made go python | while IFS=$'\t' read -r name byNode byGo byPython; do
  echo "  $name"
  echo "    Node $byNode; Go: $byGo; Python: $byPython"
done
printf '%s\n' good good "$refused" "$refused" good good "$refused" good | diff - go >/dev/null &&
  printf '%s\n' good "$thrown"{,,,} good "$thrown" good | diff - python >/dev/null || {
  echo "this is no longer so" >&2
  exit 1
}
