import { webcrypto } from 'node:crypto';
import { customRandom } from 'nanoid';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const URL_SAFE = `${ALPHABET}-_`;

/** A source of random bytes: `count` of them. */
type Bytes = (count: number) => Uint8Array;

/** Characters of an id that grow with each one: ids sort by age, as Okta's do. */
const AGE_LENGTH = 5;
const AGES = ALPHABET.length ** AGE_LENGTH;

/** As long as an id. */
const ZEROS = '0'.repeat(20);

const POOL_BYTES = 4096;
let pool = new Uint8Array(0);
let used = 0;

/** Random bytes out of a pool: a call of the system's generator for each id would cost more than the id. */
const randomBytes: Bytes = (count) => {
  if (used + count > pool.length) {
    pool = webcrypto.getRandomValues(new Uint8Array(Math.max(POOL_BYTES, count)));
    used = 0;
  }
  used += count;
  return pool.subarray(used - count, used);
};

/** 32 bits of a text (FNV-1a). */
function digestOf(text: string): number {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  return hash >>> 0;
}

/** A number in the digits of ids, as long as any. */
function ageOf(number: number): string {
  let digits = '';
  for (let left = Math.floor(number) % AGES; digits.length < AGE_LENGTH; left = Math.floor(left / ALPHABET.length)) {
    digits = (ALPHABET[left % ALPHABET.length] as string) + digits;
  }
  return digits;
}

/** Makes random words of an alphabet, of a few sizes again and again. */
function wordsOf(alphabet: string, bytes: Bytes): (size: number) => string {
  const makers: (() => string)[] = [];
  return (size) =>
    (makers[size] ??= customRandom(alphabet, size, bytes as (count: number) => Uint8Array<ArrayBuffer>))();
}

/**
 * The org's only source of ids and secrets. With a seed it repeats itself; its position is part of every committed
 * change set, so that it goes on where it was after a restart.
 */
export class IdSource {
  /** How many values were drawn so far. Setting it rewinds or forwards a seeded source. */
  position = 0;
  readonly #word: (size: number) => string;
  /** Where an org's ids begin to count: somewhere of its own, so that ids of two orgs do not look alike. */
  readonly #firstAge: number;
  readonly #secret: (size: number) => string;

  /**
   * @param suffix the last characters that an org's ids share
   * @param seed makes the source repeat itself
   */
  constructor(
    readonly suffix: string,
    seed?: string,
  ) {
    this.#firstAge = AGES / 8 + (digestOf(suffix) % Math.floor(AGES / 2));
    const bytes = seed === undefined ? randomBytes : this.#seeded(seed);
    this.#word = wordsOf(ALPHABET, bytes);
    this.#secret = wordsOf(URL_SAFE, bytes);
  }

  /** A new id: the type's prefix, characters that grow, random ones, the org's suffix; 20 characters. */
  next(prefix: string): string {
    this.position += 1;
    const random = this.#word(20 - prefix.length - AGE_LENGTH - this.suffix.length);
    return prefix + ageOf(this.#firstAge + this.position) + random + this.suffix;
  }

  /** Whether an id has the form of those that `next` gives for this prefix: such ids sort by age. */
  gave(prefix: string, id: string): boolean {
    return id.length === 20 && id.startsWith(prefix) && id.endsWith(this.suffix) && !/[^0-9A-Za-z]/.test(id);
  }

  /** The id of the row with this `seq`, where ids count: 20 characters, too. */
  serial(prefix: string, seq: number): string {
    const digits = `${seq}`;
    return prefix + ZEROS.slice(prefix.length + this.suffix.length + digits.length) + digits + this.suffix;
  }

  /** The `seq` that such an id tells; NaN for another id. */
  seqOf(id: string): number {
    return Number(id.slice(3, id.length - this.suffix.length));
  }

  /** A secret of `size` characters `[0-9A-Za-z_-]`: tokens, keys of links. */
  secret(size: number): string {
    this.position += 1;
    return this.#secret(size);
  }

  /**
   * Random bytes, for salts and keys. Drawn from a stream of their own that moves no position: they are made before it
   * is known whether a request is refused, and a refusal must change nothing.
   */
  bytes(size: number): Uint8Array {
    this.#drawn += 1;
    return this.#seed === undefined ? randomBytes(size) : this.#stream(~this.#seed, size, this.#drawn);
  }

  #drawn = 0;
  #seed: number | undefined;

  #seeded(seed: string): Bytes {
    const hash = digestOf(seed);
    this.#seed = hash;
    return (count) => this.#stream(hash, count, this.position);
  }

  /** Bytes that depend on the seed and the position alone (splitmix32), so a restart can go on anywhere. */
  #stream(seed: number, count: number, position: number): Uint8Array {
    let state = (seed ^ Math.imul(position, 0x9e3779b9)) | 0;
    const out = new Uint8Array(count);
    for (let i = 0; i < count; i++) {
      state = (state + 0x9e3779b9) | 0;
      let z = state ^ (state >>> 16);
      z = Math.imul(z, 0x21f0aaad);
      z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
      out[i] = (z ^ (z >>> 15)) & 0xff;
    }
    return out;
  }
}
