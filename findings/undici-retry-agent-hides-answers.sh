#!/usr/bin/env bash
# Behaviour: through a RetryAgent of undici 7.30.2, fetch rejects with "fetch failed" at an answer of 429, 500, 502, 503 or 504:
#   of a GET after the last try, and of a POST, which it does not try again, at the first. Status, headers and body are gone
#   but for a number in `error.cause.statusCode`. All other refusals (400, 404, 409) are answers as ever.
# Wrong guess: that a thing which tries again changes how often one asks, and nothing for requests that it leaves alone; that
#   fetch rejects where there is no answer.
# What it means: `if (response.status === 429)` and the API's error texts stop working on the day the agent is put in, for
#   writing most of all; a POST that was refused for its body's sake (500 with a reason) reads like a broken line, and is sent
#   anew by what retries those. Give `throwOnError: false`, which keeps the tries and gives the last answer.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund undici@7.30.2 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { Agent, fetch, RetryAgent } from 'undici';

let asked = 0;
const server = createServer((request, response) => {
  asked++;
  request.resume();
  response.writeHead(Number(request.url.slice(1)), { 'Content-Type': 'application/json' });
  response.end('{"errorCode":"E0000047"}');
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));

async function answer(method, status, dispatcher) {
  asked = 0;
  const url = `http://127.0.0.1:${server.address().port}/${status}`;
  const said = await fetch(url, { method, dispatcher }).then(
    async (response) => `${response.status} ${await response.text()}`,
    (error) => `rejects: ${error.message} (${error.cause.code}, statusCode ${error.cause.statusCode}, body ${error.cause.body})`,
  );
  return `asked ${asked}, ${said}`;
}

const few = { maxRetries: 1, minTimeout: 10, maxTimeout: 10 };
const agents = {
  'Agent': new Agent(),
  'RetryAgent': new RetryAgent(new Agent(), few),
  'RetryAgent, throwOnError: false': new RetryAgent(new Agent(), { ...few, throwOnError: false }),
};
const gone = (times, status) => `asked ${times}, rejects: fetch failed (UND_ERR_REQ_RETRY, statusCode ${status}, body undefined)`;
const told = (times, status) => `asked ${times}, ${status} {"errorCode":"E0000047"}`;
const expected = {
  'GET 429': [told(1, 429), gone(2, 429), told(2, 429)],
  'POST 429': [told(1, 429), gone(1, 429), told(1, 429)],
  'POST 500': [told(1, 500), gone(1, 500), told(1, 500)],
  'POST 409': [told(1, 409), told(1, 409), told(1, 409)],
};
console.log(`undici ${JSON.parse(readFileSync('node_modules/undici/package.json', 'utf8')).version}`);
let changed = false;
for (const [name, all] of Object.entries(expected)) {
  const [method, status] = name.split(' ');
  console.log(`  ${name}`);
  for (const [i, [agent, dispatcher]] of Object.entries(agents).entries()) {
    const seen = await answer(method, status, dispatcher);
    console.log(`    ${agent.padEnd(32)} ${seen}`);
    changed ||= seen !== all[i];
  }
}
server.close();
for (const agent of Object.values(agents)) await agent.close();
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.mjs
