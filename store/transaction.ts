import type { Change } from './journal/commit-line.js';
import type { Rows } from './memory/collection.js';
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

/**
 * What a transaction changed, each row once, by its last word. A row that came and went is named twice, so that a replay
 * counts its `seq` too; where there are only such rows, nothing was changed.
 */
export function changesOf(notes: readonly Note[]): Change[] {
  // New rows alone, as most commits are: each is named once.
  if (notes.every(({ before }) => before === undefined)) {
    return notes.map(({ collection, after }) => [collection.name, 1, after as Row]);
  }
  const byRow = new Map<Rows<Row>, Map<string, Folded>>();
  const rows: Folded[] = [];
  for (const note of notes) {
    let known = byRow.get(note.collection);
    if (!known) byRow.set(note.collection, (known = new Map()));
    const id = (note.after ?? note.before)?.id ?? '';
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
