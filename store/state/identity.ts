import type { StateFileError } from '../errors.js';
import { textOf } from '../files/file-lines.js';
import { isPlain } from '../json-text.js';
import type { Row } from '../rows/common.js';
import { unusable } from './document.js';
import { RecordHead } from './record-head.js';

/** What tells a record from all others of its collection. */
export interface Identity {
  /** As `bytesOfId` gives it; where it stands so in the record's line, that very memory. */
  readonly id: Buffer;
  readonly seq: number;
}

/** What an id is told by: its letters where all are plain, or else its JSON. UTF-8 would make half characters one. */
export const bytesOfId = (id: string): Buffer => Buffer.from(isPlain(id) ? id : JSON.stringify(id));

const head = new RecordHead();

/** The refusal of a line that is more or less than a record. */
export const notAlone = (path: string): StateFileError =>
  unusable(path, undefined, 'a record does not stand on a line of its own');

/**
 * Who the record of a line is. A line that is none stops the compactor before it can lose anything.
 * @throws StateFileError
 */
export function identityOf(path: string, line: Buffer): Identity {
  if (head.read(line, 0)) return { id: line.subarray(head.id, head.endOfId), seq: head.seq };
  let row: Partial<Row>;
  try {
    row = JSON.parse(textOf(line)) as Partial<Row>;
  } catch {
    throw notAlone(path);
  }
  if (typeof row.id !== 'string' || typeof row.seq !== 'number') {
    throw unusable(path, undefined, 'a record lacks its "id" or "seq"');
  }
  return { id: bytesOfId(row.id), seq: row.seq };
}
