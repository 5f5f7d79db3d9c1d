import { Disk, type DiskOptions } from './disk.js';
import { ReadOnlyError } from './errors.js';
import type { Commit, SeedName } from './journal/commit-line.js';
import type { Ahead } from './memory/ahead.js';
import { type Destination, moveTo } from './move.js';
import type { OrgStoreParts } from './org-parts.js';
import { FORMAT, type ReadDocument, type StateDocument, type StateHeader } from './state/document.js';
import type { Migration } from './state/migrations.js';
import { Tables } from './tables.js';
import { changesOf, type Outcome, Transactions, undo } from './transaction.js';
import type { Store } from './types.js';
import { Upkeep } from './upkeep.js';

/** One org's state: its collections, the transaction that may change them, and the disk behind them. */
export class OrgStore {
  /** The collections as handlers see them. */
  readonly collections: Store;
  /** The seed was applied to a new org at this start. */
  fresh = false;
  /** Why nothing can be written; undefined while all is well. */
  readOnly: string | undefined;
  /** Told of each commit, inside its transaction: it may read, and see to what comes later. */
  onCommit: (() => void) | undefined;
  /** Settles when the org is another; whoever changes it unasked waits for that. */
  moving: Promise<void> | undefined;
  /** The collections, handled as one. */
  readonly tables: Tables;
  readonly #upkeep: Upkeep;
  readonly #transactions: Transactions;
  #commit = 0;
  /** What the state file says it was made from; a reset may have brought a newer version of the seed. */
  #seed: SeedName;
  #migrated: readonly string[];
  #disk: Disk | undefined;
  #closing: Promise<void> | undefined;
  /** What becomes of a transaction. Made once: most are reads, which cost little else. */
  readonly #outcome: Outcome<number> = {
    keep: (notes, position) => {
      if (notes.length === 0) return this.#outcome.takeBack(notes, position);
      this.#append({ set: changesOf(notes) }, () => this.#outcome.takeBack(notes, position));
    },
    takeBack: (notes, position) => {
      undo(notes);
      this.parts.ids.position = position;
    },
  };

  constructor(readonly parts: OrgStoreParts) {
    this.tables = new Tables(parts.ids, (this.#transactions = new Transactions(parts.freezes)));
    this.collections = this.tables.store;
    const isOver = () => this.readOnly !== undefined || (this.#closing ?? this.moving) !== undefined;
    this.#upkeep = new Upkeep(this.tables, parts, isOver);
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
      seqs: this.tables.seqs,
      ...(this.#migrated.length === 0 ? {} : { migrated: this.#migrated }),
    };
  }

  /** The org as it is now, as the state file holds it; later changes do not show in it. */
  document(): StateDocument {
    return { header: this.header, sections: this.tables.sections(), sealed: true };
  }

  /** Takes over what a state file held. @throws Error for an unknown collection, and for rows that share an id or a seq */
  restore(document: ReadDocument): void {
    this.tables.restore(document);
    const { header } = document;
    [this.#commit, this.#seed] = [header.commit, header.seed];
    this.#migrated = header.migrated ?? [];
    this.parts.ids.position = header.ids;
  }

  /** Applies a commit of the journal again; one that the state file holds already is passed over. */
  replay(commit: Commit): void {
    if (commit.n <= this.#commit) return;
    if (commit.reset) this.tables.empty();
    this.#seed = commit.reset ?? this.#seed;
    this.tables.replay(commit.set);
    this.#commit = commit.n;
    this.parts.ids.position = commit.ids;
  }

  /** Keeps the org on this disk from now on. */
  attach(options: DiskOptions): void {
    this.#disk = new Disk(options, {
      refused: (error, what) => this.#refuse(`the journal cannot be ${what} (${error.message})`),
      written: () => this.#upkeep.tidy(),
      idle: () => this.#upkeep.idle(),
    });
    this.#upkeep.disk = this.#disk;
  }

  /**
   * Runs a synchronous function as one atomic change of the org. What it throws undoes everything; otherwise the change
   * is safe when `synced` says so: nobody may be told of it before.
   * @param ahead of one that is run again when its long work is done; without it everything is done at once
   * @throws ReadOnlyError where the journal could not be written, and for a closed org; Unfinished
   */
  transaction<T>(act: () => T, ahead?: Ahead): T {
    this.#checkWritable();
    return this.#transactions.run(act, this.#outcome, this.parts.ids.position, ahead);
  }

  /** Runs what reads alone and is run again where it needs what takes long. @throws Unfinished; what `read` throws */
  reading<T>(read: () => T, ahead: Ahead): T {
    return this.#transactions.reading(read, ahead);
  }

  /** Settles when all that was committed so far is as durable as promised; undefined where it is already. */
  synced(): Promise<void> | undefined {
    return this.#disk?.synced();
  }

  /**
   * Puts the org back to what `apply` makes of an empty one, ids included, as one journaled change.
   * @param seed what it is made from now; without it what it was opened with
   * @throws ReadOnlyError as `transaction` does
   */
  reset(apply: (store: Store) => void, seed = this.parts.seed): void {
    const { ids } = this.parts;
    const [position, seedBefore] = [ids.position, this.#seed];
    let putBack = (): void => undefined;
    const takeBack = (): void => {
      putBack();
      ids.position = position;
      this.#seed = seedBefore;
    };
    this.#checkWritable();
    this.#transactions.run(
      () => {
        putBack = this.tables.empty();
        ids.position = 0;
        this.#seed = seed;
        apply(this.collections);
      },
      { keep: (notes) => this.#append({ reset: seed, set: changesOf(notes) }, takeBack), takeBack },
      undefined,
    );
  }

  /** Puts the org back as `reset` does, to a state file that is made elsewhere. @throws Error as `moveTo` does */
  move(to: Destination): Promise<void> {
    this.#checkWritable();
    if (this.readOnly !== undefined) throw new ReadOnlyError(this.readOnly);
    this.moving = moveTo(this, this.#upkeep, to).finally(() => {
      this.moving = undefined;
    });
    return this.moving;
  }

  /** Applies the seed to an org that is new: straight into the first state file, not through the journal. */
  seed(apply: (store: Store) => void): void {
    this.#transactions.unrecorded(() => apply(this.collections));
    this.fresh = true;
  }

  /** Brings an org that was just read up to this version: straight into the next state file, as `seed` does. */
  migrate(migrations: readonly Migration[]): void {
    this.#transactions.unrecorded(() => {
      for (const migration of migrations) {
        migration.run(this.collections, this.parts.ids);
        this.#migrated = [...this.#migrated, migration.name];
      }
    });
  }

  /** Merges the journal into the state file, beside the running org, and lets old events go. */
  compact(): Promise<void> {
    return this.#upkeep.compact();
  }

  /** Writes the whole org as a state file to this path, beside the running org. */
  async export(path: string): Promise<void> {
    const document = this.document();
    const { writeStateFile } = await import('./state/file.js');
    await writeStateFile(path, document);
  }

  /** Takes no more writes, waits for what is under way, writes the state file, and frees the lock. */
  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  /** A digest of every row in order. Two orgs with the same digest hold the same. */
  hash(): string {
    return this.tables.hash();
  }

  #checkWritable(): void {
    if (this.#closing) throw new ReadOnlyError('the org is closed');
  }

  /** Journals a change, which is taken back where that fails, or where the disk refuses it later. */
  #append({ reset, set }: Pick<Commit, 'reset' | 'set'>, takeBack: () => void): void {
    if (set.length === 0 && !reset) return takeBack();
    if (this.readOnly !== undefined) throw new ReadOnlyError(this.readOnly);
    const n = this.#commit + 1;
    this.#disk?.append({ n, ids: this.parts.ids.position, reset, set }, () => {
      takeBack();
      this.#commit = n - 1;
    });
    this.#commit = n;
    for (const [name, put, row] of set) if (put && name === 'logs') this.tables.logSize.add(row);
    this.onCommit?.();
    if (!this.#disk) this.#upkeep.tidy();
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

  async #close(): Promise<void> {
    await this.moving?.catch(() => undefined);
    await this.#upkeep.finish();
    if (this.readOnly === undefined && this.#disk) this.#upkeep.dropOldEvents();
    await this.#disk?.close(this.readOnly === undefined ? this.document() : undefined);
  }
}
