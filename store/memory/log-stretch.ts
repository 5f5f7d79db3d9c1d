import type { Row } from '../rows/common.js';
import type { LogRow } from '../rows/logs.js';
import { numberColumn, TextColumn } from './columns.js';
import { deepFreeze } from './freeze.js';
import { EventReader, EventWriter, type WrittenEvents } from './log-codes.js';
import { weightOf } from './log-size.js';
import type { RowLists } from './row-list.js';
import { sealedRows } from './sealed-rows.js';
import type { Stretch } from './stretch.js';

/** Events that follow each other: some 180 bytes for each, where it is 500 as objects. */
class LogStretch implements Stretch<LogRow> {
  readonly #seqs: Float64Array;
  readonly #times: Float64Array;
  readonly #texts: TextColumn;
  readonly #written: Omit<WrittenEvents, 'text'>;
  readonly isInOrder: boolean;

  constructor(rows: readonly LogRow[]) {
    const writer = new EventWriter();
    for (const row of rows) writer.row(row);
    const { texts, numbers, names, callers } = writer;
    this.#texts = new TextColumn(texts);
    this.#written = { names: [...names.keys()], callers, numbers: numberColumn(numbers) };
    this.#seqs = new Float64Array(rows.map(({ seq }) => seq));
    this.#times = new Float64Array(rows.map(({ at }) => at));
    this.isInOrder = this.#times.every((time, n) => n === 0 || (this.#times[n - 1] as number) <= time);
  }

  get length(): number {
    return this.#seqs.length;
  }

  seqAt(n: number): number {
    return this.#seqs[n] as number;
  }

  timeAt(n: number): number {
    return this.#times[n] as number;
  }

  rows(): LogRow[] {
    const reader = new EventReader({ ...this.#written, text: this.#texts.reader() });
    const rows: LogRow[] = [];
    while (rows.length < this.length) rows.push(reader.row(this.seqAt(rows.length), this.timeAt(rows.length)));
    return rows;
  }
}

/** The lists that the rows of the collection `logs` are kept in. @param freezes whether a row that is written into throws */
export const logLists = (freezes: boolean): RowLists<Row> =>
  sealedRows<Row>({
    seal: (rows) => new LogStretch(rows as readonly LogRow[]),
    timeOf: (row) => (row as LogRow).at,
    weightOf: (row) => weightOf(row as LogRow),
    made: (rows) => {
      if (freezes) for (const row of rows) deepFreeze(row);
    },
    // V8 makes a slice of a text by pointing into it.
    own: (row) => {
      const own = JSON.parse(JSON.stringify(row)) as Row;
      return freezes ? deepFreeze(own) : own;
    },
  });
