#!/usr/bin/env bash
# Behaviour: to some readers of a JWK set one key that they do not know spoils all keys. Authlib 1.9.10 throws at an unknown
#   `kty`; joserfc 1.8.0, its successor, and nimbus-jose-jwt 10.10 (Java, which Spring Security reads keys with) at an
#   unknown `crv`; github.com/lestrrat-go/jwx/v3 3.4.0 (Go) at either, and go-oidc 3.21.0 at a `crv` with the go-jose that
#   it asks for (4.1.4), not with go-jose 4.1.9. PyJWT 2.15.1 and jose 6.2.18 read on.
# Wrong guess: that an issuer may add a key of a new kind beside the old ones, since RFC 7517 (section 5) says that a reader
#   should ignore keys which it does not understand, and it is what all of these implement.
# What it means: on the day on which an issuer adds a post-quantum key (`"kty": "AKP"`, RFC 9964), or one of a curve of its
#   country, good tokens signed with the old key are refused, and the error is a KeyError 'AKP' or a word about a curve,
#   not about a token. Readers: drop keys of other kinds before handing the set over (jwx: WithIgnoreParseError(true)).
#   Issuers: another set at another URL.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund jose@6.2.18 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check Authlib==1.9.10 joserfc==1.8.0 PyJWT==2.15.1 cryptography==50.0.2

cat >pom.xml <<'XML'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>look</groupId>
  <artifactId>look</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>com.nimbusds</groupId>
      <artifactId>nimbus-jose-jwt</artifactId>
      <version>10.10</version>
    </dependency>
  </dependencies>
</project>
XML
mvn --quiet --batch-mode -Dstyle.color=never dependency:copy-dependencies -DoutputDirectory=lib >/dev/null

# A token, and sets that hold its key and a foreign one, on standard output as one JSON text.
cat >make.mjs <<'JS'
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

const { publicKey, privateKey } = await generateKeyPair('RS256');
const key = { ...(await exportJWK(publicKey)), kid: '1', use: 'sig', alg: 'RS256' };
const exp = Math.floor(Date.now() / 1000) + 600;
const token = await new SignJWT({ iss: 'https://org.example', aud: 'app', sub: 'ann', exp })
  .setProtectedHeader({ alg: 'RS256', kid: '1' })
  .sign(privateKey);
const bytes = (length) => Buffer.alloc(length, 7).toString('base64url');
const foreign = {
  none: [],
  'kty AKP': [{ kty: 'AKP', alg: 'ML-DSA-44', kid: '2', use: 'sig', pub: bytes(1312) }],
  'crv BP-256': [{ kty: 'EC', crv: 'BP-256', kid: '2', use: 'sig', x: bytes(32), y: bytes(32) }],
};
const sets = Object.entries(foreign).map(([name, more]) => ({ name, set: { keys: [key, ...more] } }));
console.log(JSON.stringify({ token, sets }));
JS
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createLocalJWKSet, jwtVerify } from 'jose';

const { token, sets } = JSON.parse(readFileSync('made.json', 'utf8'));
for (const { name, set } of sets) {
  const said = await jwtVerify(token, createLocalJWKSet(set)).then(() => 'good', (error) => error.message);
  console.log(`jose 6.2.18: ${name}: ${said}`);
}
JS
cat >look.py <<'PY'
import importlib.metadata, json, logging, warnings

import jwt as pyjwt
from joserfc import jwt as joserfc
from joserfc.jwk import KeySet

with warnings.catch_warnings(record=True):  # it says that joserfc follows it
    from authlib.jose import JsonWebKey, jwt as authlib

logging.disable()  # PyJWT warns of the key that it leaves out
made = json.load(open("made.json"))
token = made["token"]
readers = {
    "Authlib": lambda keys: authlib.decode(token, JsonWebKey.import_key_set(keys)),
    "joserfc": lambda keys: joserfc.decode(token, KeySet.import_key_set(keys)),
    "PyJWT": lambda keys: pyjwt.decode(token, pyjwt.PyJWKSet.from_dict(keys)["1"], algorithms=["RS256"], audience="app"),
}
for name, read in readers.items():
    for one in made["sets"]:
        try:
            read(one["set"])
            said = "good"
        except Exception as error:
            said = repr(error)
        print(f"{name} {importlib.metadata.version(name)}: {one['name']}: {said}")
PY
cat >main.go <<'GO'
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"runtime/debug"
	"strings"

	"github.com/coreos/go-oidc/v3/oidc"
	"github.com/lestrrat-go/jwx/v3/jwk"
	"github.com/lestrrat-go/jwx/v3/jwt"
)

