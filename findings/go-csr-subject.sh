#!/usr/bin/env bash
# Behaviour: Go's x509.CreateCertificate, given the subject of a request as `Subject: request.Subject`, writes another one:
#   attributes outside pkix.Name's own fields (e-mail address, user id, given name) are gone, the order is Go's, and two
#   `OU` that stood one below the other become one part with two values. Printed with String(), the request's subject has
#   all of them, as they are in its `Names`, which writing ignores.
# Wrong guess: that a name which was read can be written, since one type serves for both; that a CA of ten lines, as all
#   samples have it, certifies what was asked for.
# What it means: whoever looks for the certificate of his request by its subject, or by a mail address in it, finds none;
#   the signature is good, and only the bytes of the two names tell. Set `RawSubject: request.RawSubject`, which
#   CreateCertificate takes as it is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"fmt"
	"math/big"
	"os"
	"runtime"
	"time"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func part(oid asn1.ObjectIdentifier, value string) pkix.RelativeDistinguishedNameSET {
	return pkix.RelativeDistinguishedNameSET{{Type: oid, Value: value}}
}

func main() {
	email := asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 1}
	unit := asn1.ObjectIdentifier{2, 5, 4, 11}
	subject := must(asn1.Marshal(pkix.RDNSequence{
		part(asn1.ObjectIdentifier{2, 5, 4, 10}, "Acme"),
		part(unit, "Europe"),
		part(unit, "Sales"),
		part(asn1.ObjectIdentifier{2, 5, 4, 42}, "Ann"),
		part(asn1.ObjectIdentifier{2, 5, 4, 3}, "ann"),
		part(email, "ann@example.com"),
	}))
	key := must(ecdsa.GenerateKey(elliptic.P256(), rand.Reader))
	der := must(x509.CreateCertificateRequest(rand.Reader, &x509.CertificateRequest{RawSubject: subject}, key))
	request := must(x509.ParseCertificateRequest(der))

	certify := func(template x509.Certificate) (string, bool) {
		template.SerialNumber = big.NewInt(1)
		template.NotBefore, template.NotAfter = time.Now(), time.Now().Add(time.Hour)
		ca := &x509.Certificate{Subject: pkix.Name{CommonName: "CA"}}
		made := must(x509.ParseCertificate(must(x509.CreateCertificate(rand.Reader, &template, ca, request.PublicKey, key))))
		return made.Subject.String(), bytes.Equal(made.RawSubject, request.RawSubject)
	}
	asked := request.Subject.String()
	copied, copiedSame := certify(x509.Certificate{Subject: request.Subject})
	raw, rawSame := certify(x509.Certificate{RawSubject: request.RawSubject})
	fmt.Println(runtime.Version())
	fmt.Println("  asked for      ", asked)
	fmt.Println("  by Subject     ", copied, "same bytes:", copiedSame)
	fmt.Println("  by RawSubject  ", raw, "same bytes:", rawSame)
	if copied != "CN=ann,OU=Sales+OU=Europe,O=Acme" || copiedSame || raw != asked || !rawSame {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go run main.go
