#!/usr/bin/env bash
# Behaviour: the two LDAP clients of Node do not send what a search filter says where it has escapes. ldapjs 3.0.7 sends them
#   as they stand: `(cn=a\2ab)` asks for the five letters `a\2ab`. ldapts 8.2.0 takes each `\xx` for a letter and sends it
#   as UTF-8: `(cn=Jos\c3\a9)` asks for JosÃ©, seven bytes, and of `(objectGUID=\90\39\5f\19)` each byte of 80 or more becomes
#   two. go-ldap 3.4.15 sends the bytes.
# Wrong guess: that `\xx` is a byte, as RFC 4515 (3) has it (`Lu\c4\8di\c4\87` is among its examples, and `\2a` the only way to
#   write a star), and that to escape a name before it goes into a filter, as one must, is always right.
# What it means: with ldapjs nobody is found whose name has a bracket, such as "Ann Lee (Sales)", by the code that is careful
#   alone; with ldapts nobody whose name came escaped, and next to no user of Active Directory by his objectGUID. There is no
#   error, and to find nobody is to make him anew. Hand both a filter object: `new EqualityFilter({ attribute, value })`,
#   with the plain text, or for ldapts the bytes, as value.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund ldapts@8.2.0 ldapjs@3.0.7 >/dev/null 2>&1

cat >look.mjs <<'JS'
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import ldapjs from 'ldapjs';
import { Client, EqualityFilter } from 'ldapts';

/** A server that answers each search with "done" (RFC 4511, 4.5.2), and keeps the value of its one comparison. */
let attribute = '';
let came = '';
const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (message) => {
    const at = message.indexOf(attribute) + attribute.length;
    if (at < attribute.length) return;
    came = message.subarray(at + 2, at + 2 + message[at + 1]).toString('hex');
    socket.write(Buffer.from([0x30, 0x0c, 0x02, 0x01, message[4], 0x65, 0x07, 0x0a, 0x01, 0, 0x04, 0, 0x04, 0]));
  });
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const url = `ldap://127.0.0.1:${server.address().port}`;

async function byLdapts(filter) {
  const client = new Client({ url, timeout: 5000 });
  await client.search('dc=example', { filter, scope: 'sub' });
  await client.unbind();
  return came;
}
async function byLdapjs(filter) {
  const client = ldapjs.createClient({ url });
  await new Promise((done, fail) => {
    client.search('dc=example', { filter, scope: 'sub' }, (error, search) => {
      if (error) return fail(error);
      search.on('error', fail);
      search.on('end', done);
    });
  });
  client.destroy();
  return came;
}
const byGo = (filter) => execFileSync('./look', [filter], { encoding: 'utf8' }).trim();
const hex = (text) => Buffer.from(text).toString('hex');
// Attribute, filter, and what ldapjs, ldapts and go-ldap send.
const cases = [
  ['cn', '(cn=José)', [hex('José'), hex('José'), hex('José')]],
  ['cn', '(cn=a\\2ab)', [hex('a\\2ab'), hex('a*b'), hex('a*b')]],
  ['cn', '(cn=Ann \\28Sales\\29)', [hex('Ann \\28Sales\\29'), hex('Ann (Sales)'), hex('Ann (Sales)')]],
  ['cn', '(cn=Jos\\c3\\a9)', [hex('Jos\\c3\\a9'), hex('JosÃ©'), hex('José')]],
  ['objectGUID', '(objectGUID=\\90\\39\\5f\\19)', [hex('\\90\\39\\5f\\19'), 'c290395f19', '90395f19']],
];
const version = (name) => `${name} ${JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version}`;
console.log(`${version('ldapjs')}, ${version('ldapts')}, go-ldap 3.4.15`);
let changed = false;
for (const [name, filter, expected] of cases) {
  attribute = name;
  const seen = [await byLdapjs(filter), await byLdapts(filter), byGo(filter)];
  const shown = seen.map((one) => `${one} ${JSON.stringify(Buffer.from(one, 'hex').toString())}`);
  console.log(`  ${filter}\n    ldapjs  ${shown[0]}\n    ldapts  ${shown[1]}\n    go-ldap ${shown[2]}`);
  changed ||= seen.join() !== expected.join();
}
attribute = 'cn';
const plain = { attribute, value: 'Ann (Sales)' };
const objects = [await byLdapjs(new ldapjs.EqualityFilter(plain)), await byLdapts(new EqualityFilter(plain))];
attribute = 'objectGUID';
objects.push(await byLdapts(new EqualityFilter({ attribute, value: Buffer.from('90395f19', 'hex') })));
console.log(`  filter objects: ldapjs ${objects[0]}, ldapts ${objects[1]} and ${objects[2]}`);
if (changed || objects.join() !== [hex('Ann (Sales)'), hex('Ann (Sales)'), '90395f19'].join()) {
  console.error('this is no longer so');
  process.exitCode = 1;
}
server.close();
JS
cat >main.go <<'GO'
package main

import (
	"fmt"
	"os"

	"github.com/go-ldap/ldap/v3"
)

func main() {
	packet, err := ldap.CompileFilter(os.Args[1])
	if err != nil {
		panic(err)
	}
	fmt.Printf("%x\n", packet.Children[1].Data.Bytes())
}
GO
go mod init look >/dev/null 2>&1
go get github.com/go-ldap/ldap/v3@v3.4.15 >/dev/null 2>&1
go mod tidy >/dev/null 2>&1
go build -o look .
node look.mjs
