import type { Clock } from '../store/clock.js';
import type { Migrations } from '../store/state/migrations.js';
import { loadSeed } from './load.js';
import * as table from './migrations/index.js';
import type { Step } from './migrations/step.js';

/** Names in an order in which each comes after those that its step says. Throws Error for steps that wait for each other. */
export function stepsInOrder(steps: Readonly<Record<string, Step>>): string[] {
  const done: string[] = [];
  const add = (name: string, waiting: readonly string[]): void => {
    if (done.includes(name)) return;
    const step = steps[name];
    if (!step || waiting.includes(name)) throw new Error(`the step "${name}" is not there, or waits for itself`);
    for (const other of step.after ?? []) add(other, [...waiting, name]);
    done.push(name);
  };
  for (const name of Object.keys(steps).sort()) add(name, []);
  return done;
}

const steps: Readonly<Record<string, Step>> = { ...table };
const names = stepsInOrder(steps);

/** What orgs of earlier versions need; times of what is added are the clock's. */
export const migrationsFor = (clock: Clock): Migrations => ({
  names,
  async load(wanted) {
    const defaults = await loadSeed('default');
    return wanted.map((name) => ({
      name,
      run: (store, ids) => steps[name]?.run({ store, ids, clock, defaults }),
    }));
  },
});
