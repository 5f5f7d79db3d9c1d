import { createHash } from 'node:crypto';
import type { Clock } from './clock.js';
import { type CollectionName, collections } from './collections.js';
import { Disk, type DiskOptions } from './disk.js';
import { ReadOnlyError } from './errors.js';
import type { IdSource } from './ids.js';
import type { Commit, SeedName } from './journal/commit-line.js';
import { Rows } from './memory/collection.js';
import { deepFreeze, freezeRows } from './memory/freeze.js';
import { originSharer } from './memory/log-origins.js';
import { isOverCap, keptFrom } from './memory/log-retention.js';
import { PackedRows } from './memory/packed-rows.js';
import { unpackLater } from './memory/unpack-later.js';
import type { Row } from './rows/common.js';
import type { LogRow } from './rows/logs.js';
import type { CollectionSpec } from './rows/spec.js';
import { FORMAT, type ReadDocument, type StateDocument, type StateHeader } from './state/document.js';
import type { Migration } from './state/migrations.js';
import { changesOf, type Note, undo } from './transaction.js';
import type { Store } from './types.js';

/** What an org's store is made of. */
export interface OrgStoreParts {
  readonly name: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly idSeed: string | undefined;
  /** The seed that it is made from, and put back to by `reset`. */
  readonly seed: SeedName;
  /** Most events that are kept. */
  readonly logCap: number;
  /** Names of the migrations that a new org is past. */
  readonly migrations?: readonly string[];
  warn(message: string): void;
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && 'catch' in value;

/** The collections in the order of the state file. */
export const collectionNames = Object.keys(collections) as CollectionName[];

/** One org's state: its collections, the transaction that may change them, and the disk behind them. */
export class OrgStore {
  readonly collections: Store;
  /** The seed was applied to a new org at this start. */
  fresh = false;
  /** Why nothing can be written any more; undefined while all is well. */
  readOnly: string | undefined;
  /** Told of each commit, inside its transaction: it may read, and see to what comes later. */
  onCommit: (() => void) | undefined;
  readonly #rows = new Map<string, Rows<Row>>();
  /** The changes of the running transaction. */
  #notes: Note[] | undefined;
  #commit = 0;
  /** What the state file says it was made from; a reset may have brought a newer version of the seed. */
  #seed: SeedName;
  #migrated: readonly string[];
  #resets = 0;
  #disk: Disk | undefined;
  #compacting: Promise<void> | undefined;
  #closing: Promise<void> | undefined;
  readonly #shareOrigin = originSharer();

