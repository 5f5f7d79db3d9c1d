import type { SeedName } from './commit-line.js';
import { StateFileError } from './errors.js';
import type { Row } from './rows/common.js';

/** The format that this version writes. Newer ones are refused. */
export const FORMAT = 1;

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
}

/** The rows of one collection: as objects, or as the lines they stand on in a file. */
export type Section = readonly [collection: string, rows: Iterable<Row | string>];

/** A whole org, as lowdb reads and writes it. */
export interface StateDocument {
  readonly header: StateHeader;
  readonly sections: Iterable<Section>;
}

/** A state document that was read from a file. */
export interface ReadDocument extends StateDocument {
  readonly sections: readonly (readonly [collection: string, rows: Row[]])[];
  /** The file was laid out by another hand: valid, but not one record a line. */
  readonly foreign: boolean;
}

/** The document as text: valid JSON, one record a line. */
export function* stateText(document: StateDocument): Generator<string> {
  yield `{"mockta":${JSON.stringify(document.header)}`;
  for (const [name, rows] of document.sections) {
    yield `,\n${JSON.stringify(name)}:[`;
    let separator = '\n';
    for (const row of rows) {
      yield separator + (typeof row === 'string' ? row : JSON.stringify(row));
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '\n}\n';
}

/** The refusal of a state file that cannot be used. */
export const unusable = (path: string, line: number | undefined, what: string): StateFileError =>
  new StateFileError(
    `${path}${line === undefined ? '' : `, line ${line}`}: ${what}. Nothing was changed. ` +
      'Restore the file from a backup, or start over with --fresh (the old file is kept).',
  );
