import { textOf } from '../files/file-lines.js';
import type { Row } from '../rows/common.js';
import { unusable } from './document.js';
import { RecordHead } from './record-head.js';

/** What tells a record from all others of its collection. */
export interface Identity {
  /** In UTF-8; where it stands in the record's line, that very memory. */
  readonly id: Buffer;
  readonly seq: number;
}

const head = new RecordHead();

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
    throw unusable(path, undefined, 'a record does not stand on a line of its own');
  }
  if (typeof row.id !== 'string' || typeof row.seq !== 'number') {
    throw unusable(path, undefined, 'a record lacks its "id" or "seq"');
  }
  return { id: Buffer.from(row.id), seq: row.seq };
}
