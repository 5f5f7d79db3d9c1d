#!/usr/bin/env bash
# Behaviour: @okta/jwt-verifier 4.0.2 (Node) refuses an ID token whose `aud` is a list, even of the one client alone: "audience
#   claim app does not match expected client id: app". In an access token the same list is good. github.com/golang-jwt/jwt/v5
#   5.3.1 writes an audience of one as a list unless a variable of the package says otherwise.
# Wrong guess: that the two checks of one verifier read `aud` alike, and that a list of one is the same as the text: OpenID
#   Connect Core (2) has a list as the general case, the text as the special one.
# What it means: a fake of Okta that was written in Go, or an issuer between Okta and the app, makes access tokens that pass
#   and ID tokens that do not, with a message that contradicts itself. Write one audience as text
#   (`jwt.MarshalSingleStringAsArray = false`). Okta's verifier for Python takes both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund @okta/jwt-verifier@4.0.2 >/dev/null 2>&1
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"time"

	"github.com/golang-jwt/jwt/v5"
)

// Signs a token for the audience and the issuer given, as the package does by default and as text.
func main() {
	pem, err := os.ReadFile("key.pem")
	if err != nil {
		panic(err)
	}
	key, err := jwt.ParseRSAPrivateKeyFromPEM(pem)
	if err != nil {
		panic(err)
	}
	for _, list := range []bool{true, false} {
		if !list {
			jwt.MarshalSingleStringAsArray = false
		}
		now := time.Now()
		token := jwt.NewWithClaims(jwt.SigningMethodRS256, jwt.RegisteredClaims{
			Issuer: os.Args[1], Subject: "ann", Audience: jwt.ClaimStrings{"app"},
			IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(now.Add(time.Hour)),
		})
		token.Header["kid"] = "1"
		text, err := token.SignedString(key)
		if err != nil {
			panic(err)
		}
		fmt.Println(text)
	}
}
GO
go mod init look >/dev/null 2>&1
go get github.com/golang-jwt/jwt/v5@v5.3.1 >/dev/null 2>&1
go build -o sign .

cat >look.cjs <<'JS'
const { execFileSync } = require('node:child_process');
const { generateKeyPairSync } = require('node:crypto');
const { writeFileSync } = require('node:fs');
const http = require('node:http');
const OktaJwtVerifier = require('@okta/jwt-verifier');

console.warn = () => {}; // that https is not asked for
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
writeFileSync('key.pem', privateKey.export({ type: 'pkcs1', format: 'pem' }));
const keys = JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', use: 'sig', alg: 'RS256' }] });
const server = http.createServer((_, response) => {
  response.setHeader('Content-Type', 'application/json');
  response.end(keys);
});
server.listen(0, '127.0.0.1', async () => {
  const issuer = `http://127.0.0.1:${server.address().port}/oauth2/default`;
  const verifier = new OktaJwtVerifier({ issuer, clientId: 'app', testing: { disableHttpsCheck: true } });
  const [asList, asText] = execFileSync('./sign', [issuer]).toString().trim().split('\n');
  const said = (promise) => promise.then(() => 'good', (error) => error.message);
  console.log(`@okta/jwt-verifier ${require('@okta/jwt-verifier/package.json').version}, golang-jwt v5.3.1`);
  const seen = [];
  for (const token of [asText, asList]) {
    const { aud } = JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
    const access = await said(verifier.verifyAccessToken(token, 'app'));
    const id = await said(verifier.verifyIdToken(token, 'app'));
    console.log(`  aud ${JSON.stringify(aud).padEnd(8)} as an access token: ${access}; as an ID token: ${id}`);
    seen.push(access, id);
  }
  server.close();
  if (seen.join() !== 'good,good,good,audience claim app does not match expected client id: app') {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
node look.cjs
