import type { Rows } from './memory/collection.js';
import { keysOf } from './memory/row-index.js';
import type { Row } from './rows/common.js';
import type { KeyOf } from './rows/spec.js';

interface Contest {
  readonly rows: Rows<Row>;
  readonly index: string;
  readonly key: string;
  readonly ids: readonly [string, string];
}

const has = (rows: Rows<Row>, id: string, { index, key }: Contest): boolean => {
  const row = rows.get(id);
  return row !== undefined && keysOf(rows.spec.unique[index] as KeyOf<Row>, row).includes(key);
};

/**
 * Keys that a replayed row has while another has them still. A commit is each row's last word in no particular order, so
 * that only its end tells whether one of the two let go.
 */
export class Contested {
  readonly #contests: Contest[] = [];

  /** Looks at a row that is about to be put. @returns what cannot be, in words */
  look(rows: Rows<Row>, row: Row): string | undefined {
    const [inPlace] = rows.page({ limit: 1, after: { seq: row.seq - 1 } }).rows;
    if (inPlace?.seq === row.seq && inPlace.id !== row.id)
      return `${rows.name} ${row.id}: its "seq" is that of ${inPlace.id}`;
    for (const [index, of] of Object.entries(rows.spec.unique)) {
      for (const key of keysOf(of, row)) {
        const holder = rows.by(index, key);
        if (holder && holder.id !== row.id) this.#contests.push({ rows, index, key, ids: [holder.id, row.id] });
      }
    }
    return undefined;
  }

  /** The first key that two rows have now, in words. */
  get left(): string | undefined {
    const found = this.#contests.find((contest) => contest.ids.every((id) => has(contest.rows, id, contest)));
    return found && `${found.rows.name} ${found.ids.join(' and ')} have the same ${found.index}, "${found.key}"`;
  }
}
