#!/usr/bin/env bash
# Behaviour: aniso8601 10.0.1 (Python; flask-restx 1.3.2 reads times with it) takes `2026-11-30T24:00:00Z`, the end of
#   that day, for its beginning: 24 hours early, without a word. The span from `2026-11-30T00:00:00Z` to it has no length.
#   python-dateutil 4.0.0 (isoparse), JavaScript's Date and luxon 3.7.2 read the first of December.
# Wrong guess: that a time which is read is read rightly, or refused, as this package refuses leap seconds; ISO 8601 has 24:00
#   so that the end of a day may be named.
# What it means: what a browser takes for the end of a day is its beginning for the server. A search of a log up to the end of
#   the day gives nothing of that day, and a contract or a window of maintenance that ends at 24:00 is over before it began.
#   Look for `T24` before reading, or read with isoparse.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund luxon@3.7.2 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check aniso8601==10.0.1 python-dateutil==4.0.0

cat >look.py <<'PY'
import importlib.metadata
import sys

import aniso8601
from dateutil.parser import isoparse

print(*(f"{name} {importlib.metadata.version(name)}" for name in ("aniso8601", "python-dateutil")), sep=", ", file=sys.stderr)
for text in sys.argv[1:]:
    print(f"{text} aniso8601: {aniso8601.parse_datetime(text):%Y-%m-%dT%H:%M}")
    print(f"{text} isoparse: {isoparse(text):%Y-%m-%dT%H:%M}")
begin, end = aniso8601.parse_interval("2026-11-30T00:00:00Z/2026-11-30T24:00:00Z")
print(f"the whole day, aniso8601: {(end - begin).total_seconds() / 3600:g} h")
PY
cat >look.cjs <<'JS'
const { DateTime } = require('luxon');

for (const text of process.argv.slice(2)) {
  console.log(`${text} Date: ${new Date(text).toISOString().slice(0, 16)}`);
  console.log(`${text} luxon: ${DateTime.fromISO(text, { zone: 'utc' }).toISO().slice(0, 16)}`);
}
JS
given=(2026-11-30T23:59:00Z 2026-11-30T24:00:00Z)
{
  venv/bin/python look.py "${given[@]}"
  node look.cjs "${given[@]}"
} | tee seen
cat >expected <<'TEXT'
2026-11-30T23:59:00Z aniso8601: 2026-11-30T23:59
2026-11-30T23:59:00Z isoparse: 2026-11-30T23:59
2026-11-30T24:00:00Z aniso8601: 2026-11-30T00:00
2026-11-30T24:00:00Z isoparse: 2026-12-01T00:00
the whole day, aniso8601: 0 h
2026-11-30T23:59:00Z Date: 2026-11-30T23:59
2026-11-30T23:59:00Z luxon: 2026-11-30T23:59
2026-11-30T24:00:00Z Date: 2026-12-01T00:00
2026-11-30T24:00:00Z luxon: 2026-12-01T00:00
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
