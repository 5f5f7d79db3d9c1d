#!/usr/bin/env bash
# Behaviour: node-forge 1.4.3 puts the bytes of `serialNumber` into a certificate as they are: where they begin with 80 or more,
#   the number is negative. Go refuses to read such a certificate ("x509: negative serial number"; with 1.26); Node 20 and
#   Java 17 read it, with the negative number, and forge shows the text that was given.
# Wrong guess: that a library which makes certificates writes the number that it is given: hexadecimal digits have no sign, and
#   RFC 5280 (4.1.2.2) has positive ones alone.
# What it means: with `serialNumber = randomBytes(16).toString('hex')` every second certificate is one that a service in Go
#   refuses, and all that one tries in Node are good. A test with `'01'`, as in forge's
#   samples, shows nothing. Put `00` before the digits, or clear the first bit. Known upstream (digitalbazaar/forge, issue
#   349, of 2016), open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund node-forge@1.4.3 >/dev/null

# Makes a certificate for each serial number, and prints the number as forge and Node read it.
cat >make.cjs <<'JS'
const { X509Certificate } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const { md, pki } = require('node-forge');

const { publicKey, privateKey } = pki.rsa.generateKeyPair(2048);
const name = [{ name: 'commonName', value: 'org.example' }];
console.log(`node-forge ${require('node-forge/package.json').version}`);
for (const serial of process.argv.slice(2)) {
  const certificate = pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = serial;
  certificate.validity.notBefore = new Date();
  certificate.validity.notAfter = new Date(Date.now() + 3_600_000);
  certificate.setSubject(name);
  certificate.setIssuer(name);
  certificate.sign(privateKey, md.sha256.create());
  const pem = pki.certificateToPem(certificate);
  writeFileSync(`${serial}.pem`, pem);
  console.log(`forge ${serial}: ${pki.certificateFromPem(pem).serialNumber}`);
  console.log(`node ${serial}: ${new X509Certificate(pem).serialNumber}`);
}
JS
cat >main.go <<'GO'
package main

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
	"runtime"
)

func main() {
	fmt.Println(runtime.Version())
	for _, serial := range os.Args[1:] {
		text, err := os.ReadFile(serial + ".pem")
		if err != nil {
			panic(err)
		}
		block, _ := pem.Decode(text)
		said := ""
		if certificate, err := x509.ParseCertificate(block.Bytes); err != nil {
			said = err.Error()
		} else {
			said = fmt.Sprintf("%X", certificate.SerialNumber)
		}
		fmt.Printf("go %s: %s\n", serial, said)
	}
}
GO
cat >Look.java <<'JAVA'
import java.io.FileInputStream;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

public class Look {
    public static void main(String[] serials) throws Exception {
        for (var serial : serials) {
            try (var file = new FileInputStream(serial + ".pem")) {
                var certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(file);
                System.out.println("java " + serial + ": " + certificate.getSerialNumber().toString(16).toUpperCase());
            }
        }
    }
}
JAVA
go mod init look >/dev/null 2>&1
serials=(7f01 ff01 00ff01)
{
  node make.cjs "${serials[@]}"
  go run . "${serials[@]}"
  java Look.java "${serials[@]}"
} | tee said
grep -E '^(forge|node|go|java) .*:' said >seen
cat >expected <<'TEXT'
forge 7f01: 7f01
node 7f01: 7F01
forge ff01: ff01
node ff01: -FF
forge 00ff01: 00ff01
node 00ff01: FF01
go 7f01: 7F01
go ff01: x509: negative serial number
go 00ff01: FF01
java 7f01: 7F01
java ff01: -FF
java 00ff01: FF01
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
