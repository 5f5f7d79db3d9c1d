import { existsSync, statSync, truncateSync } from 'node:fs';
import type { Clock } from './clock.js';
import { StateFileError } from './errors.js';
import { IdSource } from './ids.js';
import { FileJournal, type JournalPort } from './journal.js';
import { type JournalContent, readJournal } from './journal-reader.js';
import { takeLock } from './lock.js';
import { LOG_CAP } from './log-retention.js';
import { backUp, filesOf, makeFolder, type OrgFiles, OrgStore } from './org-store.js';
import { sharedOrigins } from './log-origins.js';
import type { Row } from './rows/common.js';
import { StateFile, type StateHeader } from './state-file.js';
import type { Store } from './types.js';

/** How an org's state is opened. */
export interface OrgStoreOptions {
  readonly name: string;
  /** Folder of the files; absent keeps everything in memory. */
  readonly dir?: string;
  readonly durability?: 'process' | 'disk';
  /** Start over; files that are there are kept as a backup. */
  readonly fresh?: boolean;
  readonly clock: Clock;
  /** Makes ids repeat themselves; an existing file goes on with its own. */
  readonly idSeed?: string | undefined;
  readonly seed: { readonly name: string; readonly hash: string };
  /** Most events that are kept. */
  readonly logCap?: number;
  /** Another journal than the file. */
  readonly journal?: (path: string) => JournalPort;
  warn(message: string): void;
}

/** What the files of an org hold. */
interface OnDisk {
  readonly header: StateHeader;
  readonly rows: Map<string, Row[]>;
  readonly foreign: boolean;
}

const SUFFIX_LENGTH = 5;

/** The characters that a new org's ids share: random, or drawn from the seed. */
const suffixOf = (idSeed: string | undefined): string =>
  new IdSource('', idSeed === undefined ? undefined : `${idSeed} suffix`).next('').slice(0, SUFFIX_LENGTH);

async function readFiles(path: string): Promise<OnDisk> {
  const { Low } = await import('lowdb');
  const rows = new Map<string, Row[]>();
  let header: StateHeader | undefined;
  let foreign = false;
  const share = sharedOrigins();
  const file = new StateFile(path, {
    header: (found, whole) => {
      header = found;
      foreign = whole;
    },
    rows: (collection, more) => {
      const list = rows.get(collection);
      const kept = collection === 'logs' ? share(more) : more;
      if (list) for (const row of kept) list.push(row);
      else rows.set(collection, kept);
    },
  });
  await new Low(file, null as never).read();
  if (!header) throw new StateFileError(`${path} has no header.`);
  return { header, rows, foreign };
}

function checkSeed(path: string, header: StateHeader, seed: string): void {
  if (header.seed.name === seed) return;
  throw new StateFileError(
    `${path} was made from the seed "${header.seed.name}", and "${seed}" was asked for. ` +
      `Start with --seed ${header.seed.name}, choose another --data folder, or add --fresh to start over (the old file is kept).`,
  );
}

/** Replays the journals over the state file's content. Everything is read and checked before anything is changed. */
function replayAll(store: OrgStore, files: OrgFiles, warn: (message: string) => void): void {
  const journals: [string, JournalContent][] = [files.aside, files.journal].map((path) => [path, readJournal(path)]);
  let expected: number | undefined;
  for (const [path, content] of journals) {
    for (const commit of content.commits) {
      const first = expected ?? store.header.commit + 1;
      if (commit.n > first) {
        throw new StateFileError(
          `${path} goes on with commit ${commit.n}, but ${files.state} ends before ${first}: a part is missing. ` +
            'Nothing was changed. Restore the files from a backup, or start over with --fresh.',
        );
      }
      expected = Math.max(first, commit.n + 1);
      store.replay(commit);
    }
  }
  for (const [path, content] of journals) {
    if (content.tornBytes === 0) continue;
    warn(`${path}: the last ${content.tornBytes} bytes are a torn line that was never answered; they are dropped.`);
    truncateSync(path, content.goodBytes);
  }
}

/**
 * Opens an org: reads its files, or applies the seed where there are none.
 * @param apply puts the seed's rows into an empty store
 * @throws StateFileError for files that cannot be used; they are left as they are
 */
export async function openOrgStore(
  options: OrgStoreOptions,
  apply: (store: Store, ids: IdSource) => void,
): Promise<{ store: OrgStore; ids: IdSource }> {
  if (options.dir === undefined) return openInMemory(options, apply);
  makeFolder(options.dir);
  const files = filesOf(options.dir, options.name);
  const unlock = takeLock(files.lock);
  try {
    return await openOnDisk(options, files, unlock, apply);
  } catch (error) {
    unlock();
    throw error;
  }
}

const partsOf = (options: OrgStoreOptions, ids: IdSource, idSeed: string | undefined) => ({
  name: options.name,
  clock: options.clock,
  ids,
  idSeed,
  seed: options.seed,
  durability: options.durability ?? ('process' as const),
  logCap: options.logCap ?? LOG_CAP,
  warn: options.warn,
});

async function openInMemory(options: OrgStoreOptions, apply: (store: Store, ids: IdSource) => void) {
  const ids = new IdSource(suffixOf(options.idSeed), options.idSeed);
  const store = new OrgStore(partsOf(options, ids, options.idSeed));
  await store.seed((rows) => apply(rows, ids));
  return { store, ids };
}

async function openOnDisk(
  options: OrgStoreOptions,
  files: OrgFiles,
  unlock: () => void,
  apply: (store: Store, ids: IdSource) => void,
) {
  if (options.fresh) backUp(files, options.clock);
  const exists = existsSync(files.state);
  if (!exists && (existsSync(files.journal) || existsSync(files.aside))) {
    throw new StateFileError(
      `${files.journal} is there without ${files.state}. Restore that file, or start over with --fresh (the journal is kept).`,
    );
  }
  const found = exists ? await readFiles(files.state) : undefined;
  if (found) checkSeed(files.state, found.header, options.seed.name);
  const idSeed = found ? found.header.idSeed : options.idSeed;
  const ids = new IdSource(found?.header.suffix ?? suffixOf(idSeed), idSeed);
  const seed = found?.header.seed ?? options.seed;
  const store = new OrgStore({ ...partsOf(options, ids, idSeed), seed });
  const file = new StateFile(files.state, { header: () => undefined, rows: () => undefined });
  if (found) {
    try {
      store.restore(found.header, found.rows);
    } catch (error) {
      throw new StateFileError(`${files.state}: ${(error as Error).message}. Nothing was changed.`);
    }
    replayAll(store, files, options.warn);
  } else {
    await store.seed((rows) => apply(rows, ids));
  }
  // A file laid out by another hand is written anew: the compactor merges line by line.
  if (!found || found.foreign) await file.write({ header: store.header, sections: store.sections() });
  const journal = (options.journal ?? ((path: string) => new FileJournal(path)))(files.journal);
  if (readJournal(files.journal).needsNewline) journal.append('\n');
  store.attach({ files, journal, file, stateBytes: statSync(files.state).size, unlock });
  return { store, ids };
}
