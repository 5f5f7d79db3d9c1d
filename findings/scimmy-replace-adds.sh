#!/usr/bin/env bash
# Behaviour: scimmy 1.3.5 applies `{"op":"replace","value":{"members":[...]}}`, which has no path, by adding to the list: those
#   who were in it stay, and who is in both is in it twice; `[]` changes nothing. With `"path":"members"` it replaces. With
#   `"path":"name"` it takes away the parts of the name that are not given, which without a path stay.
# Wrong guess: that the path says where and `op` says what. RFC 7644 (3.5.2.3): a list's values are replaced, and of a complex
#   attribute the sub-attributes that are not given are left, whether the attribute is named in the path or in the value.
# What it means: a client that sends a group's members whole, without a path, takes nobody out of it, is answered 200, and the
#   group grows at each push: whoever left keeps his rights. Give each member of `value` an operation of its own with a path
#   before applying it, and a path for each sub-attribute (`name.givenName`).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund scimmy@1.3.5 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import SCIMMY from 'scimmy';

const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
const group = () => new SCIMMY.Schemas.Group({ id: '1', displayName: 'Staff', members: [{ value: 'ann' }, { value: 'bob' }] }, 'both');
const user = () => new SCIMMY.Schemas.User({ id: '1', userName: 'ann', name: { givenName: 'Ann', familyName: 'Ash' } }, 'both');

/** What an operation leaves of one attribute; the message gives nothing back where nothing has changed. */
async function left(resource, operation, attribute) {
  const changed = await new SCIMMY.Messages.PatchOp({ schemas, Operations: [operation] }).apply(resource, async (it) => it);
  return JSON.stringify((changed ?? resource)[attribute]);
}

const both = [{ value: 'ann' }, { value: 'eve' }];
const cases = [
  [group, { op: 'replace', path: 'members', value: both }, 'members', both],
  [group, { op: 'replace', value: { members: both } }, 'members', [{ value: 'ann' }, { value: 'bob' }, ...both]],
  [group, { op: 'replace', value: { members: [] } }, 'members', [{ value: 'ann' }, { value: 'bob' }]],
  [user, { op: 'replace', path: 'name', value: { givenName: 'Eve' } }, 'name', { givenName: 'Eve' }],
  [user, { op: 'replace', value: { name: { givenName: 'Eve' } } }, 'name', { familyName: 'Ash', givenName: 'Eve' }],
  [user, { op: 'replace', path: 'name.givenName', value: 'Eve' }, 'name', { familyName: 'Ash', givenName: 'Eve' }],
];
console.log(`scimmy ${JSON.parse(readFileSync('node_modules/scimmy/package.json', 'utf8')).version}`);
let changed = false;
for (const [make, operation, attribute, expected] of cases) {
  const before = JSON.stringify(make()[attribute]);
  const seen = await left(make(), operation, attribute);
  console.log(`  ${JSON.stringify(operation)}\n    ${attribute}: ${before} -> ${seen}`);
  changed ||= seen !== JSON.stringify(expected);
}
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
