import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock.js';
import { deepFreeze, Rows } from './collection.js';
import { type CollectionName, type CollectionSpec, collections } from './collections.js';
import { type Change, type Commit, writeCommit } from './commit-line.js';
import { compactAside } from './compaction.js';
import { ReadOnlyError } from './errors.js';
import type { IdSource } from './ids.js';
import type { JournalPort } from './journal.js';
import { keptFrom } from './log-retention.js';
import type { Row } from './rows/common.js';
import { FORMAT, type Section, type StateFile, type StateHeader } from './state-file.js';
import type { Store } from './types.js';

/** Where an org lives on disk. */
export interface OrgFiles {
  readonly state: string;
  readonly journal: string;
  /** The journal that the compactor works on. */
  readonly aside: string;
  readonly lock: string;
}

/** The paths of an org's files. */
export const filesOf = (dir: string, name: string): OrgFiles => ({
  state: join(dir, `${name}.json`),
  journal: join(dir, `${name}.journal`),
  aside: join(dir, `${name}.journal.old`),
  lock: join(dir, `${name}.lock`),
});

/** What an OrgStore keeps its commits in; absent in memory. */
export interface Backing {
  readonly files: OrgFiles;
  readonly journal: JournalPort;
  readonly file: StateFile;
  /** Bytes of the state file when it was last written. */
  stateBytes: number;
  unlock(): void;
}

export interface OrgStoreParts {
  readonly name: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly idSeed: string | undefined;
  readonly seed: { readonly name: string; readonly hash: string };
  readonly durability: 'process' | 'disk';
  readonly logCap: number;
  warn(message: string): void;
}

interface Note {
  readonly collection: Rows<Row>;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  readonly nextSeq: number;
}

/** A commit that is not on the disk yet, and how to undo it. */
interface Unsynced {
  readonly start: number;
  readonly notes: readonly Note[];
  readonly idPosition: number;
}

const MIN_COMPACTION_BYTES = 8 << 20;
const names = Object.keys(collections) as CollectionName[];

/** One org's state: its collections, the transaction that may change them, and the journal behind them. */
export class OrgStore {
  readonly collections: Store;
  /** No state file was there: the seed was applied. */
  fresh = false;
  /** Why nothing can be written any more; undefined while all is well. */
  readOnly: string | undefined;
  readonly #rows = new Map<string, Rows<Row>>();
  #notes: Note[] | undefined;
  #commit = 0;
  #backing: Backing | undefined;
  #unsynced: Unsynced[] = [];
  #syncedSize = 0;
  #syncing: Promise<void> | undefined;
  #compacting: Promise<void> | undefined;

