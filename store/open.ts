import { existsSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { basename } from 'node:path';
import type { Clock } from './clock.js';
import { StateFileError } from './errors.js';
import { makeFolder } from './files/folder.js';
import { type Lock, takeLock } from './files/lock.js';
import { filesOf, type OrgFiles } from './files/org-files.js';
import { IdSource } from './ids.js';
import { readCommit, type SeedName } from './journal/commit-line.js';
import { FileJournal, type JournalPort } from './journal/journal.js';
import { type JournalEnd, readJournal } from './journal/journal-reader.js';
import { LOG_CAP } from './memory/log-retention.js';
import { PackedRows } from './memory/packed-rows.js';
import { migrate, refuseNewer } from './migrate.js';
import { OrgStore } from './org-store.js';
import { type ReadDocument, type StateHeader, unusable } from './state/document.js';
import type { Migrations } from './state/migrations.js';
import { faultOfCommit, faultOfRow } from './state/row-shapes.js';
import { collectionNames } from './tables.js';
import type { Store } from './types.js';

/** How an org's state is opened. */
export interface OrgStoreOptions {
  readonly name: string;
  /** Folder of the files; absent keeps everything in memory. */
  readonly dir?: string;
  /** What a commit survives: `process` kill -9 (the default), `disk` power loss as well. */
  readonly durability?: 'process' | 'disk';
  /** Start over; files that are there are kept as a backup. */
  readonly fresh?: boolean;
  readonly clock: Clock;
  /** Makes ids repeat themselves; an existing file goes on with its own. */
  readonly idSeed?: string | undefined;
  readonly seed: SeedName;
  /** Most events that are kept. */
  readonly logCap?: number;
  /** Milliseconds without a commit after which the journal is merged into the state file. */
  readonly idleMs?: number;
  /** A journal up to this many bytes is not merged while commits go on. */
  readonly minCompactionBytes?: number;
  /** Another journal than the file. */
  readonly journal?: (path: string) => JournalPort;
  /** What orgs of earlier versions need; without it a file is taken as it is. */
  readonly migrations?: Migrations;
  warn(message: string): void;
}

/** An open org, and the source of its ids. */
export interface OpenOrg {
  readonly store: OrgStore;
  readonly ids: IdSource;
}

/** Puts the seed's rows into an empty store. */
export type ApplySeed = (store: Store, ids: IdSource) => void;

const SUFFIX_LENGTH = 5;
const IDLE_MS = 30_000;
const MIN_COMPACTION_BYTES = 8 << 20;

/**
 * The characters that a new org's ids share: random, or drawn from the seed. They end as Okta's do, in a digit, a letter
 * and a digit: clients tell an id from a word by its digits.
 */
const suffixOf = (idSeed: string | undefined): string => {
  const ids = new IdSource('', idSeed === undefined ? undefined : `${idSeed} suffix`);
  const [digit = 0, letter = 0, last = 0] = ids.bytes(3);
  return `${ids.next('').slice(3 - SUFFIX_LENGTH)}${digit % 10}${'abcdefghijklmnopqrstuvwxyz'[letter % 26]}${last % 10}`;
};

/**
 * Opens an org: reads its files, or applies the seed where there are none.
 * @throws StateFileError for files that cannot be used; they are left as they are
 */
export async function openOrgStore(options: OrgStoreOptions, apply: ApplySeed): Promise<OpenOrg> {
  if (options.dir === undefined) return openNew(options, apply);
  const files = filesOf(options.dir, options.name);
  try {
    makeFolder(options.dir);
    let lost = (): void => undefined;
    const lock = takeLock(files.lock, () => lost());
    try {
      const org = await openOnDisk(options, files, lock, apply);
      lost = () => org.store.giveUp(`${files.lock} was taken by another process while this one stood still`);
      return org;
    } catch (error) {
      lock.release();
      throw error;
    }
  } catch (error) {
    throw asStateFileError(error, options.dir);
  }
}

/** What the system refused (no permission, no space), as a sentence. */
function asStateFileError(error: unknown, dir: string): unknown {
  const { syscall, code, path, message } = error as NodeJS.ErrnoException;
  if (syscall === undefined || code === undefined) return error;
  return new StateFileError(`${path ?? dir} cannot be used: ${message}.`);
}

function storeOf(options: OrgStoreOptions, header: StateHeader | undefined): OpenOrg {
  const idSeed = header ? header.idSeed : options.idSeed;
  const ids = new IdSource(header?.suffix ?? suffixOf(idSeed), idSeed);
  const { name, clock, seed, logCap = LOG_CAP, migrations, warn } = options;
  const parts = { name, clock, ids, idSeed, seed, logCap, migrations: migrations?.names ?? [], warn };
  return { store: new OrgStore(parts), ids };
}

function openNew(options: OrgStoreOptions, apply: ApplySeed): OpenOrg {
  const org = storeOf(options, undefined);
  org.store.seed((rows) => apply(rows, org.ids));
  return org;
}

async function openOnDisk(options: OrgStoreOptions, files: OrgFiles, lock: Lock, apply: ApplySeed): Promise<OpenOrg> {
  const { readStateFile, writeStateFile } = await import('./state/file.js');
  if (options.fresh) backUp(files, options.clock, options.warn);
  const found = checkThere(files) ? await readStateFile(files.state) : undefined;
  if (found) {
    checkSeed(files.state, found.header, options.seed.name);
    refuseNewer(files.state, found.header, options.migrations);
  }
  const org = found ? storeOf(options, found.header) : openNew(options, apply);
  const needsNewline = found ? restore(org.store, found, files, options.warn) : false;
  const migrated = found !== undefined && (await migrate(org.store, files.state, options.migrations));
  // A file laid out by another hand is written anew: the compactor merges line by line.
  const isAnew = !found || found.foreign || migrated;
  if (isAnew) {
    await writeStateFile(files.state, org.store.document());
    if (found) dropMerged(files);
  }
  org.store.attach({
    files,
    journal: (options.journal ?? ((path: string) => new FileJournal(path)))(files.journal),
    durability: options.durability ?? 'process',
    collections: collectionNames,
    needsNewline: needsNewline && !isAnew,
    idleMs: options.idleMs ?? IDLE_MS,
    minCompactionBytes: options.minCompactionBytes ?? MIN_COMPACTION_BYTES,
    unlock: () => lock.release(),
    warn: options.warn,
  });
  return org;
}

/** Whether there is a state file. Throws where there are journals without one. */
function checkThere(files: OrgFiles): boolean {
  if (existsSync(files.state)) {
    if (statSync(files.state).isFile()) return true;
    throw new StateFileError(`${files.state} cannot be used: it is a folder, and the org's state is a file.`);
  }
  for (const journal of [files.journal, files.aside]) {
    if (existsSync(journal)) {
      throw new StateFileError(
        `${journal} is there without ${files.state}. Restore that file, or start over with --fresh (the journal is kept).`,
      );
    }
  }
  return false;
}

function checkSeed(path: string, header: StateHeader, seed: string): void {
  if (header.seed.name === seed) return;
  throw new StateFileError(
    `${path} was made from the seed "${header.seed.name}", and "${seed}" was asked for. ` +
      `Start with --seed ${header.seed.name}, choose another --data folder, or add --fresh to start over (the old file is kept).`,
  );
}

/**
 * Brings a store to where the files stand. Everything is read and checked before a file is changed.
 * @returns whether the journal's last line lacks its newline
 */
function restore(store: OrgStore, found: ReadDocument, files: OrgFiles, warn: (message: string) => void): boolean {
  checkRecords(files.state, found);
  try {
    store.restore(found);
  } catch (error) {
    throw new StateFileError(
      `${files.state}: ${(error as Error).message}. Nothing was changed. Mend it, or restore the file from a backup.`,
    );
  }
  const aside = replay(store, files, files.aside);
  const current = replay(store, files, files.journal);
  if (!found.sealed) checkKeys(files.state, store);
  for (const [path, end] of [[files.aside, aside] as const, [files.journal, current] as const]) {
    if (end.tornBytes === 0) continue;
    warn(`${path}: the last line (${end.tornBytes} bytes) was cut off by the end of the last run; it is dropped.`);
    truncateSync(path, end.goodBytes);
  }
  return current.needsNewline;
}

/** A file that somebody edited, or that was not closed well, is looked at record by record. */
function checkRecords(path: string, { sections, sealed, firstLines }: ReadDocument): void {
  if (sealed) return;
  for (const [name, rows] of sections) {
    if (rows instanceof PackedRows) continue;
    for (const [i, row] of rows.entries()) {
      const fault = faultOfRow(name, row);
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

/** Replays one journal over what was read so far. */
function replay(store: OrgStore, files: OrgFiles, path: string): JournalEnd {
  return readJournal(path, readCommit, (commit, line) => {
    const fault = faultOfCommit(commit);
    if (fault !== undefined) throw unusable(path, line, fault);
    const last = store.commit;
    if (commit.n > last + 1) {
      throw new StateFileError(
        `${path} goes on with commit ${commit.n}, but ${files.state} and the journal before it end with ${last}: a part ` +
          'is missing. Nothing was changed. Restore the files from a backup, or start over with --fresh.',
      );
    }
    store.replay(commit);
  });
}

/** The journals hold nothing that the state file lacks: they go. */
function dropMerged(files: OrgFiles): void {
  rmSync(files.aside, { force: true });
  if (existsSync(files.journal)) truncateSync(files.journal, 0);
}

/** Sets an org's files aside under the time, so that it can start over. */
function backUp(files: OrgFiles, clock: Clock, warn: (message: string) => void): void {
  const stamp = clock.timestamp().slice(0, 19).replace(/[-:]/g, '');
  const paths = [files.state, files.aside, files.journal].filter((path) => existsSync(path));
  let ending = `.${stamp}.bak`;
  for (let i = 2; paths.some((path) => existsSync(path + ending)); i++) ending = `.${stamp}-${i}.bak`;
  for (const path of paths) renameSync(path, path + ending);
  const [first, ...more] = paths;
  if (first === undefined) return;
  const rest =
    more.length === 0 ? '' : `, and ${more.map((path) => `${basename(path)}${ending}`).join(' and ')} beside it`;
  warn(`the org that was there is kept as ${first}${ending}${rest}.`);
}
