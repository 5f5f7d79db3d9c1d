#!/usr/bin/env bash
# Behaviour: the time that velocityjs 2.1.7 takes to parse an ordinary template grows with the square of its length:
#   twice the text takes four times as long. 400 KB of a plain mail take seconds, in one piece, on the only thread.
# Wrong guess: that a generated LALR(1) parser takes time in proportion to the text, so that a limit on the size of a
#   request is a limit on its time.
# What it means: bound the length of what is handed to parse() or render() by itself, far below the limit of a body, or
#   cut a template into its constructs and parse those; a user who may save a template can hold up the process.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund velocityjs@2.1.7 >/dev/null

cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'velocityjs';

console.log(`velocityjs ${JSON.parse(readFileSync('node_modules/velocityjs/package.json', 'utf8')).version}`);
const line = '<p>Dear $user.profile.firstName, your $!{a.b}.</p>\n';

/** CPU time in ms of the quicker of two runs. */
function time(lines) {
  const text = line.repeat(lines);
  const runs = [0, 1].map(() => {
    const start = process.cpuUsage();
    parse(text);
    return process.cpuUsage(start).user / 1000;
  });
  const best = Math.min(...runs);
  console.log(`${text.length} characters: ${best.toFixed(0)} ms`);
  return best;
}

time(500);
const one = time(2000);
const four = time(8000);
console.log(`four times the text, ${(four / one).toFixed(1)} times the time (in proportion: 4, by the square: 16)`);
process.exit(four / one > 8 ? 0 : 1);
JS
node look.mjs
