import type { Fault } from './sources.js';

/** Faults of one rule in one file that stand for a while. */
export interface Pending {
  readonly rule: string;
  readonly path: string;
  /** How many there are, exactly: with one less, the line must change or go. */
  readonly faults: number;
  /** What takes them away. */
  readonly why: string;
}

/** What stands for a while. This list only ever gets shorter. */
export const pending: readonly Pending[] = [];

/** Leaves out the faults that stand for a while, and adds one for each line of the list that no longer holds. */
export function withoutPending(faults: readonly Fault[], list: readonly Pending[]): Fault[] {
  const of = ({ rule, path }: Pending): Fault[] => faults.filter((fault) => fault.rule === rule && fault.path === path);
  const standing = new Set(list.flatMap((line) => (of(line).length <= line.faults ? of(line) : [])));
  const stale = list.flatMap((line): Fault[] => {
    const found = of(line).length;
    if (found >= line.faults) return [];
    const what = `${found} of ${line.faults} faults (${line.rule}) are left: ${found === 0 ? 'take its line off' : 'say so in'} scripts/check/pending.ts`;
    return [{ rule: 'pending', path: line.path, line: 1, what }];
  });
  return [...faults.filter((fault) => !standing.has(fault)), ...stale];
}
