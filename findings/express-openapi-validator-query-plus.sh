#!/usr/bin/env bash
# Behaviour: express-openapi-validator 5.6.2 answers 400 ("must be url encoded. Its value may not contain reserved
#   characters.") to query values with a raw `+`, `:`, `,`, `/`, `@` or `$`. So it refuses a blank as URLSearchParams and
#   axios 1.21.1 write it (`?q=a+b`), and a time and a list as axios does (`?since=2026-11-30T10:00:00Z`), which leaves
#   `:`, `,` and `$` as they are. What was refused is read rightly by Express all the same.
# Wrong guess: that `allowReserved`, false by default, speaks of how a client writes a value (as OpenAPI 3.0 has it), not of
#   what a server takes; that the most used clients pass with their defaults, `+` being the form encoding of a blank and
#   the rest legal in a query (RFC 3986, 3.4).
# What it means: tests with curl and %20 pass, and users with axios or a form meet 400 at their first search of two words,
#   for a value that they encoded. Put `allowReserved: true` at each query parameter, or into the document on loading.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund express-openapi-validator@5.6.2 express@5.3.0 axios@1.21.1 >/dev/null

cat >look.cjs <<'JS'
const express = require('express');
const axios = require('axios');
const { middleware } = require('express-openapi-validator');
const version = (name) => require(`${name}/package.json`).version;

const text = (name, more) => ({ name, in: 'query', schema: { type: 'string' }, ...more });
const parameters = [text('q'), text('since'), text('ids'), text('free', { allowReserved: true })];
const get = { parameters, responses: { 200: { description: 'ok' } } };
const apiSpec = { openapi: '3.0.3', info: { title: 'look', version: '1' }, paths: { '/logs': { get } } };

let asked;
const app = express();
app.use((request, _, next) => {
  asked = `${request.url.split('?')[1]}, which Express reads as ${JSON.stringify(request.query)}`;
  next();
});
app.use(middleware({ apiSpec }));
app.get('/logs', (_, response) => response.json({}));
app.use((error, _request, response, _next) => response.status(error.status ?? 500).json({ message: error.message }));

const server = app.listen(0, '127.0.0.1', async () => {
  const url = `http://127.0.0.1:${server.address().port}/logs`;
  const byFetch = async (query) => (await fetch(`${url}?${query}`)).status;
  const byAxios = async (params) => (await axios.get(url, { params, validateStatus: () => true })).status;
  // Who asks, and what it is answered.
  const cases = [
    ['curl', () => byFetch('q=a%20b'), 200],
    ['URLSearchParams', () => byFetch(new URLSearchParams({ q: 'a b' })), 400],
    ['axios', () => byAxios({ q: 'a b' }), 400],
    ['URLSearchParams', () => byFetch(new URLSearchParams({ since: '2026-11-30T10:00:00Z' })), 200],
    ['axios', () => byAxios({ since: '2026-11-30T10:00:00Z' }), 400],
    ['axios', () => byAxios({ ids: '1,2' }), 400],
    ['axios', () => byAxios({ free: 'a b: 1,2' }), 200],
  ];
  let changed = false;
  console.log(['express-openapi-validator', 'express', 'axios'].map((name) => `${name} ${version(name)}`).join(', '));
  for (const [who, ask, expected] of cases) {
    const status = await ask();
    console.log(`  ${status} ${who.padEnd(15)} ${asked}`);
    changed ||= status !== expected;
  }
  server.close();
  if (changed) {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
node look.cjs