func main() {
	var made struct {
		Token string
		Sets  []struct {
			Name string
			Set  json.RawMessage
		}
	}
	text, _ := os.ReadFile("made.json")
	if err := json.Unmarshal(text, &made); err != nil {
		panic(err)
	}
	ctx := context.Background()
	build, _ := debug.ReadBuildInfo()
	goJose := ""
	for _, module := range build.Deps {
		if module.Path == "github.com/go-jose/go-jose/v4" {
			goJose = module.Version
		}
	}
	readers := []struct {
		name string
		read func(url string) error
	}{
		{"jwx v3.4.0", func(url string) error {
			set, err := jwk.Fetch(ctx, url)
			if err == nil {
				_, err = jwt.Parse([]byte(made.Token), jwt.WithKeySet(set))
			}
			return err
		}},
		{"go-oidc v3.21.0 on go-jose " + goJose, func(url string) error {
			keys := oidc.NewRemoteKeySet(ctx, url)
			_, err := oidc.NewVerifier("https://org.example", keys, &oidc.Config{ClientID: "app"}).Verify(ctx, made.Token)
			return err
		}},
	}
	for _, reader := range readers {
		if !strings.HasPrefix(reader.name, os.Args[1]) {
			continue
		}
		for _, one := range made.Sets {
			server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(one.Set) }))
			said := "good"
			if err := reader.read(server.URL); err != nil {
				said = fmt.Sprintf("%.120q", err.Error())
			}
			fmt.Printf("%s: %s: %s\n", reader.name, one.Name, said)
			server.Close()
		}
	}
}
GO
cat >Look.java <<'JAVA'
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.nio.file.Files;
import java.nio.file.Path;

public class Look {
    static String read(String token, String set) {
        try {
            var keys = new ImmutableJWKSet<SecurityContext>(JWKSet.parse(set));
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
            processor.process(token, null);
            return "good";
        } catch (Exception error) {
            return '"' + error.getMessage() + '"';
        }
    }

    public static void main(String[] args) throws Exception {
        var made = JSONObjectUtils.parse(Files.readString(Path.of("made.json")));
        for (var one : JSONObjectUtils.getJSONObjectArray(made, "sets")) {
            var set = JSONObjectUtils.toJSONString(JSONObjectUtils.getJSONObject(one, "set"));
            System.out.println("nimbus 10.10: " + one.get("name") + ": " + read((String) made.get("token"), set));
        }
    }
}
JAVA
javac -nowarn -cp 'lib/*' Look.java
go mod init look >/dev/null 2>&1
go get github.com/lestrrat-go/jwx/v3@v3.4.0 github.com/coreos/go-oidc/v3@v3.21.0 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
node make.mjs >made.json
{
  node look.mjs
  venv/bin/python look.py
  java -cp 'lib/*:.' Look
  go run . jwx
  go run . go-oidc
  go get github.com/go-jose/go-jose/v4@v4.1.9 >/dev/null 2>&1
  go run . go-oidc
} | tee said
awk -F': ' '{ print $1 ": " $2 ": " ($3 == "good" ? "good" : "spoilt") }' said >seen
cat >expected <<'TEXT'
jose 6.2.18: none: good
jose 6.2.18: kty AKP: good
jose 6.2.18: crv BP-256: good
Authlib 1.9.10: none: good
Authlib 1.9.10: kty AKP: spoilt
Authlib 1.9.10: crv BP-256: good
joserfc 1.8.0: none: good
joserfc 1.8.0: kty AKP: good
joserfc 1.8.0: crv BP-256: spoilt
PyJWT 2.15.1: none: good
PyJWT 2.15.1: kty AKP: good
PyJWT 2.15.1: crv BP-256: good
nimbus 10.10: none: good
nimbus 10.10: kty AKP: good
nimbus 10.10: crv BP-256: spoilt
jwx v3.4.0: none: good
jwx v3.4.0: kty AKP: spoilt
jwx v3.4.0: crv BP-256: spoilt
go-oidc v3.21.0 on go-jose v4.1.4: none: good
go-oidc v3.21.0 on go-jose v4.1.4: kty AKP: good
go-oidc v3.21.0 on go-jose v4.1.4: crv BP-256: spoilt
go-oidc v3.21.0 on go-jose v4.1.9: none: good
go-oidc v3.21.0 on go-jose v4.1.9: kty AKP: good
go-oidc v3.21.0 on go-jose v4.1.9: crv BP-256: good
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
