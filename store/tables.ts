import { createHash } from 'node:crypto';
import { type CollectionName, collections } from './collections.js';
import { Contested } from './contested.js';
import type { IdSource } from './ids.js';
import type { Change } from './journal/commit-line.js';
import { type ChangeLog, Rows } from './memory/collection.js';
import { deepFreeze, freezeRows } from './memory/freeze.js';
import { originSharer } from './memory/log-origins.js';
import { LogSize } from './memory/log-size.js';
import { logLists } from './memory/log-stretch.js';
import { PackedRows } from './memory/packed-rows.js';
import { valueSharer } from './memory/shared-values.js';
import { unpackLater } from './memory/unpack-later.js';
import type { Row } from './rows/common.js';
import type { CollectionSpec } from './rows/spec.js';
import type { ReadDocument, Section } from './state/document.js';
import type { Store } from './types.js';

/** The collections in the order of the state file. */
export const collectionNames = Object.keys(collections) as CollectionName[];

/** Every collection of an org, handled as one: read from a file, replayed, emptied, put back, written. */
export class Tables {
  /** The collections as handlers see them. */
  readonly store: Store;
  /** How often everything was taken away. */
  emptied = 0;
  /** What replayed rows took from others. */
  readonly contested = new Contested();
  /** What the events take. */
  readonly logSize = new LogSize();
  readonly #rows = new Map<string, Rows<Row>>();
  readonly #shareOrigin = originSharer();
  readonly #freezes: boolean;
  #endUnpacking = (): void => {};

  constructor(ids: IdSource, log: ChangeLog) {
    this.#freezes = log.freezes;
    for (const name of collectionNames) {
      const spec = collections[name] as unknown as CollectionSpec<Row>;
      this.#rows.set(name, new Rows(name, spec, ids, log, name === 'logs' ? logLists(log.freezes) : undefined));
    }
    this.store = Object.fromEntries(this.#rows) as unknown as Store;
  }

  /** The rows of one collection. @throws Error for a name that no collection has */
  of(name: string): Rows<Row> {
    const rows = this.#rows.get(name);
    if (!rows) throw new Error(`there is no collection "${name}"`);
    return rows;
  }

  /** The `seq` that the next row of each collection gets. */
  get seqs(): Record<string, number> {
    return Object.fromEntries([...this.#rows].map(([name, rows]) => [name, rows.nextSeq]));
  }

  /** All rows as the state file holds them; later changes do not show. */
  sections(): Section[] {
    return collectionNames.map((name) => [name, this.of(name).written()]);
  }

  /** Takes over what a state file held. @throws Error for an unknown collection and for rows that share an id or a seq */
  restore({ header, sections }: ReadDocument): void {
    for (const [name, list] of sections) {
      const rows = this.of(name);
      if (list instanceof PackedRows) {
        list.prepare = this.#preparing(name);
        if (name === 'logs') this.logSize.addRecords(list);
        rows.loadPacked(list);
        continue;
      }
      if (name === 'logs') for (const row of list) this.#takeEvent(row);
      rows.load(list);
      if (this.#freezes) freezeRows(rows.all());
    }
    for (const [name, seq] of Object.entries(header.seqs ?? {})) {
      const rows = this.#rows.get(name);
      if (rows) rows.nextSeq = Math.max(rows.nextSeq, seq);
    }
    this.#endUnpacking();
    this.#endUnpacking = unpackLater(this.#rows.values());
  }

  /** Applies the changes of a commit again. @throws Error for what cannot be beside the rows that are there */
  replay(changes: readonly Change[]): void {
    for (const [name, put, value] of changes) {
      const rows = this.of(name);
      if (!put) rows.apply(rows.get(value), undefined);
      else {
        if (name === 'logs') this.#takeEvent(value);
        const fault = this.contested.look(rows, value);
        if (fault !== undefined) throw new Error(fault);
        rows.apply(rows.get(value.id), this.#freezes ? deepFreeze(value) : value);
      }
    }
  }

  /** What is done to rows of a collection that are made of records. */
  #preparing(name: string): (row: Row) => void {
    const share = name === 'logs' ? this.#shareOrigin : valueSharer();
    if (!this.#freezes) return share;
    return (row) => {
      share(row);
      deepFreeze(row);
    };
  }

  /** Takes in an event that was read. */
  #takeEvent(row: Row): void {
    this.#shareOrigin(row);
    this.logSize.add(row);
  }

  /** The first key that two rows share, in words; undefined where each has its own. */
  duplicateKey(): string | undefined {
    for (const rows of this.#rows.values()) {
      const found = rows.duplicateKey();
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Takes every row away. @returns puts all of them back */
  empty(): () => void {
    const before = [...this.#rows.values()].map((rows) => [rows, rows.snapshot()] as const);
    for (const rows of this.#rows.values()) rows.load([]);
    this.logSize.clear();
    this.emptied += 1;
    return () => {
      for (const [rows, snapshot] of before) rows.restore(snapshot);
    };
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
}
