import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** The last lines of a state file that this program wrote: the checksum of everything before them. */
const SEAL = /^"mockta-crc32":"([0-9a-f]{8})"\n\}\n$/;

/** Ends a state file. @param crc the checksum of all bytes before, the last of which are a comma and a newline */
export const sealText = (crc: number): string => `"mockta-crc32":"${crc.toString(16).padStart(8, '0')}"\n}\n`;

const SEAL_BYTES = sealText(0).length;

/** The checksum that a state file ends in, and what it is to be the checksum of. */
export class Seal {
  #left: number;
  #crc = 0;

  /** @param bytes how many bytes of the file it covers */
  constructor(
    readonly expected: number,
    bytes: number,
  ) {
    this.#left = bytes;
  }

  /** Takes the next bytes of the file, those of the seal itself too. */
  take(piece: Buffer): void {
    const covered = piece.length <= this.#left ? piece : piece.subarray(0, this.#left);
    this.#crc = crc32(covered, this.#crc);
    this.#left -= covered.length;
  }

  /** How many of the bytes that it covers were not taken yet. */
  get left(): number {
    return this.#left;
  }

  /** Whether all that it covers was taken, and is as it was written. */
  get holds(): boolean {
    return this.#left === 0 && this.#crc === this.expected;
  }
}

/** The seal of a state file; undefined where it has none: it was written by hand or cut off. */
export function sealOf(path: string): Seal | undefined {
  const fd = openSync(path, 'r');
  try {
    const bytes = fstatSync(fd).size - SEAL_BYTES;
    if (bytes < 0) return undefined;
    const end = Buffer.alloc(SEAL_BYTES);
    const count = readSync(fd, end, 0, SEAL_BYTES, bytes);
    const crc = SEAL.exec(end.toString('latin1', 0, count))?.[1];
    return crc === undefined ? undefined : new Seal(Number.parseInt(crc, 16), bytes);
  } finally {
    closeSync(fd);
  }
}
