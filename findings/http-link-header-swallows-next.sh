#!/usr/bin/env bash
# Behaviour: http-link-header 1.1.4 takes what follows a parameter without a value for that parameter's name, up to the next
#   `=`: after `rel=preload; crossorigin, <...>; rel="next"` there is one link, which has a parameter called
#   `crossorigin, <https://org.example/users?after`. A blank before the comma does the same. `has('rel', 'next')` is false.
# Wrong guess: that a reader "according to RFC 8288" knows parameters without `=` (section 3: the value is optional) and
#   lists with blanks before the comma (RFC 9110, 5.6.1: OWS "," OWS), or throws as it does at other texts.
# What it means: a proxy or a CDN that adds a preload of a font, which has `crossorigin`, before the API's own link ends
#   every walk after its first page, without an error. Read such headers with parse-link-header (up to 2000 letters of
#   them), or ask for each header by itself before they are joined.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund http-link-header@1.1.4 parse-link-header@2.0.0 >/dev/null

cat >look.cjs <<'JS'
const http = require('node:http');
const LinkHeader = require('http-link-header');
const parseLinkHeader = require('parse-link-header');
const version = (name) => require(`${name}/package.json`).version;

const NEXT = '<https://org.example/users?after=1>; rel="next"';
// The headers of an answer, and whether http-link-header finds the next page.
const cases = [
  [['<https://org.example/a.woff2>; rel=preload; as=font; crossorigin=anonymous', NEXT], true],
  [['<https://org.example/a.woff2>; rel=preload; as=font; crossorigin', NEXT], false],
  [['<https://org.example/a.css>; rel=preload; as=style; nopush', NEXT], false],
  [[NEXT, '<https://org.example/a.woff2>; rel=preload; as=font; crossorigin'], true],
  [[`<https://org.example/users>; rel="self" , ${NEXT}`], false],
];
let headers;
const server = http.createServer((_, response) => response.setHeader('Link', headers).end());
server.listen(0, '127.0.0.1', async () => {
  let changed = false;
  console.log(`http-link-header ${version('http-link-header')}, parse-link-header ${version('parse-link-header')}`);
  for (const [given, expected] of cases) {
    headers = given;
    const joined = (await fetch(`http://127.0.0.1:${server.address().port}`)).headers.get('link');
    const { refs } = LinkHeader.parse(joined);
    const found = refs.some(({ rel }) => rel === 'next');
    console.log(joined);
    console.log(`  http-link-header: ${found ? 'has next' : `no next; parameters: ${Object.keys(refs.at(-1)).join(' | ')}`}`);
    console.log(`  parse-link-header: ${parseLinkHeader(joined).next ? 'has next' : 'no next'}`);
    changed ||= found !== expected || !parseLinkHeader(joined).next;
  }
  server.close();
  if (changed) {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
node look.cjs
