#!/usr/bin/env bash
# Behaviour: msw 2.15.0 keeps the cookies that its mocked answers set, in Node, too, and adds them to every later request to
#   that host: those that no handler is for, and go to the real server, among them, and those of node:http. They leave as they
#   were set, with their attributes, and twice: `Cookie: sid=1; Path=/; HttpOnly; sid=1; Path=/; HttpOnly`. `credentials:
#   'omit'`, resetHandlers(), and close() with a new setupServer() change nothing about it.
# Wrong guess: that fetch in Node has no cookies, and that a mock answers requests and leaves those that it lets pass as they
#   were; that after resetHandlers() the next test begins anew.
# What it means: after a test that signs in, tests of "no session" meet one, by their order; code that forgets to send its
#   cookie passes, and fails in production. Servers that are strict about the header see cookies called Path. There is
#   no call that empties the store: let the mocked answer end the cookie (`Max-Age=0`) after each test, or leave
#   `Set-Cookie` out. (See mswjs/msw, issues 1586 and 2465.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund msw@2.15.0 >/dev/null

cat >look.mjs <<'JS'
import http from 'node:http';
import { createRequire } from 'node:module';
import { http as mock, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

// The real server says which cookies it was sent.
const real = http.createServer((request, response) => response.end(request.headers.cookie ?? 'none'));
await new Promise((ready) => real.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${real.address().port}`;
const byFetch = (init) => fetch(`${base}/me`, init).then((response) => response.text());
const byHttp = () =>
  new Promise((resolve) => {
    http.get(`${base}/me`, async (response) => resolve(Buffer.concat(await response.toArray()).toString()));
  });
const setting = (path, cookie) => mock.post(base + path, () => new HttpResponse(null, { headers: { 'Set-Cookie': cookie } }));
const handlers = [setting('/login', 'sid=1; Path=/; HttpOnly'), setting('/logout', 'sid=; Path=/; Max-Age=0')];

console.log(`msw ${createRequire(import.meta.url)('msw/package.json').version}; cookies that the real server is sent:`);
const seen = [];
const look = async (name, ask) => {
  seen.push(await ask());
  console.log(`  ${name.padEnd(34)} ${seen.at(-1)}`);
};
const server = setupServer(...handlers);
server.listen({ onUnhandledRequest: 'bypass' });
await look('before', byFetch);
await fetch(`${base}/login`, { method: 'POST' });
await look('after a mocked sign-in', byFetch);
await look("credentials: 'omit'", () => byFetch({ credentials: 'omit' }));
await look('node:http', byHttp);
server.resetHandlers();
await look('after resetHandlers()', byFetch);
server.close();
await look('closed', byFetch);
const another = setupServer(...handlers);
another.listen({ onUnhandledRequest: 'bypass' });
await look('another setupServer()', byFetch);
await fetch(`${base}/logout`, { method: 'POST' });
await look('after a mocked answer of Max-Age=0', byFetch);
another.close();
real.close();
real.closeAllConnections();

const twice = 'sid=1; Path=/; HttpOnly; sid=1; Path=/; HttpOnly';
const expected = ['none', twice, twice, twice, twice, 'none', twice, 'none'];
if (JSON.stringify(seen) !== JSON.stringify(expected)) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
