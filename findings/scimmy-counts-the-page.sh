#!/usr/bin/env bash
# Behaviour: scimmy 1.3.5 hands `startIndex` and `count` of a list to the server's own handler, and takes the number of what the
#   handler gives back for the number of all: a handler that looks up the page it is asked for makes `totalResults` the size
#   of that page. Of five users asked for by two the answer says "2 in all", and the third page "1 in all, from the fifth on".
# Wrong guess: that what one is handed (`resource.constraints`) is there to be used, and that a list of one page is a page. The
#   handler has no documented way to tell the number; giving back all of them, which scimmy then cuts, is right.
# What it means: clients walk until they have `totalResults` (RFC 7644, 3.4.2.4), and end after the first page, without an
#   error: those beyond it are never provisioned, or taken for deleted. It shows with the first tenant that has more than a
#   page. Set `resource.constraints.totalResults` in the handler, which is read afterwards, or look up all.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund scimmy@1.3.5 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import SCIMMY from 'scimmy';

const people = Array.from({ length: 5 }, (_, i) => ({ id: String(i + 1), userName: `user${i + 1}` }));
const page = ({ startIndex, count }) => people.slice(startIndex - 1, startIndex - 1 + count);
const handlers = {
  'the page': (resource) => page(resource.constraints),
  'all of them': () => people,
  'the page, and the number': (resource) => {
    resource.constraints.totalResults = people.length;
    return page(resource.constraints);
  },
};
SCIMMY.Resources.declare(SCIMMY.Resources.User);

/** Asks for pages of two until there are as many as the server says there are. */
async function walk() {
  const found = [];
  const totals = [];
  do {
    const list = await new SCIMMY.Resources.User({ startIndex: found.length + 1, count: 2 }).read();
    found.push(...list.Resources.map(({ id }) => id));
    totals.push(list.totalResults);
  } while (found.length < totals.at(-1));
  return `finds ${found.join()}; totalResults ${totals.join()}`;
}

console.log(`scimmy ${JSON.parse(readFileSync('node_modules/scimmy/package.json', 'utf8')).version}; five users, a handler that gives back`);
const seen = [];
for (const [name, handler] of Object.entries(handlers)) {
  SCIMMY.Resources.User.egress(handler);
  seen.push(await walk());
  console.log(`  ${name}: a walk in pages of two ${seen.at(-1)}`);
}
SCIMMY.Resources.User.egress(handlers['the page']);
const last = await new SCIMMY.Resources.User({ startIndex: 5, count: 2 }).read();
console.log(`  the page, from the fifth on: totalResults ${last.totalResults}, startIndex ${last.startIndex}`);
const right = 'finds 1,2,3,4,5; totalResults 5,5,5';
if (seen.join('|') !== ['finds 1,2; totalResults 2', right, right].join('|') || last.totalResults !== 1) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
