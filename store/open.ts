import { existsSync, mkdtempSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Clock } from './clock.js';
import { StateFileError } from './errors.js';
import { makeFolder } from './files/folder.js';
import { type Lock, takeLock } from './files/lock.js';
import { filesOf, type OrgFiles } from './files/org-files.js';
import type { Fitness } from './fitness.js';
import { IdSource } from './ids.js';
import type { SeedName } from './journal/commit-line.js';
import { FileJournal, type JournalPort } from './journal/journal.js';
import { LOG_CAP } from './memory/log-retention.js';
import { LOG_BYTES } from './memory/log-size.js';
import { migrate, refuseNewer } from './migrate.js';
import { OrgStore } from './org-store.js';
import { restore } from './restore.js';
import type { StateHeader } from './state/document.js';
import type { Migrations } from './state/migrations.js';
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
  /** Most bytes that they take, about. */
  readonly logBytes?: number;
  /** Milliseconds without a commit after which the journal is merged into the state file. */
  readonly idleMs?: number;
  /** A journal up to this many bytes is not merged while commits go on. */
  readonly minCompactionBytes?: number;
  /** Rows are frozen, as they are unless this is false: who writes into one by mistake fails at once. */
  readonly freezes?: boolean;
  /** Another journal than the file. */
  readonly journal?: (path: string) => JournalPort;
  /** What an org cannot go on without; asked for where a state was edited, or a journal goes on from it. */
  readonly fitness?: () => Promise<Fitness>;
  /** Makes the state file of an org that is new, in place of applying its seed here. */
  readonly writeNew?: WriteNew | undefined;
  /** What orgs of earlier versions need; without it a file is taken as it is. */
  readonly migrations?: Migrations;
  warn(message: string): void;
}

/** An open org, and the source of its ids. */
export interface OpenOrg {
  readonly store: OrgStore;
  readonly ids: IdSource;
}

/** What a new org's ids are made of. */
export interface Identity {
  readonly suffix: string;
  readonly idSeed: string | undefined;
}

/** Makes the sealed state file of a new org at this path. */
export type WriteNew = (path: string, identity: Identity) => Promise<void>;

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
  if (options.dir === undefined)
    return options.writeNew ? openMade(options, options.writeNew) : openNew(options, apply);
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
  const { name, clock, seed, logCap = LOG_CAP, logBytes = LOG_BYTES, freezes = true, migrations, warn } = options;
  const parts = {
    name,
    clock,
    ids,
    idSeed,
    seed,
    logCap,
    logBytes,
    freezes,
    migrations: migrations?.names ?? [],
    warn,
  };
  return { store: new OrgStore(parts), ids };
}

function openNew(options: OrgStoreOptions, apply: ApplySeed): OpenOrg {
  const org = storeOf(options, undefined);
  org.store.seed((rows) => apply(rows, org.ids));
  return org;
}

const identityOf = ({ idSeed }: OrgStoreOptions): Identity => ({ suffix: suffixOf(idSeed), idSeed });

/** Opens an org in memory by a file that goes again. */
async function openMade(options: OrgStoreOptions, writeNew: WriteNew): Promise<OpenOrg> {
  const { readStateFile } = await import('./state/file.js');
  const dir = mkdtempSync(join(tmpdir(), 'mockta-'));
  try {
    const { state } = filesOf(dir, options.name);
    await writeNew(state, identityOf(options));
    const found = await readStateFile(state);
    const org = storeOf(options, found.header);
    org.store.restore(found);
    org.store.fresh = true;
    return org;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function openOnDisk(options: OrgStoreOptions, files: OrgFiles, lock: Lock, apply: ApplySeed): Promise<OpenOrg> {
  const { readStateFile, writeStateFile } = await import('./state/file.js');
  if (options.fresh) backUp(files, options.clock, options.warn);
  const isNew = !checkThere(files);
  if (isNew) await options.writeNew?.(files.state, identityOf(options));
  const found = isNew && !options.writeNew ? undefined : await readStateFile(files.state);
  if (found) {
    checkSeed(files.state, found.header, options.seed.name);
    refuseNewer(files.state, found.header, options.migrations);
  }
  const org = found ? storeOf(options, found.header) : openNew(options, apply);
  const isBelieved = !found || (found.sealed && !existsSync(files.aside) && !isThere(files.journal));
  const fitness = isBelieved ? undefined : await options.fitness?.();
  const needsNewline = found ? restore({ store: org.store, found, files, fitness, warn: options.warn }) : false;
  const migrated = found !== undefined && (await migrate(org.store, files.state, options.migrations));
  if (isNew) org.store.fresh = true;
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

/** Whether a journal holds anything. */
const isThere = (journal: string): boolean => existsSync(journal) && statSync(journal).size > 0;

/** Whether there is a state file. Throws where there are journals without one, and where a folder stands for a file. */
function checkThere(files: OrgFiles): boolean {
  const journals = [files.journal, files.aside];
  for (const path of [files.state, ...journals]) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory())
      throw new StateFileError(`${path} cannot be used: it is a folder, and what an org keeps there is a file.`);
  }
  if (existsSync(files.state)) return true;
  for (const journal of journals) {
    if (existsSync(journal)) {
      throw new StateFileError(
        (option) =>
          `${journal} is there without ${files.state}. Restore that file, or start over with ${option('fresh')} (the journal is kept).`,
      );
    }
  }
  return false;
}

function checkSeed(path: string, header: StateHeader, seed: string): void {
  if (header.seed.name === seed) return;
  throw new StateFileError(
    (option) =>
      `${path} was made from the seed "${header.seed.name}", and "${seed}" was asked for. ` +
      `Start with ${option('seed', header.seed.name)}, choose another ${option('data')} folder, or add ${option('fresh')} to start over (the old file is kept).`,
  );
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
