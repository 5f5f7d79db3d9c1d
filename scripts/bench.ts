import { parseArgs } from 'node:util';
import { accessSide } from './bench/access.js';
import { crafted } from './bench/crafted.js';
import { gaps } from './bench/gaps/index.js';
import { gapsOfWork } from './bench/gaps/works.js';
import { hooks } from './bench/hooks.js';
import { largeSeed } from './bench/large-seed.js';
import { longWork } from './bench/long-work.js';
import { type Figure, keeps } from './bench/measure.js';
import { perRequest } from './bench/per-request.js';
import { rsaKeys } from './bench/rsa-keys.js';
import { groupRules } from './bench/rules.js';
import { size } from './bench/size.js';
import { slowOnes } from './bench/slow.js';
import { speed } from './bench/speed.js';
import { build } from './build.js';

const benchmarks = [
  ...perRequest,
  ...speed,
  ...size,
  ...groupRules,
  ...longWork,
  ...largeSeed,
  ...hooks,
  ...slowOnes,
  ...gaps,
  ...gapsOfWork,
  ...accessSide,
  ...rsaKeys,
  ...crafted,
];
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, quick: { type: 'boolean' } } });
// Every figure is a ratio within one run, of medians over runs in turn: a busy machine moves both sides.
const effort = values.quick ? { runs: 3, seconds: 1 } : { runs: 5, seconds: 4 };

const digitsOf = { x: 2, ms: 1, MB: 0 };

function print(figure: Figure): void {
  const { name, value, unit, floor, note } = figure;
  const judged = floor ? `${floor[0]} ${floor[1]}`.padEnd(8) + (keeps(figure) ? 'kept' : 'MISSED') : '-'.padEnd(14);
  console.log(
    `${name.padEnd(52)}${`${value.toFixed(digitsOf[unit])} ${unit}`.padStart(10)}   ${judged.padEnd(14)}  ${note}`,
  );
}

const unknown = (values.only ?? []).filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  console.error(
    `bench: there is no ${unknown.join(', ')}; there are ${benchmarks.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}
await build();
let missed = 0;
for (const { name, measure } of benchmarks) {
  if (values.only && !values.only.includes(name)) continue;
  try {
    for (const figure of await measure(effort)) {
      print(figure);
      if (!keeps(figure)) missed += 1;
    }
  } catch (error) {
    missed += 1;
    console.log(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
console.log(missed === 0 ? '\nevery floor is kept' : `\n${missed} floors are missed`);
process.exit(missed === 0 ? 0 : 1);
