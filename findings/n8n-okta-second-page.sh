#!/usr/bin/env bash
# Behaviour: the Okta node of n8n-nodes-base 2.41.1 with "Return All" takes the first `after=` in the `Link` header for the
#   next page's cursor, whatever its `rel`. From the second page on that is the one of `self`, which Okta sends first: the
#   node asks for the second page again, and never for the third, until the org's limit ends it with 429.
# Wrong guess: that paging which works with two requests works with all; lists of up to 200 people, which is what one tries
#   it with, come whole and at once.
# What it means: in an org of more than 200 people the workflow spends the minute's limit of the users API, for everybody
#   in the org, and ends with 429 and nothing. Page with the node HTTP Request (next URL from `rel="next"`), or narrow
#   the search to fewer than 200.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
# The package without what it depends on: the part that pages needs none of it.
npm pack --silent n8n-nodes-base@2.41.1 >/dev/null
tar -xzf n8n-nodes-base-2.41.1.tgz package/package.json package/dist/nodes/Okta/UserFunctions.js

cat >look.cjs <<'JS'
const http = require('node:http');
const { getCursorPaginator, simplifyGetAllResponse } = require('./package/dist/nodes/Okta/UserFunctions.js');

/** Three pages: the cursor of each, and who is on it. */
const pages = [
  ['', 'ann', 'a'],
  ['a', 'bob', 'b'],
  ['b', 'cleo', undefined],
];
const asked = [];

const server = http.createServer((request, response) => {
  const { searchParams } = new URL(request.url, 'http://org.example');
  const after = searchParams.get('after') ?? '';
  // The limit of an org, here of five a minute.
  if (asked.length === 5) {
    response.writeHead(429).end();
    return;
  }
  asked.push(after);
  const [, login, next] = pages.find(([cursor]) => cursor === after);
  const link = (cursor, rel) =>
    `<http://org.example/api/v1/users?${cursor ? `after=${cursor}&` : ''}limit=200>; rel="${rel}"`;
  // As Okta sends them: a header each, `self` first.
  response.setHeader('Link', [link(after, 'self'), ...(next ? [link(next, 'next')] : [])]);
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify([{ id: login, profile: { login } }]));
});

/** What n8n lends to a node: its parameters, and requests whose answers go through the node's own function. */
const runner = (url) => ({
  getNodeParameter: (name) => name === 'returnAll',
  async makeRoutingRequest({ options: { qs } }) {
    const query = Object.entries(qs).filter(([, value]) => value !== undefined);
    const answer = await fetch(`${url}/api/v1/users/?${new URLSearchParams(query)}`);
    if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
    const whole = { headers: Object.fromEntries(answer.headers) };
    return simplifyGetAllResponse.call(this, [{ json: await answer.json() }], whole);
  },
});

server.listen(0, '127.0.0.1', async () => {
  const node = runner(`http://127.0.0.1:${server.address().port}`);
  const ended = await getCursorPaginator()
    .call(node, { options: {} })
    .then(
      (items) => `${items.length} people`,
      (error) => error.message,
    );
  server.close();
  console.log(`n8n-nodes-base ${require('./package/package.json').version}, three pages of people`);
  console.log(`  the cursors that were asked for: ${asked.map((after) => after || '(none)').join(', ')}`);
  console.log(`  in the end: ${ended}`);
  if (asked.join() !== ',a,a,a,a') {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
});
JS
node look.cjs
