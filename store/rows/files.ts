import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/**
 * A file that somebody uploaded. The same bytes are one row, however often they come: whoever has them names it, and it
 * goes with the last one that does.
 */
export interface FileRow extends Row {
  /** SHA-256 of the bytes, base64url. */
  readonly hash: string;
  readonly mediaType: string;
  /** The bytes in base64. */
  readonly content: string;
  readonly created: Timestamp;
}

export const files = collection<FileRow>()({
  prefix: 'fs0',
  typeName: 'FileStoreRecord',
  unique: { hash: (row) => row.hash },
});