  constructor(readonly parts: OrgStoreParts) {
    const log = { note: this.#note.bind(this) };
    for (const name of names) {
      this.#rows.set(name, new Rows(name, collections[name] as unknown as CollectionSpec<Row>, parts.ids, log));
    }
    this.collections = Object.fromEntries(this.#rows) as unknown as Store;
  }

  /** Where the store stands now, as the state file's first line says it. */
  get header(): StateHeader {
    const { name, idSeed, seed, ids } = this.parts;
    return {
      format: FORMAT,
      org: name,
      commit: this.#commit,
      ids: ids.position,
      suffix: ids.suffix,
      ...(idSeed === undefined ? {} : { idSeed }),
      seed,
    };
  }

  /** Every row, as the state file holds it. */
  sections(): Section[] {
    return names.map((name) => [name, this.#rowsOf(name).all()] as const);
  }

  /** Takes over what a state file held: rows by collection, and where it stood. */
  restore(header: StateHeader, rows: ReadonlyMap<string, Row[]>): void {
    for (const [name, list] of rows) {
      for (const row of list) deepFreeze(row);
      this.#rowsOf(name).load(list);
    }
    this.#commit = header.commit;
    this.parts.ids.position = header.ids;
  }

  /** Applies a commit of the journal again; one that the state file holds already is passed over. */
  replay(commit: Commit): void {
    if (commit.n <= this.#commit) return;
    if (commit.reset) for (const rows of this.#rows.values()) rows.load([]);
    for (const [name, put, value] of commit.set) {
      const rows = this.#rowsOf(name);
      const before = rows.get(put ? (value as Row).id : (value as string));
      rows.apply(before, put ? deepFreeze(value as Row) : undefined);
    }
    this.#commit = commit.n;
    this.parts.ids.position = commit.ids;
  }

  /** Writes go to this journal from now on. */
  attach(backing: Backing): void {
    this.#backing = backing;
    this.#syncedSize = backing.journal.size;
  }

  /**
   * Runs a synchronous function as one atomic change of the org. What it throws undoes everything; otherwise the change
   * is in the journal when this returns.
   * @throws ReadOnlyError where the journal cannot be written, now or since earlier
   */
  transaction<T>(act: () => T): T {
    if (this.#notes) throw new Error('a transaction is running already');
    const notes: Note[] = [];
    this.#notes = notes;
    const position = this.parts.ids.position;
    try {
      const result = act();
      if (result instanceof Promise) throw new Error('a transaction must not wait');
      this.#write(notes, position);
      return result;
    } catch (error) {
      this.#undo(notes, position);
      throw error;
    } finally {
      this.#notes = undefined;
    }
  }

  /** Settles when all that was committed so far is as durable as promised; undefined where it is already. */
  synced(): Promise<void> | undefined {
    const backing = this.#backing;
    if (!backing || this.parts.durability === 'process' || backing.journal.size <= this.#syncedSize) return undefined;
    // A sync that is under way may have begun before the last append: wait for the one after it.
    const next = this.#syncing ? this.#syncing.then(() => this.synced() ?? undefined) : this.#sync(backing);
    return next;
  }

  /** Puts the org back to what `apply` makes of an empty one; one journaled commit. */
  reset(apply: (store: Store) => void): void {
    const { ids } = this.parts;
    const kept = [...this.#rows].map(([name, rows]) => [name, rows.all(), rows.nextSeq] as const);
    const position = ids.position;
    for (const rows of this.#rows.values()) rows.load([]);
    ids.position = 0;
    const notes: Note[] = [];
    this.#notes = notes;
    try {
      apply(this.collections);
      this.#append({ reset: true, set: changesOf(notes) }, []);
    } catch (error) {
      for (const [name, rows, nextSeq] of kept) {
        this.#rowsOf(name).load([...rows]);
        this.#rowsOf(name).nextSeq = nextSeq;
      }
      ids.position = position;
      throw error;
    } finally {
      this.#notes = undefined;
    }
  }

  /** Applies the seed to an org that is new: straight into the first state file, not through the journal. */
  async seed(apply: (store: Store) => void): Promise<void> {
    this.#notes = [];
    try {
      apply(this.collections);
    } finally {
      this.#notes = undefined;
    }
    this.fresh = true;
  }

  /** Merges the journal into the state file, beside the running org. */
  compact(): Promise<void> {
    const backing = this.#backing;
    if (!backing || this.readOnly !== undefined) return Promise.resolve();
    this.#compacting ??= this.#compact(backing).finally(() => {
      this.#compacting = undefined;
    });
    return this.#compacting;
  }

  /** Waits for what is under way, writes the state file where the journal holds anything, and frees the lock. */
  async close(): Promise<void> {
    await this.#compacting?.catch(() => undefined);
    const backing = this.#backing;
    if (!backing) return;
    this.#backing = undefined;
    try {
      if (backing.journal.size > 0 && this.readOnly === undefined) {
        await backing.file.write({ header: this.header, sections: this.sections() });
        backing.journal.truncate(0);
      }
    } finally {
      backing.journal.close();
      backing.unlock();
    }
  }

  /** A digest of every row in order. Two orgs with the same digest hold the same. */
  hash(): string {
    const hash = createHash('sha256');
    for (const [name, rows] of this.#rows) {
      hash.update(name);
      for (const row of rows.all()) hash.update(JSON.stringify(row));
    }
    return hash.digest('hex');
  }

  #rowsOf(name: string): Rows<Row> {
    const rows = this.#rows.get(name);
    if (!rows) throw new Error(`there is no collection "${name}"`);
    return rows;
  }

  #note(collection: Rows<Row>, before: Row | undefined, after: Row | undefined): void {
    if (!this.#notes) throw new Error(`${collection.name} can be written inside a transaction only`);
    this.#notes.push({ collection, before, after, nextSeq: collection.nextSeq });
  }

  #write(notes: readonly Note[], position: number): void {
    if (notes.length === 0) return;
    if (this.readOnly !== undefined) throw new ReadOnlyError(this.readOnly);
    this.#append({ set: changesOf(notes) }, notes, position);
  }

  #append(change: Pick<Commit, 'reset' | 'set'>, notes: readonly Note[], idPosition = 0): void {
    const backing = this.#backing;
    const n = this.#commit + 1;
    if (backing) {
      const start = backing.journal.size;
      try {
        backing.journal.append(writeCommit({ n, ids: this.parts.ids.position, ...change }));
      } catch (error) {
        this.readOnly = `the journal cannot be written (${(error as Error).message}); changes are refused until a restart`;
        this.parts.warn(this.readOnly);
        throw new ReadOnlyError(this.readOnly);
      }
      if (this.parts.durability === 'disk') this.#unsynced.push({ start, notes, idPosition });
      const limit = Math.max(MIN_COMPACTION_BYTES, backing.stateBytes);
      if (backing.journal.size > limit && !this.#compacting) setImmediate(() => this.#compactQuietly());
    }
    this.#commit = n;
  }

  #undo(notes: readonly Note[], position: number): void {
    for (let i = notes.length - 1; i >= 0; i--) {
      const { collection, before, after, nextSeq } = notes[i] as Note;
      collection.apply(after && collection.get(after.id), before);
      collection.nextSeq = nextSeq;
    }
    this.parts.ids.position = position;
  }

  #sync(backing: Backing): Promise<void> {
    const size = backing.journal.size;
    const count = this.#unsynced.length;
    this.#syncing = backing.journal.sync().then(
      () => {
        this.#syncing = undefined;
        this.#syncedSize = size;
        this.#unsynced.splice(0, count);
      },
      (error: unknown) => {
        this.#syncing = undefined;
        this.#giveUp(backing, error as Error);
        throw new ReadOnlyError(this.readOnly ?? '');
      },
    );
    return this.#syncing;
  }

  /** The disk refused: what it never held must not be told to anybody, so it is undone here as well. */
  #giveUp(backing: Backing, error: Error): void {
    this.readOnly = `the journal cannot be made durable (${error.message}); changes are refused until a restart`;
    this.parts.warn(this.readOnly);
    const first = this.#unsynced[0];
    for (const { notes, idPosition } of this.#unsynced.reverse()) {
      this.#undo(notes, idPosition);
      this.#commit -= 1;
    }
    this.#unsynced = [];
    if (first) backing.journal.truncate(first.start);
    this.#syncedSize = backing.journal.size;
  }

  #compactQuietly(): void {
    this.compact().catch((error: unknown) => this.parts.warn(`compaction failed: ${(error as Error).message}`));
  }

  async #compact(backing: Backing): Promise<void> {
    if (backing.journal.size === 0 && !existsSync(backing.files.aside)) return;
    await this.synced();
    const logsFrom = keptFrom(this.collections.logs, this.parts.clock.now(), this.parts.logCap);
    const header = this.header;
    // One that a former run left over is merged first: two journals must not share a name.
    if (!existsSync(backing.files.aside)) {
      backing.journal.rotate(backing.files.aside);
      this.#syncedSize = 0;
    }
    const task = { state: backing.files.state, journal: backing.files.aside, header, collections: names, logsFrom };
    await compactAside(task);
    this.#rowsOf('logs').dropBefore(logsFrom);
    const { statSync } = await import('node:fs');
    backing.stateBytes = statSync(backing.files.state).size;
  }
}

/** What a transaction changed, each row once, by its last word. */
function changesOf(notes: readonly Note[]): Change[] {
  const last = new Map<string, Note & { readonly first: Row | undefined }>();
  for (const note of notes) {
    const id = (note.after ?? note.before)?.id ?? '';
    const key = `${note.collection.name} ${id}`;
    last.set(key, { ...note, first: last.has(key) ? last.get(key)?.first : note.before });
  }
  const changes: Change[] = [];
  for (const { collection, first, before, after } of last.values()) {
    if (after) changes.push([collection.name, 1, after]);
    else if (first && before) changes.push([collection.name, 0, before.id]);
  }
  return changes;
}

/** Sets an org's files aside under a time stamp, so that it can start over. */
export function backUp(files: OrgFiles, clock: Clock): void {
  const stamp = clock.timestamp().slice(0, 19).replace(/[-:]/g, '');
  for (const path of [files.state, files.journal, files.aside]) {
    if (existsSync(path)) renameSync(path, `${path}.${stamp}.bak`);
  }
}

/** Makes the folder of the state files. */
export const makeFolder = (dir: string): void => {
  mkdirSync(dir, { recursive: true });
};
