import { piecesOf } from '../files/file-lines.js';
import { KEY_RULES, uniqueNames } from '../memory/key-hashes.js';
import type { KeyBlock } from '../memory/text-row.js';
import { sealOf } from './seal.js';

/** The key blocks of a state file by section. */
export type KeyIndex = ReadonlyMap<string, KeyBlock>;

/** What the line of a state file that holds its index begins with. */
export const INDEX_START = '"mockta-index":';

/** Collects the hashes of one section while it is written. */
export class KeyCollector {
  readonly names: readonly string[];
  readonly #hashes: readonly number[][];
  #whole = true;

  constructor(section: string) {
    this.names = uniqueNames(section);
    this.#hashes = this.names.map(() => []);
  }

  /** @param keys those of the next record; undefined where they are not known, and then the section has no block */
  add(keys: readonly number[] | undefined): void {
    if (keys === undefined) this.#whole = false;
    else for (let i = 0; i < this.#hashes.length; i++) this.#hashes[i]?.push(keys[i] as number);
  }

  /** The block as text by name of the index; undefined for a section without one. */
  get block(): Record<string, string> | undefined {
    if (!this.#whole || !this.#hashes[0]?.length) return undefined;
    return Object.fromEntries(this.names.map((name, i) => [name, textOfHashes(this.#hashes[i] ?? [])]));
  }
}

/** The index as a member of the document, without a comma. */
export const indexText = (blocks: Readonly<Record<string, Record<string, string>>>): string =>
  `${INDEX_START}${JSON.stringify({ rules: KEY_RULES, keys: blocks })}`;

/** 32 bits each, the low byte first. */
function textOfHashes(hashes: readonly number[]): string {
  const bytes = Buffer.allocUnsafe(4 * hashes.length);
  for (const [i, hash] of hashes.entries()) bytes.writeUInt32LE(hash, 4 * i);
  return bytes.toString('base64');
}

function hashesOfText(text: string): Uint32Array {
  const bytes = Buffer.from(text, 'base64');
  const hashes = new Uint32Array(bytes.length >>> 2);
  for (let i = 0; i < hashes.length; i++) hashes[i] = bytes.readUInt32LE(4 * i);
  return hashes;
}

/** Reads the line that holds the index, of a file whose seal holds. An index that was made by other rules is empty. */
export function readIndexLine(line: string): KeyIndex {
  const index = new Map<string, KeyBlock>();
  const { rules, keys } = JSON.parse(line.slice(INDEX_START.length).replace(/,$/, '')) as {
    rules: string;
    keys: Record<string, Record<string, string>>;
  };
  if (rules !== KEY_RULES) return index;
  for (const [section, block] of Object.entries(keys)) {
    index.set(
      section,
      uniqueNames(section).map((name) => hashesOfText(block[name] ?? '')),
    );
  }
  return index;
}

/** The index of a state file; undefined where its seal does not hold. Reads the file once. */
export function readIndex(path: string): KeyIndex | undefined {
  const seal = sealOf(path);
  if (!seal) return undefined;
  let line: string | undefined;
  for (const piece of piecesOf(path)) {
    seal.take(piece);
    const from = piece.indexOf(`\n${INDEX_START}`) + 1;
    if (from === 0 && piece.toString('latin1', 0, INDEX_START.length) !== INDEX_START) continue;
    line = piece.toString('latin1', from, piece.indexOf('\n', from));
  }
  return seal.holds && line !== undefined ? readIndexLine(line) : undefined;
}