  constructor(readonly parts: OrgStoreParts) {
    const log = { note: this.#note.bind(this) };
    for (const name of collectionNames) {
      this.#rows.set(name, new Rows(name, collections[name] as unknown as CollectionSpec<Row>, parts.ids, log));
    }
    this.collections = Object.fromEntries(this.#rows) as unknown as Store;
    this.#seed = parts.seed;
    this.#migrated = parts.migrations ?? [];
  }

  /** The number of the last commit. */
  get commit(): number {
    return this.#commit;
  }

  /** Where the store stands now, as the state file's first line says it. */
  get header(): StateHeader {
    const { name, idSeed, ids } = this.parts;
    return {
      format: FORMAT,
      org: name,
      commit: this.#commit,
      ids: ids.position,
      suffix: ids.suffix,
      ...(idSeed === undefined ? {} : { idSeed }),
      seed: this.#seed,
      seqs: Object.fromEntries([...this.#rows].map(([name, rows]) => [name, rows.nextSeq])),
      ...(this.#migrated.length === 0 ? {} : { migrated: this.#migrated }),
    };
  }

  /** The org as it is now, as the state file holds it; later changes do not show in it. */
  document(): StateDocument {
    return {
      header: this.header,
      sections: collectionNames.map((name) => [name, this.#rowsOf(name).written()]),
      sealed: true,
    };
  }

  /** Takes over what a state file held. Throws Error for an unknown collection and for rows that share an id or a seq. */
  restore({ header, sections }: ReadDocument): void {
    for (const [name, list] of sections) {
      const rows = this.#rowsOf(name);
      if (list instanceof PackedRows) {
        if (name === 'logs') list.prepare = this.#shareOrigin;
        rows.loadPacked(list);
        continue;
      }
      if (name === 'logs') for (const row of list) this.#shareOrigin(row);
      rows.load(list);
      freezeRows(rows.all());
    }
    for (const [name, seq] of Object.entries(header.seqs ?? {})) {
      const rows = this.#rows.get(name);
      if (rows) rows.nextSeq = Math.max(rows.nextSeq, seq);
    }
    this.#commit = header.commit;
    this.#seed = header.seed;
    this.#migrated = header.migrated ?? [];
    this.parts.ids.position = header.ids;
    unpackLater(this.#rows.values());
  }

  /** The first key that two rows share, in words; undefined where each has its own. */
  duplicateKey(): string | undefined {
    for (const rows of this.#rows.values()) {
      const found = rows.duplicateKey();
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Applies a commit of the journal again; one that the state file holds already is passed over. */
  replay(commit: Commit): void {
    if (commit.n <= this.#commit) return;
    if (commit.reset) {
      for (const rows of this.#rows.values()) rows.load([]);
      this.#seed = commit.reset;
    }
    for (const [name, put, value] of commit.set) {
      const rows = this.#rowsOf(name);
      if (!put) rows.apply(rows.get(value), undefined);
      else {
        if (name === 'logs') this.#shareOrigin(value);
        rows.apply(rows.get(value.id), deepFreeze(value));
      }
    }
    this.#commit = commit.n;
    this.parts.ids.position = commit.ids;
  }

  /** Keeps the org on this disk from now on. */
  attach(options: DiskOptions): void {
    this.#disk = new Disk(options, {
      refused: (error, what) => this.#refuse(`the journal cannot be ${what} (${error.message})`),
      written: () => this.#tidy(),
      idle: () => {
        if (this.#disk?.worthIdle) this.#compactQuietly();
      },
    });
  }

  /**
   * Runs a synchronous function as one atomic change of the org. What it throws undoes everything; otherwise the change
   * is safe when `synced` says so: nobody may be told of it before.
   * @throws ReadOnlyError where the journal could not be written, and for a closed org
   */
  transaction<T>(act: () => T): T {
    const position = this.parts.ids.position;
    return this.#run(
      act,
      (notes) => ({ set: changesOf(notes) }),
      (notes) => {
        undo(notes);
        this.parts.ids.position = position;
      },
    );
  }

  /** Settles when all that was committed so far is as durable as promised; undefined where it is already. */
  synced(): Promise<void> | undefined {
    return this.#disk?.synced();
  }

  /**
   * Puts the org back to what `apply` makes of an empty one, ids included, as one journaled change.
   * @throws ReadOnlyError as `transaction` does
   */
  reset(apply: (store: Store) => void): void {
    this.#checkWritable();
    const { ids, seed } = this.parts;
    const [position, seedBefore] = [ids.position, this.#seed];
    const before = [...this.#rows.values()].map((rows) => [rows, rows.snapshot()] as const);
    this.#run(
      () => {
        for (const rows of this.#rows.values()) rows.load([]);
        ids.position = 0;
        this.#seed = seed;
        this.#resets += 1;
        apply(this.collections);
      },
      (notes) => ({ reset: seed, set: changesOf(notes) }),
      () => {
        for (const [rows, snapshot] of before) rows.restore(snapshot);
        ids.position = position;
        this.#seed = seedBefore;
      },
    );
  }

  /** Applies the seed to an org that is new: straight into the first state file, not through the journal. */
  seed(apply: (store: Store) => void): void {
    this.#unjournaled(() => apply(this.collections));
    this.fresh = true;
  }

  /** Brings an org that was just read up to this version: straight into the next state file, as `seed` does. */
  migrate(migrations: readonly Migration[]): void {
    this.#unjournaled(() => {
      for (const migration of migrations) {
        migration.run(this.collections, this.parts.ids);
        this.#migrated = [...this.#migrated, migration.name];
      }
    });
  }

  /** Merges the journal into the state file, beside the running org, and lets old events go. */
  compact(): Promise<void> {
    if (this.readOnly !== undefined || this.#closing) return Promise.resolve();
    this.#compacting ??= this.#compact().finally(() => {
      this.#compacting = undefined;
    });
    return this.#compacting;
  }

  /** Writes the whole org as a state file to this path, beside the running org. */
  async export(path: string): Promise<void> {
    const document = this.document();
    const { writeStateFile } = await import('./state/file.js');
    await writeStateFile(path, document);
  }

  /** Takes no more writes, waits for what is under way, writes the state file, and frees the lock. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  /** A digest of every row in order. Two orgs with the same digest hold the same. */
  hash(): string {
    const hash = createHash('sha256');
    for (const [name, rows] of this.#rows) {
      hash.update(name);
      for (const row of rows.live) hash.update(JSON.stringify(row));
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

  #unjournaled(act: () => void): void {
    this.#notes = [];
    try {
      act();
    } finally {
      this.#notes = undefined;
    }
  }

  #checkWritable(): void {
    if (this.#notes) throw new Error('a transaction is running already');
    if (this.#closing) throw new ReadOnlyError('the org is closed');
  }

  /** Runs a change, journals it, and takes it back where either fails, or where the disk refuses it later. */
  #run<T>(
    act: () => T,
    changed: (notes: Note[]) => Pick<Commit, 'reset' | 'set'>,
    takeBack: (notes: Note[]) => void,
  ): T {
    this.#checkWritable();
    const notes: Note[] = [];
    this.#notes = notes;
    try {
      const result = act();
      if (isPromise(result)) {
        result.catch(() => undefined);
        throw new Error('a transaction must not wait');
      }
      this.#append(changed(notes), () => takeBack(notes));
      return result;
    } catch (error) {
      takeBack(notes);
      throw error;
    } finally {
      this.#notes = undefined;
    }
  }

  #append(change: Pick<Commit, 'reset' | 'set'>, takeBack: () => void): void {
    if (change.set.length === 0 && !change.reset) {
      takeBack();
      return;
    }
    if (this.readOnly !== undefined) throw new ReadOnlyError(this.readOnly);
    const n = this.#commit + 1;
    this.#disk?.append({ n, ids: this.parts.ids.position, ...change }, () => {
      takeBack();
      this.#commit = n - 1;
    });
    this.#commit = n;
    this.onCommit?.();
    if (!this.#disk) this.#tidy();
  }

  /** Takes no more changes, for the rest of this run. */
  giveUp(reason: string): void {
    if (this.readOnly === undefined) this.#refuse(reason);
  }

  #refuse(reason: string): ReadOnlyError {
    this.readOnly = `${reason}; changes are refused until a restart`;
    this.parts.warn(this.readOnly);
    return new ReadOnlyError(this.readOnly);
  }

  /** Begins a compaction where it is time for one. */
  #tidy(): void {
    const logs = this.#rowsOf('logs');
    const overCap = isOverCap(logs.count(), this.parts.logCap);
    if (!this.#disk) {
      if (overCap) logs.dropBefore(this.#logsFrom());
    } else if (!this.#compacting && !this.#closing && this.#disk.isDue(overCap)) {
      this.#compacting = new Promise<void>((resolve) => {
        setImmediate(resolve);
      })
        .then(() => this.#compact())
        .catch((error: unknown) => this.#warnOfCompaction(error))
        .finally(() => {
          this.#compacting = undefined;
        });
    }
  }

  #compactQuietly(): void {
    this.compact().catch((error: unknown) => this.#warnOfCompaction(error));
  }

  async #compact(): Promise<void> {
    const logs = this.#rowsOf('logs');
    let from = 0;
    let resets = this.#resets;
    await this.#disk?.compact(() => {
      resets = this.#resets;
      from = this.#logsFrom();
      return from;
    });
    // After a reset the events are others, counted from 1 again.
    if (resets === this.#resets) logs.dropBefore(from);
  }

  #warnOfCompaction(error: unknown): void {
    this.parts.warn(
      `the journal could not be merged into the state file (${(error as Error).message}); nothing is lost, it is tried again later`,
    );
  }

  /** The `seq` of the first event that is kept by now. */
  #logsFrom(): number {
    const { clock, logCap } = this.parts;
    const logs = this.#rowsOf('logs');
    return keptFrom(logs.count(), (n) => logs.nth(n) as LogRow, clock.now(), logCap);
  }

  async #close(): Promise<void> {
    this.#disk?.hurry();
    await this.#compacting?.catch(() => undefined);
    if (this.readOnly === undefined && this.#disk) this.#rowsOf('logs').dropBefore(this.#logsFrom());
    await this.#disk?.close(this.readOnly === undefined ? this.document() : undefined);
  }
}
