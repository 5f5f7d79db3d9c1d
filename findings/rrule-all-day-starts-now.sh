#!/usr/bin/env bash
# Behaviour: rrulestr of rrule 2.8.1 (Node) does not see the start of an all-day event as calendars write it,
#   `DTSTART;VALUE=DATE:20270101`, and takes the moment of the call for the start: the three days are those from now on. So it is
#   with `VALUE=DATE-TIME`, the default written out. An exception by another clock than the start's (`EXDATE:...Z` beside a
#   DTSTART with a TZID) takes nothing away. python-dateutil 4.0.0, whose port it is, reads all of them. No error comes.
# Wrong guess: that a start which is there is used, or refused, as other parameters are; that the same instant in UTC is the same
#   exception, as RFC 5545 (3.8.5.1, 3.3.5) has it.
# What it means: holidays and shifts of whole days move with the clock of the server, with a time of day, and are others at each
#   restart; a meeting that was called off takes place. Without `VALUE=DATE` the same text is right: cut it off before reading,
#   and write exceptions by the clock of the start.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund rrule@2.8.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==4.0.0 tzdata==2026.6
cat >texts.json <<'JSON'
[
  "DTSTART:20270101\nRRULE:FREQ=DAILY;COUNT=3",
  "DTSTART;VALUE=DATE:20270101\nRRULE:FREQ=DAILY;COUNT=3",
  "DTSTART;VALUE=DATE-TIME:20270101T090000Z\nRRULE:FREQ=DAILY;COUNT=3",
  "DTSTART;TZID=America/New_York:20270101T090000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE;TZID=America/New_York:20270102T090000",
  "DTSTART;TZID=America/New_York:20270101T090000\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20270102T140000Z"
]
JSON
cat >look.py <<'PY'
import json
from dateutil.rrule import rrulestr
from dateutil.tz import UTC

texts = json.load(open("texts.json"))
# A time without a zone is taken as one of UTC, as rrule does.
utc = lambda one: (one if one.tzinfo else one.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
json.dump([[utc(one) for one in rrulestr(text)] for text in texts], open("python.json", "w"))
PY
venv/bin/python look.py
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import rrule from 'rrule';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
const [texts, python] = [json('texts.json'), json('python.json')];
console.log(`rrule ${json('node_modules/rrule/package.json').version}, python-dateutil 4.0.0`);
const before = Date.now();
const dates = texts.map((text) => rrule.rrulestr(text).all());
const seen = dates.map((list) => list.map((one) => one.toISOString().replace(/:\d\d\.\d+Z$/, 'Z')));
texts.forEach((text, at) => {
  console.log(`${text.replaceAll('\n', '\n  ')}\n    rrule:    ${seen[at].join(' ')}\n    dateutil: ${python[at].join(' ')}`);
});
const same = texts.map((_, at) => seen[at].join() === python[at].join());
// The first of the dates is now, to the second.
const now = [1, 2].every((at) => Math.abs(dates[at][0].getTime() - before) < 2000 && dates[at].length === 3);
if (same.join() !== 'true,false,false,true,false' || !now || seen[4].length !== 3 || python[4].length !== 2) {
  console.error('this is no longer so');
  process.exit(1);
}
JS
TZ=UTC node look.mjs
