import type { Change } from './journal/commit-line.js';
import type { Ahead } from './memory/ahead.js';
import type { ChangeLog, Rows } from './memory/collection.js';
import type { Row } from './rows/common.js';

/** One change of one row, and what the collection's counter was before it. */
export interface Note {
  readonly collection: Rows<Row>;
  readonly before: Row | undefined;
  readonly after: Row | undefined;
  readonly nextSeq: number;
}

/** Undoes changes, the last one first: rows, their places, indexes and counters are as they were. */
export function undo(notes: readonly Note[]): void {
  for (let i = notes.length - 1; i >= 0; i--) {
    const { collection, before, after, nextSeq } = notes[i] as Note;
    collection.apply(after, before);
    collection.nextSeq = nextSeq;
  }
}

interface Folded {
  readonly existed: boolean;
  last: Note;
}

/** So many changes are looked at one by one: nearly every transaction makes no more. */
const FEW = 8;

const idOf = ({ before, after }: Note): string => (after ?? before)?.id ?? '';

/** Whether each change is of another row. */
function areApart(notes: readonly Note[]): boolean {
  for (let i = 1; i < notes.length; i++) {
    const note = notes[i] as Note;
    for (let j = 0; j < i; j++) {
      const other = notes[j] as Note;
      if (other.collection === note.collection && idOf(other) === idOf(note)) return false;
    }
  }
  return true;
}

const changeOf = ({ collection, before, after }: Note): Change =>
  after ? [collection.name, 1, after] : [collection.name, 0, before?.id ?? ''];

/**
 * What a transaction changed, each row once, by its last word. A row that came and went is named twice, so that a replay
 * counts its `seq` too; where there are only such rows, nothing was changed.
 */
export function changesOf(notes: readonly Note[]): Change[] {
  // Of new rows alone each is named once.
  const isPlain = notes.length <= FEW ? areApart(notes) : notes.every(({ before }) => before === undefined);
  if (isPlain) return notes.map(changeOf);
  const byRow = new Map<Rows<Row>, Map<string, Folded>>();
  const rows: Folded[] = [];
  for (const note of notes) {
    let known = byRow.get(note.collection);
    if (!known) byRow.set(note.collection, (known = new Map()));
    const id = idOf(note);
    const row = known.get(id);
    if (row) row.last = note;
    else {
      const first: Folded = { existed: note.before !== undefined, last: note };
      known.set(id, first);
      rows.push(first);
    }
  }
  const changes: Change[] = [];
  let changed = false;
  for (const { existed, last } of rows) {
    const { collection, before, after } = last;
    changed ||= existed || after !== undefined;
    if (after) changes.push([collection.name, 1, after]);
    else if (before) {
      if (!existed) changes.push([collection.name, 1, before]);
      changes.push([collection.name, 0, before.id]);
    }
  }
  return changed ? changes : [];
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value && 'catch' in value;

/** What becomes of a change. @template B what is remembered of the time before it */
export interface Outcome<B> {
  /** Keeps what it wrote. Where this throws, it is taken back. */
  keep(notes: Note[], before: B): void;
  takeBack(notes: Note[], before: B): void;
}

/** Lets rows be written while a change runs, one change at a time, and notes what it writes. */
export class Transactions implements ChangeLog {
  /** What was done ahead of the one that runs, where it can be run again. */
  ahead: Ahead | undefined;
  /** The changes of the one that runs. */
  #notes: Note[] | undefined;
  #unrecorded = false;

  constructor(readonly freezes: boolean) {}

  note(collection: Rows<Row>, before: Row | undefined, after: Row | undefined): void {
    if (this.#unrecorded) return;
    if (!this.#notes) throw new Error(`${collection.name} can be written inside a transaction only`);
    this.#notes.push({ collection, before, after, nextSeq: collection.nextSeq });
  }

  /**
   * Runs a synchronous change and hands over what it wrote; where either fails, it is taken back.
   * @param before is handed over as well
   * @param ahead for a change that can be run again when what takes long was done
   * @throws Error for a change within a change and for one that waits; Unfinished; what `act` or `keep` throw
   */
  run<T, B>(act: () => T, outcome: Outcome<B>, before: B, ahead?: Ahead): T {
    if (this.#notes) throw new Error('a transaction is running already');
    const notes: Note[] = [];
    this.#notes = notes;
    this.ahead = ahead;
    ahead?.begin();
    try {
      const result = act();
      if (isPromise(result)) {
        result.catch(() => undefined);
        throw new Error('a transaction must not wait');
      }
      outcome.keep(notes, before);
      return result;
    } catch (error) {
      outcome.takeBack(notes, before);
      throw error;
    } finally {
      this.#notes = undefined;
      this.ahead = undefined;
    }
  }

  /**
   * Runs what reads alone, outside of a change, and can be run again when what takes long was done.
   * @throws Error within a change; Unfinished; what `read` throws
   */
  reading<T>(read: () => T, ahead: Ahead): T {
    if (this.#notes) throw new Error('a transaction is running already');
    this.ahead = ahead;
    ahead.begin();
    try {
      return read();
    } finally {
      this.ahead = undefined;
    }
  }

  /** Runs a change whose notes nobody asks for: one that is not journaled. */
  unrecorded(act: () => void): void {
    this.#unrecorded = true;
    try {
      act();
    } finally {
      this.#unrecorded = false;
    }
  }
}
