#!/usr/bin/env bash
# Behaviour: the session that samlsp of github.com/crewjam/saml v0.6.3 makes of an assertion has an attribute under its FriendlyName
#   alone, where there is one: `Get("urn:oid:0.9.2342.19200300.100.1.3")` and `Get("roles")` are empty, `Get("mail")` and
#   `Get("Roles")` are not. An attribute whose FriendlyName is another one's Name is put to the values of that one.
# Wrong guess: that an attribute is known by its Name, as the provider's page lists it. SAML Core (2.7.3.1) has the FriendlyName for
#   people to read, and says that it must not be used to identify an attribute.
# What it means: a provider that begins to send a readable name, or changes the wording of it, takes the role or the mail from
#   everybody, with a sign-in that succeeds; `department` and `homeDep` called "department" are two departments of
#   one person. Empty the FriendlyNames in a SessionCodec of one's own, whose New calls the old one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"slices"

	"github.com/crewjam/saml"
	"github.com/crewjam/saml/samlsp"
)

func attribute(name, friendly, value string) saml.Attribute {
	return saml.Attribute{Name: name, FriendlyName: friendly, Values: []saml.AttributeValue{{Value: value}}}
}

// session is what an app gets of an assertion with these attributes.
func session(attributes ...saml.Attribute) samlsp.Attributes {
	assertion := saml.Assertion{AttributeStatements: []saml.AttributeStatement{{Attributes: attributes}}}
	made, err := samlsp.JWTSessionCodec{}.New(&assertion)
	if err != nil {
		panic(err)
	}
	return made.(samlsp.SessionWithAttributes).GetAttributes()
}

func main() {
	build, _ := debug.ReadBuildInfo()
	for _, module := range build.Deps {
		if module.Path == "github.com/crewjam/saml" {
			fmt.Println(module.Path, module.Version)
		}
	}
	const mail = "urn:oid:0.9.2342.19200300.100.1.3"
	friendly := session(attribute(mail, "mail", "ann@example.com"), attribute("roles", "Roles", "clerk"),
		attribute("department", "", "sales"), attribute("homeDep", "department", "legal"))
	plain := session(attribute(mail, "", "ann@example.com"), attribute("roles", "", "clerk"))
	changed := false
	for _, one := range []struct {
		what     string
		seen     samlsp.Attributes
		name     string
		expected []string
	}{
		{"with FriendlyName", friendly, mail, nil},
		{"with FriendlyName", friendly, "mail", []string{"ann@example.com"}},
		{"with FriendlyName", friendly, "roles", nil},
		{"with FriendlyName", friendly, "Roles", []string{"clerk"}},
		{"with FriendlyName", friendly, "homeDep", nil},
		{"with FriendlyName", friendly, "department", []string{"sales", "legal"}},
		{"without", plain, mail, []string{"ann@example.com"}},
		{"without", plain, "roles", []string{"clerk"}},
	} {
		fmt.Printf("  %-18s %-36s %q\n", one.what, one.name, one.seen[one.name])
		changed = changed || !slices.Equal(one.seen[one.name], one.expected)
	}
	if changed {
		fmt.Fprintln(os.Stderr, "this is no longer so")
		os.Exit(1)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/crewjam/saml@v0.6.3 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go run .
