#!/usr/bin/env bash
# Behaviour: image-size 2.1.0 reads sizes of valid SVG files wrongly and says nothing. Two blanks in a viewBox shift its
#   numbers by one (24 x 12 becomes 0 x 24), commas leave width and height out of the answer, and a size that stands in a
#   comment before the root is taken for the image's. Blanks around the `=` of width and height make it throw.
# Wrong guess: that an answer without an exception has the two numbers, and that they are the image's.
# What it means: hand it the tag of the root element alone, check that both numbers are whole and above 0, and count an
#   SVG without them as unreadable.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund image-size@2.1.0 >/dev/null

cat >look.mjs <<'JS'
import { imageSize } from 'image-size';

const cases = [
  ['one blank', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 12"/>', '24 x 12'],
  ['two blanks', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0  0 24 12"/>', '0 x 24'],
  ['commas', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,24,12"/>', 'undefined x undefined'],
  [
    'a comment',
    '<!-- <svg width="1" height="1"/> --><svg xmlns="http://www.w3.org/2000/svg" width="24" height="12"/>',
    '1 x 1',
  ],
  ['blanks around =', '<svg xmlns="http://www.w3.org/2000/svg" width = "24" height = "12"/>', 'TypeError: Invalid SVG'],
];
let changed = false;
for (const [what, text, expected] of cases) {
  let seen;
  try {
    const { width, height } = imageSize(Buffer.from(text));
    seen = `${width} x ${height}`;
  } catch (error) {
    seen = `${error.name}: ${error.message}`;
  }
  console.log(`  ${what.padEnd(16)} ${seen}`);
  changed ||= seen !== expected;
}
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
echo "node $(node --version), image-size $(npm ls image-size --parseable --long | sed 's/.*image-size@//; s/:.*//')"
echo "the size of five SVG images of 24 x 12"
node look.mjs
