#!/usr/bin/env bash
# Behaviour: dayjs 1.11.23 reads the fraction of a second as a count of milliseconds where no zone is named:
#   `2026-11-30T10:00:00.5` is 5 ms after ten, in place of 500, and `.25` is 25 ms; so does `dayjs.utc`. With `Z` or an
#   offset behind, the same digits are read rightly. A day of the year, `2026-334`, becomes a day in 2028.
# Wrong guess: that a library for dates reads ISO 8601 as Date, date-fns and luxon do, with a zone or without; and that two
#   times which were written in order are read in order.
# What it means: PostgreSQL writes times without their last zeros, so that of those kept to the millisecond each tenth is off
#   by up to 0.9 s; logs are out of order by less than anybody looks at, and the `since` of a poll skips or repeats events.
#   Add the `Z` before reading. Known upstream (iamkun/dayjs, issue 1923, of 2022) and open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund dayjs@1.11.23 date-fns@4.4.0 luxon@3.7.2 >/dev/null

cat >look.cjs <<'JS'
const { parseISO } = require('date-fns');
const dayjs = require('dayjs');
dayjs.extend(require('dayjs/plugin/utc'));
const { DateTime } = require('luxon');
const version = (name) => require(`${name}/package.json`).version;

// A time, what dayjs makes of it, and what all others do.
const cases = [
  ['2026-11-30T10:00:00.500', '2026-11-30T10:00:00.500Z', '2026-11-30T10:00:00.500Z'],
  ['2026-11-30T10:00:00.5', '2026-11-30T10:00:00.005Z', '2026-11-30T10:00:00.500Z'],
  ['2026-11-30T10:00:00.25', '2026-11-30T10:00:00.025Z', '2026-11-30T10:00:00.250Z'],
  ['2026-11-30T10:00:00.5Z', '2026-11-30T10:00:00.500Z', '2026-11-30T10:00:00.500Z'],
  ['2026-334', '2028-09-04T00:00:00.000Z', '2026-11-30T00:00:00.000Z'],
];
const readers = {
  dayjs: (text) => dayjs(text).toISOString(),
  'dayjs.utc': (text) => dayjs.utc(text).toISOString(),
  'date-fns': (text) => parseISO(text).toISOString(),
  luxon: (text) => DateTime.fromISO(text).toJSDate().toISOString(),
};
console.log(['dayjs', 'date-fns', 'luxon'].map((name) => `${name} ${version(name)}`).join(', '));
let changed = false;
for (const [text, expected, right] of cases) {
  const seen = Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(text)]));
  console.log(`${text}\n${Object.entries(seen).map(([name, value]) => `  ${name.padEnd(10)} ${value}`).join('\n')}`);
  changed ||= seen.dayjs !== expected || seen['dayjs.utc'] !== expected || seen['date-fns'] !== right || seen.luxon !== right;
}
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
TZ=UTC node look.cjs
