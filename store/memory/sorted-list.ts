/** What is sorted: by a key that no two have. */
export interface KeyedItem {
  readonly key: string;
}

/** Items that are sorted, or merged, in one step. */
const RUN = 2048;

const isBefore = (a: KeyedItem, b: KeyedItem): boolean => a.key < b.key;

function* merged<T extends KeyedItem>(a: readonly T[], b: readonly T[]): Generator<void, T[]> {
  const all: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && (right === undefined || isBefore(left, right))) {
      all.push(left);
      i += 1;
    } else {
      all.push(right as T);
      j += 1;
    }
    if (all.length % RUN === 0) yield;
  }
  return all;
}

/** Sorts items by their keys, some at a time: yields between two steps. Items that are in order cost a look. */
export function* sortedInSteps<T extends KeyedItem>(items: readonly T[]): Generator<void, readonly T[]> {
  if (items.every((item, i) => i === 0 || isBefore(items[i - 1] as T, item))) return items;
  let runs: T[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort((a, b) => (isBefore(a, b) ? -1 : 1)));
    yield;
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let n = 0; n < runs.length; n += 2) longer.push(yield* merged(runs[n] ?? [], runs[n + 1] ?? []));
    runs = longer;
  }
  return runs[0] ?? [];
}
