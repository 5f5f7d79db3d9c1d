#!/usr/bin/env bash
# Behaviour: @apidevtools/swagger-parser 13.1.0 (Node) takes a `$ref` anywhere in a description for a reference, in an `example`, too,
#   where it is data: a group of SCIM, whose members have a `$ref` by the standard, makes bundle, dereference and validate ask the
#   example's server for the user, and fail if it does not answer. If it does, whatever comes is put in the reference's place, and
#   bundle writes it so. @redocly/openapi-core 2.64.0 asks, too, but leaves the example as it is, and finds no fault.
# Wrong guess: that a reference is one where OpenAPI (3.0.3) has one, and that `example`, which is any value, is nobody's to resolve;
#   that to validate a description in one file asks nobody.
# What it means: descriptions of APIs that speak SCIM or JSON Schema cannot be bundled in a build without a network; with one, the
#   docs and mocks made of them show a stranger's answer in place of the reference. Bundle with Redocly, or
#   give `resolve: { external: false }` where all is in one file; `excludedPathMatcher`, meant for examples, does not help.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @apidevtools/swagger-parser@13.1.0 @redocly/openapi-core@2.64.0 >/dev/null
cat >look.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import SwaggerParser from '@apidevtools/swagger-parser';
import { bundle, createConfig } from '@redocly/openapi-core';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`swagger-parser ${version('@apidevtools/swagger-parser')}, openapi-core ${version('@redocly/openapi-core')}`);

const asked = [];
const server = createServer((request, response) => {
  asked.push(request.url);
  response.setHeader('Content-Type', 'application/json');
  response.end('{"detail":"who are you?"}');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const { port } = server.address();

/** The members of the example of a group, in a whole description. */
const members = (whole) => whole.paths['/Groups/1'].get.responses['200'].content['application/scim+json'].example.members;
function description($ref) {
  const example = { displayName: 'Clerks', members: [{ value: 'u1', $ref }] };
  const content = { 'application/scim+json': { schema: { type: 'object' }, example } };
  const get = { responses: { 200: { description: 'a group', content } } };
  return { openapi: '3.0.3', info: { title: 'SCIM', version: '1' }, paths: { '/Groups/1': { get } } };
}
// Without this it asks no server on this machine; the servers of the world it asks by default.
const resolve = { resolve: { http: { safeUrlResolver: false } } };
const ways = {
  bundle: async (file) => members(await SwaggerParser.bundle(file, resolve)),
  dereference: async (file) => members(await SwaggerParser.dereference(file, resolve)),
  validate: async (file) => members(await SwaggerParser.validate(file, resolve)),
  redocly: async (file) => {
    const result = await bundle({ ref: file, config: await createConfig({}) });
    return result.problems.length > 0 ? 'failed' : members(result.bundle.parsed);
  },
};
async function look(name, $ref) {
  const file = `${name}.json`;
  writeFileSync(file, JSON.stringify(description($ref)));
  console.log(`the user's server is ${name}`);
  const seen = {};
  for (const [way, run] of Object.entries(ways)) {
    asked.length = 0;
    seen[way] = await run(file).catch(() => 'failed');
    console.log(`  ${way}: ${JSON.stringify(seen[way])}${asked.length > 0 ? `, after asking for ${asked[0]}` : ''}`);
    seen[`${way} asks`] = asked.length > 0;
  }
  return seen;
}
const there = await look('there', `http://127.0.0.1:${port}/scim/v2/Users/u1`);
const away = await look('away', 'http://127.0.0.1:9/scim/v2/Users/u1');
server.close();

const kept = (seen, port) => isDeepStrictEqual(seen, [{ value: 'u1', $ref: `http://127.0.0.1:${port}/scim/v2/Users/u1` }]);
const replacing = ['bundle', 'dereference', 'validate'];
const asBefore =
  kept(there.redocly, port) && kept(away.redocly, 9) &&
  replacing.every((way) => there[`${way} asks`] && there[way][0].detail === 'who are you?' && away[way] === 'failed');
if (!asBefore) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
