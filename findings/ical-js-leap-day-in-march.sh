#!/usr/bin/env bash
# Behaviour: ical.js 2.2.1 (Node) repeats an event of the 29th of February, `FREQ=YEARLY`
#   and no more, on the first of March in each other year, and so for each year to come; with BYMONTH and BYMONTHDAY it waits for
#   the leap year. Of yearly rules it leaves BYHOUR's later hours, BYSETPOS with BYDAY, and `BYDAY=20MO` or BYWEEKNO with BYDAY
#   out: those become weekly. `FREQ=DAILY;BYHOUR=9,17;BYSETPOS=-1` has both hours. It says nothing.
# Wrong guess: that a date which a year does not have is left out, as RFC 5545 (3.3.10) says; that a part of a rule which is parsed,
#   and printed again, is heeded. rrule 2.8.1 heeds all of them; the 31st of each month ical.js leaves out as well.
# What it means: who shares a calendar sees the event on days on which others don't have it, "the first Monday of the year" each
#   week, and COUNT is used up by days that do not exist. Expand such rules with rrule, or write yearly ones with BYMONTH and
#   BYMONTHDAY.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1 rrule@2.8.1 >/dev/null
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import rrule from 'rrule';

const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
console.log(`ical.js ${version('ical.js')}, rrule ${version('rrule')}`);

/** The times, to the hour, that ical.js makes of a rule. */
function ofIcal(start, rule) {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromString(start));
  const times = [];
  for (let next = iterator.next(); next && times.length < 9; next = iterator.next()) times.push(next.toString().slice(0, 13));
  return times.join(' ');
}
/** The same by rrule. */
function ofRrule(start, rule) {
  const text = `DTSTART:${start.replace(/[-:]/g, '')}\nRRULE:${rule}`;
  return rrule.rrulestr(text).all().map((one) => one.toISOString().slice(0, 13)).join(' ');
}
// Each start is the first time of its rule, so that the two need not agree on what else it might be.
const cases = [
  ['2028-02-29T09:00:00Z', 'FREQ=YEARLY;COUNT=3', '2028-02-29T09 2029-03-01T09 2030-03-01T09'],
  ['2028-02-29T09:00:00Z', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3', ''],
  ['2027-01-31T09:00:00Z', 'FREQ=MONTHLY;COUNT=3', ''],
  ['2026-11-30T06:00:00Z', 'FREQ=YEARLY;BYHOUR=6,18;COUNT=3', '2026-11-30T06 2027-11-30T06 2028-11-30T06'],
  ['2027-01-04T09:00:00Z', 'FREQ=YEARLY;BYDAY=MO;BYSETPOS=1;COUNT=3', '2027-01-04T09 2027-01-11T09 2027-01-18T09'],
  ['2027-05-17T09:00:00Z', 'FREQ=YEARLY;BYDAY=20MO;COUNT=3', '2027-05-17T09 2027-05-24T09 2027-05-31T09'],
  ['2027-01-04T09:00:00Z', 'FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3', '2027-01-11T09 2027-01-18T09 2027-01-25T09'],
  ['2026-11-30T17:00:00Z', 'FREQ=DAILY;BYHOUR=9,17;BYSETPOS=-1;COUNT=3', '2026-11-30T17 2026-12-01T09 2026-12-01T17'],
];
let changed = false;
for (const [start, rule, expected] of cases) {
  const [seen, right] = [ofIcal(start, rule), ofRrule(start, rule)];
  console.log(`from ${start.slice(0, 13)}, ${rule}\n  ical.js: ${seen}\n  rrule:   ${right}`);
  changed ||= seen !== (expected || right) || (expected !== '' && right === expected);
}
if (changed) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
TZ=UTC node look.mjs
