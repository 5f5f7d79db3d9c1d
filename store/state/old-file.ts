import { linesOf, piecesOf, textOf } from '../files/file-lines.js';
import { uniqueNames } from '../memory/key-hashes.js';
import { SECTION_LINE, type StateHeader, unusable } from './document.js';
import { checkHeader } from './header.js';
import { type Identity, identityOf, notAlone } from './identity.js';
import { INDEX_START, type KeyIndex, readIndex } from './key-index.js';
import { type Seal, sealOf } from './seal.js';

/** A record of the old file, good until the next one is asked for, with the hashes of its keys. */
export interface OldRecord extends Identity {
  readonly line: Buffer;
  readonly keys: readonly number[] | undefined;
}

/** The lines of a state file as they are, each good until the next one is asked for. */
function* fileLines(path: string, seal: Seal | undefined): Generator<Buffer> {
  for (const piece of piecesOf(path)) {
    seal?.take(piece);
    yield* linesOf(piece);
  }
}

const COMMA = 44;

const uncomma = (line: Buffer): Buffer => (line.at(-1) === COMMA ? line.subarray(0, -1) : line);

/**
 * The record of a line that another hand may have edited, written as this program does it: spaces behind a comma would
 * stand before the next one, and of two members of one name the last counts.
 * @throws StateFileError
 */
function anew(path: string, line: Buffer): Buffer {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(textOf(line).trim().replace(/,$/, ''))));
  } catch {
    throw notAlone(path);
  }
}

/** Whether a line ends a section. */
function endsSection(line: Buffer): boolean {
  if (line.length > 2) return false;
  const text = textOf(line);
  return text === ']' || text === '],';
}

/** A state file that a new one is made of, section by section. */
export class OldFile {
  readonly header: StateHeader;
  /** The key hashes of its records; undefined where it is not known to be good. */
  readonly index: KeyIndex | undefined;
  readonly #seal: Seal | undefined;
  readonly #lines: Iterator<Buffer>;
  #section: string | undefined;

  constructor(readonly path: string) {
    this.index = readIndex(path);
    this.#seal = this.index && sealOf(path);
    this.#lines = fileLines(path, this.#seal);
    const first = this.#lines.next();
    const text = first.done ? '' : textOf(uncomma(first.value));
    this.header = checkHeader(path, (JSON.parse(`${text}}`) as { mockta?: unknown }).mockta);
    this.#nextSection();
  }

  /** The records of a section; none where it is not the next one of the file. */
  *records(name: string): Generator<OldRecord> {
    if (this.#section !== name) return;
    const block = uniqueNames(name).length === 0 ? [] : this.index?.get(name);
    for (let record = 0; ; record++) {
      const { done, value } = this.#lines.next();
      if (done) throw unusable(this.path, undefined, `the section "${name}" has no end`);
      if (endsSection(value)) break;
      const line = this.index ? uncomma(value) : anew(this.path, value);
      const { id, seq } = identityOf(this.path, line);
      yield { id, seq, line, keys: block?.map((of) => of[record] as number) };
    }
    this.#nextSection();
  }

  /** Throws where the caller's sections left something of the file out, and where it was changed meanwhile. */
  end(): void {
    if (this.#section !== undefined) {
      throw unusable(this.path, undefined, `the section "${this.#section}" is unknown or out of order`);
    }
    while (this.#lines.next().done === false);
    if (this.#seal?.holds === false) throw unusable(this.path, undefined, 'it was changed while it was read');
  }

  /** Lets the file go before its end. */
  close(): void {
    this.#lines.return?.();
  }

  #nextSection(): void {
    const { done, value } = this.#lines.next();
    const line = done ? '' : textOf(value);
    const name = SECTION_LINE.exec(line)?.[1];
    const isEnd = line === '}' || line.startsWith(INDEX_START);
    if (!done && name === undefined && !isEnd) throw unusable(this.path, undefined, 'a section is expected');
    this.#section = name;
  }
}
