#!/usr/bin/env bash
# Behaviour: liquidjs 10.30.1 prints `{{ "2026-11-30" | date: "%Y-%m-%d" }}` as 2026-11-29 in a process west of Greenwich: it
#   reads a day as midnight of UTC and prints it by the clock of the machine. `2026-11-30 00:00` is printed as the 30th, and
#   a time that names its offset, `2026-11-30T23:00:00-08:00`, as the first of December. python-liquid 2.3.6 prints the 30th
#   for all of them, by any clock.
# Wrong guess: that a day which is written into a template comes out as that day; that a port of Liquid keeps the offset of a
#   time, as Liquid itself does, and that what a template prints does not depend on where it runs.
# What it means: mails name the day before for a birthday, an end of contract, a deadline, and CI, which runs in UTC, shows
#   the right one. Write `new Liquid({ timezoneOffset: 0 })` where days are printed, and `preserveTimezones: true` where times
#   with an offset are; neither does for the other.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund liquidjs@10.30.1 >/dev/null
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-liquid==2.3.6

cat >look.cjs <<'JS'
const { Liquid } = require('liquidjs');

const options = { plain: {}, 'timezoneOffset: 0': { timezoneOffset: 0 }, preserveTimezones: { preserveTimezones: true } };
for (const [name, given] of Object.entries(options)) {
  const engine = new Liquid(given);
  const days = process.argv.slice(2).map((day) => engine.parseAndRenderSync('{{ day | date: "%d" }}', { day }));
  console.log(`${process.env.TZ}, liquidjs, ${name}: ${days.join(' ')}`);
}
JS
cat >look.py <<'PY'
import os
import sys

from liquid import render

days = [render('{{ day | date: "%d" }}', day=day) for day in sys.argv[1:]]
print(f"{os.environ['TZ']}, python-liquid: {' '.join(days)}")
PY
node -p '`liquidjs ${require("liquidjs/package.json").version}`'
venv/bin/pip list --disable-pip-version-check 2>/dev/null | grep python-liquid
given=("2026-11-30" "2026-11-30 00:00" "2026-11-30T23:00:00-08:00")
echo "  the day of the month of ${given[*]@Q}"
for zone in UTC America/New_York; do
  TZ=$zone node look.cjs "${given[@]}"
  TZ=$zone venv/bin/python look.py "${given[@]}"
done | tee seen
cat >expected <<'TEXT'
UTC, liquidjs, plain: 30 30 01
UTC, liquidjs, timezoneOffset: 0: 30 30 01
UTC, liquidjs, preserveTimezones: 30 30 30
UTC, python-liquid: 30 30 30
America/New_York, liquidjs, plain: 29 30 01
America/New_York, liquidjs, timezoneOffset: 0: 30 30 01
America/New_York, liquidjs, preserveTimezones: 29 30 30
America/New_York, python-liquid: 30 30 30
TEXT
diff expected seen || {
  echo "this is no longer so" >&2
  exit 1
}
