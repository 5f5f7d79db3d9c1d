#!/usr/bin/env bash
# Behaviour: the duration plugin of dayjs 1.11.23 reads `-PT1H` as one hour, not as minus one, and `PT1,5H` as nothing. It
#   writes `-PT1H` itself: minus an hour, written and read back, is plus an hour. iso8601-duration 2.1.4 drops the sign,
#   too. luxon 3.7.2 reads minus one hour, and says of the comma that it is invalid.
# Wrong guess: that what a library writes with toISOString() it reads; that a sign which is not understood is an error, as any
#   other letter there is for most readers; that a comma, which ISO 8601 has beside the point, is read or refused.
# What it means: a correction of a clock, a time left that is over, a "since" of `now + duration` go the wrong way by twice the
#   amount, and look sound in the log. Read the sign by yourself, or with another library. Known upstream (iamkun/dayjs,
#   issues 1516 and 1788, of 2021 and 2022) and open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund dayjs@1.11.23 iso8601-duration@2.1.4 luxon@3.7.2 >/dev/null

cat >look.cjs <<'JS'
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/duration'));
const iso8601 = require('iso8601-duration');
const { Duration } = require('luxon');
const version = (name) => require(`${name}/package.json`).version;

const readers = {
  dayjs: (text) => dayjs.duration(text).asMinutes(),
  'iso8601-duration': (text) => iso8601.toSeconds(iso8601.parse(text)) / 60,
  luxon: (text) => Duration.fromISO(text).as('minutes'),
};
// A duration, and the minutes in it as each of them reads it.
const cases = [
  ['PT1H', [60, 60, 60]],
  ['-PT1H', [60, 60, -60]],
  ['-P1DT12H', [2160, 2160, -2160]],
  ['PT1,5H', [0, 90, NaN]],
];
console.log(Object.keys(readers).map((name) => `${name} ${version(name)}`).join(', '));
let changed = false;
for (const [text, expected] of cases) {
  const seen = Object.values(readers).map((read) => read(text));
  console.log(`  ${text.padEnd(10)} ${Object.keys(readers).map((name, i) => `${name} ${seen[i]} min`).join(', ')}`);
  changed ||= seen.join() !== expected.join();
}
const written = dayjs.duration(-1, 'hour').toISOString();
const back = dayjs.duration(written).asMinutes();
console.log(`  dayjs writes -60 min as ${written} and reads it as ${back} min`);
if (changed || written !== '-PT1H' || back !== 60) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
node look.cjs
