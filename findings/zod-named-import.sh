#!/usr/bin/env bash
# Behaviour: bundled by esbuild 0.28.2, `import { z } from 'zod'` (zod 4.6.7) brings everything that zod has, the error
#   texts of some fifty languages among it: five times the bytes of `import * as z from 'zod'`, for the same program.
# Wrong guess: that the two are one thing written in two ways, and that a bundler drops the languages either way, since
#   nothing names them.
# What it means: `z` is an object that zod itself makes of all its exports, and holds each of them; a bundler can shake the
#   module, not that object. Where size or the time to load counts, write the name space import.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' >package.json
npm install --silent --no-audit --no-fund zod@4.6.7 esbuild@0.28.2 >/dev/null

body="console.log(z.object({ name: z.string() }).safeParse({ name: 1 }).success);"
echo "import { z } from 'zod'; $body" >named.mjs
echo "import * as z from 'zod'; $body" >space.mjs
for way in named space; do
  npx esbuild "$way.mjs" --bundle --minify --format=esm --platform=node --log-level=error --outfile="$way.out.mjs"
done

node -e "
  const { statSync, readFileSync } = require('node:fs');
  const [named, space] = ['named', 'space'].map((way) => statSync(way + '.out.mjs').size);
  const version = (name) => require(name + '/package.json').version;
  const speaks = (way) => /Ung\u00fcltige Eingabe/.test(readFileSync(way + '.out.mjs', 'utf8').replace(/\\\\xFC/g, '\u00fc'));
  console.log('zod ' + JSON.parse(readFileSync('node_modules/zod/package.json')).version + ', esbuild ' + version('esbuild'));
  console.log('  import { z }:      ' + named + ' bytes, German among them: ' + speaks('named'));
  console.log('  import * as z:     ' + space + ' bytes, German among them: ' + speaks('space'));
  if (named < 3 * space || !speaks('named') || speaks('space')) {
    console.error('this is no longer so');
    process.exitCode = 1;
  }
"
[ "$(node named.out.mjs)" = "$(node space.out.mjs)" ]
