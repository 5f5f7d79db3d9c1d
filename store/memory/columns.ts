/** Whole numbers from 0 on, each in as few bytes as the largest takes. */
export function numberColumn(numbers: readonly number[]): ArrayLike<number> {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  if (most < 1 << 8) return new Uint8Array(numbers);
  return most < 1 << 16 ? new Uint16Array(numbers) : new Uint32Array(numbers);
}

/** Bytes of a text, and how to read them. */
interface Encoded {
  readonly bytes: Buffer;
  readonly as: 'latin1' | 'utf8' | 'utf16le';
}

/** The text in few bytes. */
function encoded(text: string): Encoded {
  // Where all characters are single bytes they are read as such in a fraction of the time.
  const latin1 = Buffer.from(text, 'latin1');
  if (Buffer.byteLength(text) === text.length || latin1.toString('latin1') === text) {
    return { bytes: latin1, as: 'latin1' };
  }
  const bytes = Buffer.from(text);
  // UTF-8 cannot hold half a pair of surrogates.
  return bytes.toString() === text ? { bytes, as: 'utf8' } : { bytes: Buffer.from(text, 'utf16le'), as: 'utf16le' };
}

/** Texts one behind the other, in a piece of memory beside V8's heap. */
export class TextColumn {
  readonly #encoded: Encoded;
  readonly #lengths: ArrayLike<number>;

  constructor(texts: readonly string[]) {
    this.#encoded = encoded(texts.join(''));
    this.#lengths = numberColumn(texts.map(({ length }) => length));
  }

  /** Reads the texts in order. @returns gives the next one */
  reader(): () => string {
    const { bytes, as } = this.#encoded;
    const lengths = this.#lengths;
    const all = bytes.toString(as);
    let [n, at] = [0, 0];
    return () => {
      const from = at;
      at += lengths[n++] as number;
      return all.slice(from, at);
    };
  }
}
