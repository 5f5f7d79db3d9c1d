#!/usr/bin/env bash
# Behaviour: in Node 20 an import() that fails since no file can be opened at that moment (EMFILE) fails for ever: the
#   rejection is kept under the module's URL, and each later import() of it gives the same error, though files can be
#   opened again. require() of the same file tries anew and succeeds. Later versions of Node forget such a failure; from
#   24 on require() calls it ERR_INVALID_PACKAGE_CONFIG, since it is the nearest package.json that cannot be opened.
# Wrong guess: that what is loaded lazily, on first use, recovers by itself when the next use comes.
# What it means: a server that loads routes or plugins by import() under load loses each of them until it is started
#   again, and a handler that answers "try again" is not telling the truth. Load them by createRequire() or from
#   CommonJS, or before connections are taken.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
echo 'export const loaded = true;' >"$folder/imported.mjs"
echo 'exports.loaded = true;' >"$folder/required.cjs"
cat >"$folder/lazy.mjs" <<'JS'
import { closeSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const ways = {
  'import()': () => import('./imported.mjs'),
  'require()': async () => require('./required.cjs'),
};
const tried = async (load) => {
  try {
    return (await load()).loaded ? 'loaded' : 'empty';
  } catch (error) {
    return error.code;
  }
};
const open = [];
try {
  for (;;) open.push(openSync('/dev/null'));
} catch (error) {
  if (error.code !== 'EMFILE') throw error;
}
const under = {};
for (const [name, load] of Object.entries(ways)) under[name] = await tried(load);
for (const file of open) closeSync(file);
for (const [name, load] of Object.entries(ways)) console.log(name, under[name], await tried(load));
JS
ulimit -n 64
said=$(node "$folder/lazy.mjs")
echo "node $(node --version)"
echo "way, while no file can be opened, and afterwards"
echo "$said" | sed 's/^/  /'
case $(node --version) in
  v20.*) expected=$'import() EMFILE EMFILE\nrequire() EMFILE loaded' ;;
  v22.*) expected=$'import() EMFILE loaded\nrequire() EMFILE loaded' ;;
  *) expected=$'import() EMFILE loaded\nrequire() ERR_INVALID_PACKAGE_CONFIG loaded' ;;
esac
if [ "$said" != "$expected" ]; then
  echo "this is no longer so" >&2
  exit 1
fi
