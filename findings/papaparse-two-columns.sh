#!/usr/bin/env bash
# Behaviour: papaparse 5.7.1, which is to find out the delimiter by itself, does not see the comma of a file of two columns
#   that ends with a line's end and has fewer than ten lines: the empty last line brings the mean below two. It takes the
#   comma all the same, and reports an error (UndetectableDelimiter). But where cells hold three or more values with `;` or
#   `|` between them, quoted or not, it takes that: `ann,"a;b;c"` becomes `ann,"a`, `b` and `c"`, under a column `login,roles`.
# Wrong guess: that a final line's end, which nearly each file has (RFC 4180, 2), changes nothing; that quotes protect what they
#   enclose; that `errors` is empty for a file without a fault. With three columns, or `skipEmptyLines`, all of it is so.
# What it means: `login,roles`, the file by which people are put into groups, is read as another one while it is short, as in
#   the first try; code that stops at errors refuses the good file, too. Give `delimiter: ','`, or `skipEmptyLines: true`,
#   which counts in the guess as well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund papaparse@5.7.1 >/dev/null

cat >look.cjs <<'JS'
const Papa = require('papaparse');

const file = (roles, lines) => `login,roles\n${`ann,${roles}\n`.repeat(lines)}`;
// What is read, with which options, and the first record and the errors that were seen.
const cases = [
  ['two columns', file('clerk', 2), {}, '{"login":"ann","roles":"clerk"}', 'UndetectableDelimiter TooFewFields'],
  ['two columns, no last line end', file('clerk', 2).trimEnd(), {}, '{"login":"ann","roles":"clerk"}', ''],
  ['lists with ;', file('"a;b;c"', 2), {}, '{"login,roles":"ann,\\"a","__parsed_extra":["b","c\\""]}', 'TooManyFields TooManyFields'],
  ['lists with |', file('a|b|c', 2), {}, '{"login,roles":"ann,a","__parsed_extra":["b","c"]}', 'TooManyFields TooManyFields'],
  ['lists with ;, no last line end', file('"a;b;c"', 2).trimEnd(), {}, '{"login":"ann","roles":"a;b;c"}', ''],
  ['lists with ;, ten lines', file('"a;b;c"', 9), {}, '{"login":"ann","roles":"a;b;c"}', 'TooFewFields'],
  ['lists with ;, skipEmptyLines', file('"a;b;c"', 2), { skipEmptyLines: true }, '{"login":"ann","roles":"a;b;c"}', ''],
];
console.log(`papaparse ${require('papaparse/package.json').version}`);
let changed = false;
for (const [name, text, options, record, errors] of cases) {
  const seen = Papa.parse(text, { header: true, ...options });
  const first = JSON.stringify(seen.data[0]);
  const codes = seen.errors.map((error) => error.code).join(' ');
  console.log(`  ${name}\n    ${first}  errors: ${codes || 'none'}`);
  changed ||= first !== record || codes !== errors;
}
if (changed) {
  console.error('this is no longer so');
  process.exitCode = 1;
}
JS
node look.cjs
