import { parseArgs } from 'node:util';
import { build } from './build.js';
import { killRounds } from './kill/rounds.js';

/** `tsx scripts/kill.ts --rounds 200 --seed 1`: kills a loaded sandbox again and again and checks what it kept. */
const { values } = parseArgs({ options: { rounds: { type: 'string' }, seed: { type: 'string' } } });
const rounds = Number(values.rounds ?? 200);
const seed = Number(values.seed ?? 1);
await build();
const started = performance.now();
/** How many losses were told of already; of each round some are enough. */
let told = 0;
const found = await killRounds(rounds, seed, (round, { answered, lost }) => {
  for (const what of lost.slice(told, told + 5)) console.log(`round ${round}: ${what}`);
  told = lost.length;
  if (round % 20 === 0) console.log(`round ${round}: ${answered} answered writes so far, none may be missing`);
});
const seconds = ((performance.now() - started) / 1000).toFixed(0);
for (const [what, times] of found.met) console.log(`  ${what}: ${times}`);
console.log(
  `${rounds} kills (seed ${seed}), ${found.answered} answered writes, ${found.lost.length} lost or torn, ${seconds} s`,
);
process.exitCode = found.lost.length === 0 ? 0 : 1;
