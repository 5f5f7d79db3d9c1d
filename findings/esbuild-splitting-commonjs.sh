#!/usr/bin/env bash
# Behaviour: esbuild 0.28.2 with --splitting turns `await import('a-commonjs-package')` into a namespace that has
#   `default` alone. The same line has the package's named exports in Node, under tsx, and when esbuild bundles without
#   --splitting.
# Wrong guess: that splitting changes where code lies, not what it gives; `const { create } = await import('xmlbuilder2')`
#   passes every test on the sources and is undefined in the build.
# What it means: load a CommonJS package lazily through a module of your own that imports it statically
#   (`import { create } from 'xmlbuilder2'`) and import that module lazily. Known upstream, and open, as issue 3245 of
#   evanw/esbuild; the build reports neither error nor warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund esbuild@0.28.2 xmlbuilder2@4.0.3 >/dev/null

cat >direct.mjs <<'JS'
const found = await import('xmlbuilder2');
console.log(typeof found.create);
JS
cat >own.mjs <<'JS'
export { create } from 'xmlbuilder2';
JS
cat >through.mjs <<'JS'
const found = await import('./own.mjs');
console.log(typeof found.create);
JS

banner="import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);"
bundled() {
  local out=$1 entry=$2
  shift 2
  npx esbuild "$entry" --bundle --format=esm --platform=node --log-level=warning "--banner:js=$banner" \
    "--outdir=$out" --out-extension:.js=.mjs "$@" >&2
  node "$out/$entry"
}
in_node=$(node direct.mjs)
whole=$(bundled whole direct.mjs)
split=$(bundled split direct.mjs --splitting)
mended=$(bundled mended through.mjs --splitting)

echo "node $(node --version), esbuild $(npx esbuild --version), xmlbuilder2 4.0.3"
echo "the type of (await import('xmlbuilder2')).create"
echo "  in Node                        $in_node"
echo "  bundled                        $whole"
echo "  bundled with --splitting       $split"
echo "  so, through a module of ours   $mended"
[ "$in_node $whole $split $mended" = "function function undefined function" ] || {
  echo "this is no longer so" >&2
  exit 1
}
