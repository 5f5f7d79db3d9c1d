import { StateFileError } from '../errors.js';
import type { SeedName } from '../journal/commit-line.js';
import { keyHashes } from '../memory/key-hashes.js';
import type { PackedRows } from '../memory/packed-rows.js';
import { TextRow } from '../memory/text-row.js';
import type { Row } from '../rows/common.js';
import { indexText, KeyCollector } from './key-index.js';

/** The format that this version writes. Newer ones are refused. */
export const FORMAT = 1;

/** No `seq` of ours comes near: half of it is the most that a record may have, so that there is room for new ones. */
export const MAX_SEQ = 1e14;

/** The first line of a state file. */
export interface StateHeader {
  readonly format: number;
  readonly org: string;
  /** The last commit that the file holds; the journal goes on from there. */
  readonly commit: number;
  /** Position of the id source. */
  readonly ids: number;
  /** The characters that the org's ids end in. */
  readonly suffix: string;
  /** Makes the org's ids repeat themselves. */
  readonly idSeed?: string;
  readonly seed: SeedName;
  /** The `seq` that the next row of a collection gets: that of a removed row is not given again. */
  readonly seqs?: Readonly<Record<string, number>>;
  /** The migrations that it is past, by name; those of a new org are all that its version knew. */
  readonly migrated?: readonly string[];
}

/** The first line of a state file, and that which begins a section. */
export const HEADER_LINE = /^\{"mockta":(\{.*\}),$/;
export const SECTION_LINE = /^"(\w+)":\[$/;

/** The rows of one collection. */
export type Section = readonly [collection: string, rows: Iterable<Row | TextRow>];

/** A whole org, as lowdb reads and writes it. */
export interface StateDocument {
  readonly header: StateHeader;
  readonly sections: Iterable<Section>;
  /** Every record is known to be good: the file tells so, and its records need no parsing at the next start. */
  readonly sealed: boolean;
}

/** A state document that was read from a file. */
export interface ReadDocument extends StateDocument {
  readonly sections: readonly (readonly [collection: string, rows: Row[] | PackedRows])[];
  /** The file was laid out by another hand: valid, but not one record a line. */
  readonly foreign: boolean;
  /** The line of a section's first record, where there is one record a line. */
  readonly firstLines?: ReadonlyMap<string, number>;
}

/**
 * The document as text, some of it in UTF-8: valid JSON, one record a line. That of a sealed one ends in its index and
 * the comma behind it: the seal is missing. Bytes are good until the next text is asked for.
 */
export function* stateText(document: StateDocument): Generator<string | Buffer> {
  const blocks: Record<string, Record<string, string>> = {};
  yield `{"mockta":${JSON.stringify(document.header)}`;
  for (const [name, rows] of document.sections) {
    const keys = new KeyCollector(name);
    yield `,\n${JSON.stringify(name)}:[`;
    let separator = '\n';
    for (const row of rows) {
      const isText = row instanceof TextRow;
      if (keys.names.length > 0) keys.add(isText ? row.keys : keyHashes(name, row));
      yield separator;
      yield isText ? row.json : JSON.stringify(row);
      separator = ',\n';
    }
    yield '\n]';
    const { block } = keys;
    if (block) blocks[name] = block;
  }
  yield document.sealed ? `,\n${indexText(blocks)},\n` : '\n}\n';
}

/** The refusal of a state file that cannot be used. */
export const unusable = (path: string, line: number | undefined, what: string): StateFileError =>
  new StateFileError(
    (option) =>
      `${path}${line === undefined ? '' : `, line ${line}`}: ${what}. Nothing was changed. ` +
      `Restore the file from a backup, or start over with ${option('fresh')} (the old file is kept).`,
  );
