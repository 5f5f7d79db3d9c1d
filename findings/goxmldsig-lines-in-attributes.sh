#!/usr/bin/env bash
# Behaviour: goxmldsig 1.6.1 (Go; gosaml2, crewjam/saml and dex check SAML with it) refuses a good signature if an attribute's value
#   goes over two lines or has a tab: what signxml 5.2.0 (Python) signs with a `xsi:schemaLocation` in two lines has "Signature
#   could not be verified" there. It keeps the line's end, and writes `&#xA;` where XML makes a blank of it. The same
#   document with the location in one line is good, and so is one whose `&#10;` is written out.
# Wrong guess: that XML is read as XML: a processor makes a blank of each line's end and tab in an attribute (XML 1.0, 3.3.3), and
#   Canonical XML (1.1) signs what it has then, as libxml2 does, on which signxml stands.
# What it means: metadata with a schemaLocation in lines, as people and editors write it, is "tampered with" for the service in Go
#   alone, while Python's tools call it good; one looks for keys and clocks. Issuers: sign with attributes in one line.
#   Readers: replace the line's ends inside tags by blanks before parsing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check signxml==5.2.0
cat >sign.py <<'PY'
import datetime
from importlib.metadata import version
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from lxml import etree
from signxml import XMLSigner, XMLVerifier

key = rsa.generate_private_key(65537, 2048)
name = x509.Name.from_rfc4514_string("CN=idp.example")
now = datetime.datetime.now(datetime.timezone.utc)
day = datetime.timedelta(days=1)
builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
certificate = builder.not_valid_before(now - day).not_valid_after(now + day).sign(key, hashes.SHA256())
pem = certificate.public_bytes(serialization.Encoding.PEM)
open("idp.pem", "wb").write(pem)
for label, blank in (("one line", " "), ("two lines", "\n  "), ("a tab", "\t"), ("&#10; written out", "&#10;")):
    text = (
        '<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_1" entityID="https://idp.example"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
        f' xsi:schemaLocation="urn:oasis:names:tc:SAML:2.0:metadata{blank}saml-schema-metadata-2.0.xsd"/>'
    )
    exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#"
    signed = XMLSigner(c14n_algorithm=exclusive).sign(etree.fromstring(text), key=key, cert=[certificate], reference_uri="_1")
    # lxml writes the value as it has read it: the line's end is put back, where a person would have had it.
    out = etree.tostring(signed).decode()
    if "&#10;" not in text:
        out = out.replace("metadata saml", f"metadata{blank}saml").replace("metadata   saml", f"metadata{blank}saml")
    assert f"metadata{blank}saml" in out
    XMLVerifier().verify(out.encode(), x509_cert=certificate)
    open(f"{label}.xml", "w").write(out)
print("signxml", version("signxml"), "signs, and finds all of them good")
PY
venv/bin/python sign.py
cat >main.go <<'GO'
package main

import (
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"os"
	"runtime/debug"

	"github.com/beevik/etree"
	dsig "github.com/russellhaering/goxmldsig"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/russellhaering/goxmldsig" {
			fmt.Println(module.Path, module.Version)
		}
	}
	block, _ := pem.Decode(must(os.ReadFile("idp.pem")))
	roots := []*x509.Certificate{must(x509.ParseCertificate(block.Bytes))}
	changed := false
	for _, one := range []struct {
		label string
		good  bool
	}{{"one line", true}, {"two lines", false}, {"a tab", false}, {"&#10; written out", true}} {
		document := etree.NewDocument()
		if err := document.ReadFromFile(one.label + ".xml"); err != nil {
			panic(err)
		}
		context := dsig.NewDefaultValidationContext(&dsig.MemoryX509CertificateStore{Roots: roots})
		_, err := context.Validate(document.Root())
		fmt.Printf("  %s: %v\n", one.label, map[bool]any{true: "good", false: err}[err == nil])
		changed = changed || (err == nil) != one.good
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/russellhaering/goxmldsig@v1.6.1 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
