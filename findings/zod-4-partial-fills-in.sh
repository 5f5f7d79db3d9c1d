#!/usr/bin/env bash
# Behaviour: in zod 4.6.7 a member with `.default(...)` still fills itself in after `.partial()`: a schema for creating, made
#   partial for a PATCH, turns `{ "name": "Bob" }` into `{ "name": "Bob", "active": true, "groups": [] }`. In zod 3 (which
#   the same package has as `zod/v3`) the member stays away. The type says `active?: boolean | undefined`.
# Wrong guess: that `partial()` makes members optional, so that what is not given is not there; that the guide of the move to
#   4, by which defaults apply "within optional fields", speaks of `.default().optional()` written out.
# What it means: whoever moves from 3 to 4 without touching a schema has a PATCH that resets what the request did not name:
#   renaming a deactivated user activates him and empties his groups, with 200. Keep defaults out of the shared schema and
#   add them for creating (`base.extend({ active: base.shape.active.default(true) })`). Known upstream (colinhacks/zod,
#   issue 6627), open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund zod@4.6.7 >/dev/null

cat >look.mjs <<'JS'
import { createRequire } from 'node:module';
import * as z4 from 'zod';
import * as mini from 'zod/mini';
import * as z3 from 'zod/v3';

const schema = (z) =>
  z.object({ name: z.string(), active: z.boolean().default(true), groups: z.array(z.string()).default([]) });
const base = z4.object({ name: z4.string(), active: z4.boolean(), groups: z4.array(z4.string()) });
const updates = {
  'zod/v3': schema(z3).partial(),
  zod: schema(z4).partial(),
  'zod/mini': mini.partial(mini.object({ name: mini.string(), active: mini._default(mini.boolean(), true) })),
  'zod, defaults added for creating alone': base.partial(),
};
const expected = [
  '{"name":"Bob"}',
  '{"name":"Bob","active":true,"groups":[]}',
  '{"name":"Bob","active":true}',
  '{"name":"Bob"}',
];
console.log(`zod ${createRequire(import.meta.url)('zod/package.json').version}, a PATCH of {"name":"Bob"}`);
const stored = { name: 'Ann', active: false, groups: ['staff'] };
const seen = Object.entries(updates).map(([name, update]) => {
  const patch = update.parse({ name: 'Bob' });
  console.log(`  ${name}: ${JSON.stringify(patch)}\n    ${JSON.stringify(stored)} becomes ${JSON.stringify({ ...stored, ...patch })}`);
  return JSON.stringify(patch);
});
const created = base.extend({ active: base.shape.active.default(true) }).parse({ name: 'Bob', groups: [] });
if (seen.join() !== expected.join() || created.active !== true) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
