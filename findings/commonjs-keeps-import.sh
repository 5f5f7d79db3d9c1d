#!/usr/bin/env bash
# Behaviour: esbuild 0.28.2 with --format=cjs leaves `import()` of a package that stays outside the bundle as it is, and
#   so does Rollup 4.68.4 by default. Node runs such a file. Jest 30.5.2 in its default mode loads it without a word, and
#   refuses the call when it comes to it: ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG. In a test that expects a
#   rejection, that one passes for it.
# Wrong guess: that a CommonJS build is what Jest's default mode needs, and that a test that loads it proves it. It shows
#   only in the test that first reaches what is loaded late.
# What it means: build CommonJS with esbuild's `--supported:dynamic-import=false`, or Rollup's
#   `output.dynamicImportInCjs: false`: then it is a `require` in a promise, and as late as before.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund esbuild@0.28.2 @rollup/wasm-node@4.68.4 jest@30.5.2 ms@2.1.3 >/dev/null

cat >source.mjs <<'JS'
export const late = async (text) => (await import('ms')).default(text);
JS
cat >rollup.mjs <<'JS'
import { rollup } from '@rollup/wasm-node';
const bundle = await rollup({ input: 'source.mjs', external: ['ms'] });
await bundle.write({ file: 'rollup.cjs', format: 'cjs' });
await bundle.write({ file: 'rollup-require.cjs', format: 'cjs', dynamicImportInCjs: false });
JS
esbuild() { npx esbuild source.mjs --bundle --format=cjs --platform=node --packages=external --log-level=warning "$@"; }
esbuild --outfile=esbuild.cjs
esbuild --outfile=esbuild-require.cjs --supported:dynamic-import=false
node rollup.mjs

cat >say.cjs <<'JS'
module.exports = async (file) => {
  const { late } = require(file);
  try {
    return `${await late('1s')}`;
  } catch (error) {
    return error.code ?? error.message;
  }
};
JS
cat >in-jest.test.cjs <<'JS'
const say = require('./say.cjs');
test('says', async () => {
  require('node:fs').writeFileSync('said', await say(process.env.FILE));
});
JS
in_node() { node -e "require('./say.cjs')('./$1').then((text) => console.log(text))"; }
in_jest() {
  FILE="./$1" npx jest in-jest --testMatch '**/*.test.cjs' >/dev/null 2>&1 || true
  cat said
}
echo "node $(node --version), esbuild $(npx esbuild --version), rollup 4.68.4, jest $(npx jest --version)"
echo "what late('1s') gives, in Node and in Jest"
found=''
for file in esbuild.cjs esbuild-require.cjs rollup.cjs rollup-require.cjs; do
  line="$(in_node "$file") $(in_jest "$file")"
  printf '  %-22s %s\n' "$file" "$line"
  found="$found$line;"
done
missing=ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG
[ "$found" = "1000 $missing;1000 1000;1000 $missing;1000 1000;" ] || {
  echo "this is no longer so" >&2
  exit 1
}
