#!/usr/bin/env bash
# Behaviour: parse-link-header 2.0.0 gives null for a `Link` header of more than 2000 letters, as it does where there is no
#   header at all. A header with `self` and `next`, in which each URL repeats a search of 800 letters, is read; with 1000 it is
#   not. Throwing instead is a matter of an environment variable, which is read once, at the first `require`.
# Wrong guess: that null says "no links", and so "last page"; that the length of a header is a matter of the HTTP parser (Node
#   takes 16 KB), and that a limit which is met is an error.
# What it means: `while (next)` ends after the first page, for long searches alone, such as `id eq "..." or id eq "..."` over
#   thirty ids; no test with a short search shows it. Set PARSE_LINK_HEADER_MAXLEN before the process starts, or compare
#   the result with the header: null for a header that is there is an error. (The end of its README has the limit.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund parse-link-header@2.0.0 >/dev/null

cat >look.cjs <<'JS'
const { createServer } = require('node:http');
const parse = require('parse-link-header');

// An org of three pages, which repeats the search in its links, as servers do.
const server = createServer((request, response) => {
  const self = new URL(request.url, `http://${request.headers.host}`);
  const page = Number(self.searchParams.get('after') ?? 0);
  const next = new URL(self);
  next.searchParams.set('after', String(page + 1));
  response.setHeader('Link', page < 2 ? `<${self}>; rel="self", <${next}>; rel="next"` : `<${self}>; rel="self"`);
  response.end();
});

async function pages(ids) {
  const search = Array.from({ length: ids }, (_, i) => `id eq "00u${String(i).padStart(17, '0')}"`).join(' or ');
  let url = `http://127.0.0.1:${server.address().port}/users?${new URLSearchParams({ search })}`;
  const seen = [];
  while (url) {
    const { headers } = await fetch(url);
    seen.push(headers.get('link').length);
    url = parse(headers.get('link'))?.next?.url;
  }
  return seen;
}

server.listen(0, '127.0.0.1', async () => {
  const limit = process.env.PARSE_LINK_HEADER_MAXLEN ?? 'none set';
  console.log(`parse-link-header ${require('parse-link-header/package.json').version}, limit: ${limit}`);
  const walks = [];
  for (const ids of [5, 20, 30]) {
    const seen = await pages(ids);
    console.log(`  a search for ${ids} ids: ${seen.length} of 3 pages (headers of ${seen.join(', ')} letters)`);
    walks.push(seen.length);
  }
  server.close();
  if (walks.join() !== process.argv[2]) {
    console.error('this is no longer so');
    process.exit(1);
  }
});
JS
node look.cjs 3,3,1
PARSE_LINK_HEADER_MAXLEN=16384 node look.cjs 3,3,3
