import { crc32 } from 'node:zlib';
import { textOf } from '../files/file-lines.js';
import type { FileWindow } from '../files/file-window.js';
import { hashOfBytes } from '../memory/key-hashes.js';
import { unusable } from './document.js';
import { bytesOfId, type Identity, identityOf } from './identity.js';

const FEW = 16;
/** In place of the `seq` of a row that is gone. */
const GONE = -1;
/** In place of where a word stands that was taken. */
const TAKEN = -1;

const hashOf = (id: Buffer): number => hashOfBytes(id, 0, id.length);

const idIn = (json: Buffer): Buffer => bytesOfId(JSON.parse(textOf(json)) as string);

/** An array twice as long. */
function doubled<A extends Float64Array | Uint32Array>(array: A): A {
  const longer = new (array.constructor as new (length: number) => A)(2 * array.length);
  longer.set(array);
  return longer;
}

/**
 * The last word of a journal on the rows of one collection: where it stands. What it says stays in the journal: a row takes
 * 36 bytes here, and at most twice as much just after the arrays have grown.
 */
export class LastWords {
  readonly #journal: FileWindow;
  #count = 0;
  #seqs = new Float64Array(FEW);
  #places = new Float64Array(FEW);
  #lengths = new Uint32Array(FEW);
  /** Checksums of what stood there when the journal was found good. */
  #sums = new Uint32Array(FEW);
  #hashes = new Uint32Array(FEW);
  /** Open addressing, half empty: the number of a word and one. */
  #cells = new Uint32Array(2 * FEW);

  constructor(journal: FileWindow) {
    this.#journal = journal;
  }

  /** A row is from now on as its JSON tells. @param place where that begins in the journal */
  put({ id, seq }: Identity, json: Buffer, place: number): void {
    this.#set(id, seq, json, place);
  }

  /** A row is gone. @param json of its id */
  remove(json: Buffer, place: number): void {
    this.#set(idIn(json), GONE, json, place);
  }

  /** The number of the word on a row; undefined where there is none, or it was taken. */
  find(id: Buffer, hash: number = hashOf(id)): number | undefined {
    const last = this.#cells.length - 1;
    for (let at = hash & last; this.#cells[at] !== 0; at = (at + 1) & last) {
      const word = (this.#cells[at] as number) - 1;
      if (this.#hashes[word] === hash && this.#places[word] !== TAKEN && this.#idOf(word).equals(id)) return word;
    }
    return undefined;
  }

  /** Whether a word says that its row is there, with this `seq`. */
  isOf(word: number, seq: number): boolean {
    return this.#seqs[word] === seq;
  }

  /**
   * What the journal says of a row that is there, good until the next call; the word is not found again.
   * @throws StateFileError where the journal was changed since
   */
  take(word: number): Buffer {
    const json = this.#jsonOf(word);
    this.#places[word] = TAKEN;
    return json;
  }

  /** The words that were not taken on rows that are there, by `seq`, from this one on. */
  left(from: number): Uint32Array {
    const words = new Uint32Array(this.#count);
    let count = 0;
    let isInOrder = true;
    for (let word = 0; word < this.#count; word++) {
      const seq = this.#seqs[word] as number;
      if (seq === GONE || seq < from || this.#places[word] === TAKEN) continue;
      if (count > 0 && seq < (this.#seqs[words[count - 1] as number] as number)) isInOrder = false;
      words[count++] = word;
    }
    const left = words.subarray(0, count);
    return isInOrder ? left : left.sort((a, b) => (this.#seqs[a] as number) - (this.#seqs[b] as number));
  }

  #set(id: Buffer, seq: number, json: Buffer, place: number): void {
    const hash = hashOf(id);
    const word = this.find(id, hash) ?? this.#add(hash);
    this.#seqs[word] = seq;
    this.#places[word] = place;
    this.#lengths[word] = json.length;
    this.#sums[word] = crc32(json);
  }

  #add(hash: number): number {
    const word = this.#count++;
    if (word === this.#hashes.length) this.#grow();
    this.#hashes[word] = hash;
    this.#enter(word);
    return word;
  }

  #enter(word: number): void {
    const last = this.#cells.length - 1;
    let at = (this.#hashes[word] as number) & last;
    while (this.#cells[at] !== 0) at = (at + 1) & last;
    this.#cells[at] = word + 1;
  }

  #grow(): void {
    const count = this.#hashes.length;
    this.#seqs = doubled(this.#seqs);
    this.#places = doubled(this.#places);
    this.#lengths = doubled(this.#lengths);
    this.#sums = doubled(this.#sums);
    this.#hashes = doubled(this.#hashes);
    this.#cells = new Uint32Array(2 * this.#cells.length);
    for (let word = 0; word < count; word++) this.#enter(word);
  }

  #idOf(word: number): Buffer {
    const json = this.#jsonOf(word);
    return this.#seqs[word] === GONE ? idIn(json) : identityOf(this.#journal.path, json).id;
  }

  #jsonOf(word: number): Buffer {
    const json = this.#journal.read(this.#places[word] as number, this.#lengths[word] as number);
    if (crc32(json) === this.#sums[word]) return json;
    throw unusable(this.#journal.path, undefined, 'it was changed while it was read');
  }
}
