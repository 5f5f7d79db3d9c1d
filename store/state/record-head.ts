const QUOTE = 34;
const COMMA = 44;
const ZERO = 48;
const BACKSLASH = 92;
const BRACE = 123;
const CLOSING = 125;
const SPACE = 32;
const TILDE = 126;
const ID_START = Buffer.from('{"id":"');
const SEQ_START = Buffer.from('","seq":');
/** A number of so many digits is exact. */
const SEQ_DIGITS = 15;

/** Whether a line that begins here is a record's. */
export const beginsRecord = (bytes: Buffer, at: number): boolean => bytes[at] === BRACE;

const startsWith = (bytes: Buffer, at: number, start: Buffer): boolean => {
  for (let i = 0; i < start.length; i++) if (bytes[at + i] !== start[i]) return false;
  return true;
};

/** Where an id ends that begins here; it must have the same code units as text and as bytes, as ours do. */
function endOfId(bytes: Buffer, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at] ?? 0;
    if (byte === QUOTE || byte === BACKSLASH || byte < SPACE || byte > TILDE) return at;
    at += 1;
  }
}

/**
 * What a record begins with as this program writes it, read from the bytes of its line: `{"id":"…","seq":…`. It is made
 * once and put to one record after the other.
 */
export class RecordHead {
  /** Where the id stands in the bytes. */
  id = 0;
  endOfId = 0;
  seq = Number.NaN;

  /** @returns whether the record that begins here is one of ours */
  read(bytes: Buffer, at: number): boolean {
    this.id = at + ID_START.length;
    this.endOfId = endOfId(bytes, this.id);
    if (!startsWith(bytes, at, ID_START) || !startsWith(bytes, this.endOfId, SEQ_START)) return false;
    this.#readSeq(bytes, this.endOfId + SEQ_START.length);
    return !Number.isNaN(this.seq);
  }

  #readSeq(bytes: Buffer, from: number): void {
    this.seq = Number.NaN;
    let value = 0;
    for (let at = from; at < from + SEQ_DIGITS; at++) {
      const byte = bytes[at] ?? 0;
      if (byte < ZERO || byte > ZERO + 9) {
        // A fraction, or a number with an exponent, goes on.
        if (at > from && (byte === COMMA || byte === CLOSING)) this.seq = value;
        return;
      }
      value = 10 * value + byte - ZERO;
    }
  }
}
