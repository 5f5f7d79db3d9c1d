import type { ReadDocument } from './state/document.js';
import type { Tables } from './tables.js';
import type { Upkeep } from './upkeep.js';

/** An org that can become another. */
export interface Movable {
  readonly commit: number;
  readonly tables: Tables;
  restore(document: ReadDocument): void;
}

/** Where a state file is made that an org is to move to. */
export interface Destination {
  readonly path: string;
  /** Makes the file: whole, sealed, with this number as its last commit. It may take its time. */
  write(commit: number): Promise<void>;
}

/** So often a file is made again because something was committed meanwhile. */
const MOST_TRIES = 5;

/**
 * Makes another state file the org: read in slices, then put in place of everything, on disk by a rename and in memory
 * in the same turn. Whoever reads meanwhile sees the org as it was. A commit meanwhile has the file made again, since a
 * start would take it for one that came after.
 * @throws Error where the file cannot be made, read or put in place; the org is as it was then
 */
export async function moveTo(store: Movable, upkeep: Upkeep, { path, write }: Destination): Promise<void> {
  await upkeep.finish();
  const { readPackedInSlices } = await import('./state/packed-reader.js');
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { commit } = store;
    await write(commit);
    const document = await readPackedInSlices(path);
    if (!document) throw new Error(`${path} is not as it was written`);
    const isStill = (): boolean => store.commit === commit;
    const swap = (): void => {
      store.tables.empty();
      store.restore(document);
    };
    if (upkeep.disk) {
      if (await upkeep.disk.takeOver(path, isStill, swap)) return;
    } else if (isStill()) return swap();
  }
  throw new Error('the org did not stand still to be put back');
}
