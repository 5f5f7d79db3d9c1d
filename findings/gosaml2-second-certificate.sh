#!/usr/bin/env bash
# Behaviour: gosaml2 0.12.0 (by goxmldsig 1.6.1) takes a signature without KeyInfo where it is given one certificate of the
#   identity provider, and refuses the same message with "Missing x509 Element" where it is given two, whichever comes
#   first. It tries neither. With the certificate in the message it is good in both cases.
# Wrong guess: that several certificates are several chances, which is what a store of them and the two KeyDescriptors of a
#   provider's metadata are for; that to trust one more key cannot break what was signed with the old one.
# What it means: on the day on which the provider's next certificate is added, in good time before it signs anything, nobody
#   can sign in any more, and the error speaks of a missing element in messages that are as they were the day before.
#   KeyInfo is optional (XML Signature, 4.5). Try a store for each certificate, one after the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/base64"
	"fmt"
	"math/big"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"github.com/beevik/etree"
	saml2 "github.com/russellhaering/gosaml2"
	dsig "github.com/russellhaering/goxmldsig"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

type pair struct {
	key *rsa.PrivateKey
	der []byte
}

func (p pair) GetKeyPair() (*rsa.PrivateKey, []byte, error) { return p.key, p.der, nil }

func newPair(serial int64) (pair, *x509.Certificate) {
	key := must(rsa.GenerateKey(rand.Reader, 2048))
	template := &x509.Certificate{SerialNumber: big.NewInt(serial), Subject: pkix.Name{CommonName: "idp"},
		NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour)}
	der := must(x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key))
	return pair{key, der}, must(x509.ParseCertificate(der))
}

// response is a signed response as a browser posts it, with the certificate in its signature or without.
func response(signer pair, keyInfo bool) string {
	at := func(d time.Duration) string { return time.Now().Add(d).UTC().Format(time.RFC3339) }
	text := strings.NewReplacer("NOW", at(0), "BEFORE", at(-time.Minute), "SOON", at(5*time.Minute)).Replace(`
<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
 ID="_r" Version="2.0" IssueInstant="NOW" Destination="https://sp.example/acs"><saml:Issuer>https://idp.example</saml:Issuer>
<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status>
<saml:Assertion ID="_a" Version="2.0" IssueInstant="NOW"><saml:Issuer>https://idp.example</saml:Issuer>
<saml:Subject><saml:NameID>ann</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer">
<saml:SubjectConfirmationData NotOnOrAfter="SOON" Recipient="https://sp.example/acs"/></saml:SubjectConfirmation></saml:Subject>
<saml:Conditions NotBefore="BEFORE" NotOnOrAfter="SOON"><saml:AudienceRestriction><saml:Audience>https://sp.example</saml:Audience>
</saml:AudienceRestriction></saml:Conditions><saml:AttributeStatement><saml:Attribute Name="Role">
<saml:AttributeValue>clerk</saml:AttributeValue></saml:Attribute></saml:AttributeStatement></saml:Assertion></samlp:Response>`)
	plain := etree.NewDocument()
	if err := plain.ReadFromString(strings.TrimSpace(text)); err != nil {
		panic(err)
	}
	signed := must(dsig.NewDefaultSigningContext(signer).SignEnveloped(plain.Root()))
	if signature := signed.FindElement("./Signature"); !keyInfo {
		signature.RemoveChild(signature.FindElement("./KeyInfo"))
	}
	document := etree.NewDocument()
	document.SetRoot(signed)
	return base64.StdEncoding.EncodeToString(must(document.WriteToBytes()))
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if strings.HasPrefix(module.Path, "github.com/russellhaering/") {
			fmt.Println(module.Path, module.Version)
		}
	}
	signer, old := newPair(1)
	_, next := newPair(2)
	stores := []struct {
		name  string
		roots []*x509.Certificate
	}{{"one certificate", []*x509.Certificate{old}}, {"old and next", []*x509.Certificate{old, next}},
		{"next and old", []*x509.Certificate{next, old}}}
	changed := false
	for _, keyInfo := range []bool{true, false} {
		for _, store := range stores {
			provider := &saml2.SAMLServiceProvider{
				IdentityProviderIssuer:      "https://idp.example",
				ServiceProviderIssuer:       "https://sp.example",
				AssertionConsumerServiceURL: "https://sp.example/acs",
				AudienceURI:                 "https://sp.example",
				IDPCertificateStore:         &dsig.MemoryX509CertificateStore{Roots: store.roots},
			}
			said := ""
			if info, err := provider.RetrieveAssertionInfo(response(signer, keyInfo)); err != nil {
				said = err.Error()
			} else {
				said = "good, " + info.NameID
			}
			fmt.Printf("  KeyInfo in the message: %-6v known to the service: %-16s %s\n", keyInfo, store.name, said)
			refused := !keyInfo && len(store.roots) > 1
			changed = changed || refused != strings.Contains(said, "Missing x509 Element") || refused == (said == "good, ann")
		}
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/russellhaering/gosaml2@v0.12.0 github.com/russellhaering/goxmldsig@v1.6.1 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
