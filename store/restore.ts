import { truncateSync } from 'node:fs';
import { StateFileError } from './errors.js';
import type { OrgFiles } from './files/org-files.js';
import type { Fitness } from './fitness.js';
import { type Commit, readCommit } from './journal/commit-line.js';
import { type JournalEnd, readJournal } from './journal/journal-reader.js';
import { PackedRows } from './memory/packed-rows.js';
import type { OrgStore } from './org-store.js';
import { type ReadDocument, unusable } from './state/document.js';
import { faultOfCommit, faultOfRow } from './state/row-shapes.js';

/** A store that is to be brought to where its files stand. */
export interface Restoring {
  readonly store: OrgStore;
  /** What the state file holds. */
  readonly found: ReadDocument;
  readonly files: OrgFiles;
  /** Absent where the files are believed. */
  readonly fitness: Fitness | undefined;
  warn(message: string): void;
}

/**
 * Brings a store to where the files stand. Everything is read and checked before a file is changed.
 * @returns whether the journal's last line lacks its newline
 */
export function restore({ store, found, files, fitness, warn }: Restoring): boolean {
  checkRecords(files.state, found, fitness);
  try {
    store.restore(found);
  } catch (error) {
    throw new StateFileError(
      `${files.state}: ${(error as Error).message}. Nothing was changed. Mend it, or restore the file from a backup.`,
    );
  }
  const aside = replay({ store, files, fitness }, files.aside);
  const current = replay({ store, files, fitness }, files.journal);
  if (!found.sealed) checkKeys(files.state, store);
  const { left } = store.tables.contested;
  if (left !== undefined) throw unusable(files.journal, undefined, left);
  const unfit = fitness?.org(store.collections);
  if (unfit !== undefined) throw unusable(found.sealed ? files.journal : files.state, undefined, unfit);
  for (const [path, end] of [[files.aside, aside] as const, [files.journal, current] as const]) {
    if (end.tornBytes === 0) continue;
    warn(`${path}: the last line (${end.tornBytes} bytes) was cut off by the end of the last run; it is dropped.`);
    truncateSync(path, end.goodBytes);
  }
  return current.needsNewline;
}

/** A file that somebody edited, or that was not closed well, is looked at record by record. */
function checkRecords(
  path: string,
  { sections, sealed, firstLines }: ReadDocument,
  fitness: Fitness | undefined,
): void {
  if (sealed) return;
  for (const [name, rows] of sections) {
    if (rows instanceof PackedRows) continue;
    for (const [i, row] of rows.entries()) {
      const fault = faultOfRow(name, row) ?? fitness?.row(name, row);
      if (fault === undefined) continue;
      const first = firstLines?.get(name);
      throw unusable(path, first === undefined ? undefined : first + i, `${name} ${row.id}: ${fault}`);
    }
  }
}

/** Two rows with one key, which an edit may have made. @throws StateFileError */
function checkKeys(path: string, store: OrgStore): void {
  const found = store.tables.duplicateKey();
  if (found) throw unusable(path, undefined, found);
}

/** What is wrong with a row that a commit puts. */
function unfitIn({ set }: Commit, fitness: Fitness | undefined): string | undefined {
  for (const [name, put, row] of set) {
    const fault = put ? fitness?.row(name, row) : undefined;
    if (fault !== undefined) return `${name}: ${fault}`;
  }
  return undefined;
}

/** Replays one journal over what was read so far. */
function replay({ store, files, fitness }: Pick<Restoring, 'store' | 'files' | 'fitness'>, path: string): JournalEnd {
  return readJournal(path, readCommit, (commit, { number }) => {
    const fault = faultOfCommit(commit) ?? unfitIn(commit, fitness);
    if (fault !== undefined) throw unusable(path, number, fault);
    const last = store.commit;
    if (commit.n > last + 1) {
      throw new StateFileError(
        (option) =>
          `${path} goes on with commit ${commit.n}, but ${files.state} and the journal before it end with ${last}: a ` +
          `part is missing. Nothing was changed. Restore the files from a backup, or start over with ${option('fresh')}.`,
      );
    }
    try {
      store.replay(commit);
    } catch (error) {
      throw unusable(path, number, (error as Error).message);
    }
  });
}
