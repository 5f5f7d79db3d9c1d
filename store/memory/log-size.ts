import type { LogRow } from '../rows/logs.js';

/** About how many bytes an org's events take at most, as they are written: 250,000 usual ones are less. */
export const LOG_BYTES = 256 << 20;

/** Events whose bytes are one figure: so many that some hundred figures are all there are. */
const TOGETHER = 1024;

/** About what an event takes without its texts, and what it takes for each object that it names. */
const EVENT = 300;
const TARGET = 120;

const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);

/** About what an event takes as it is written. What a file holds may be anything until it is checked. */
export function weightOf({ origin, targets, debugData }: Partial<LogRow>): number {
  let bytes = EVENT + lengthOf(origin?.userAgent) + lengthOf(origin?.url);
  if (Array.isArray(targets)) {
    for (const one of targets) bytes += TARGET + lengthOf(one?.displayName) + lengthOf(one?.alternateId);
  }
  if (debugData) for (const value of Object.values(debugData)) bytes += lengthOf(value);
  return bytes;
}

const stretchOf = (seq: number): number => Math.floor(seq / TOGETHER);

/** Records whose lengths are known. */
interface Lengths {
  forEachLength(tell: (seq: number, bytes: number) => void): void;
}

/** How much the events of an org take, by stretches of them, so that the oldest can go where it is too much. */
export class LogSize {
  readonly #stretches = new Map<number, number>();
  /** About how many bytes all of them take. */
  bytes = 0;

  /** Counts an event in, whatever came before it. */
  add(row: Pick<LogRow, 'seq'>): void {
    this.#count(stretchOf(row.seq), weightOf(row));
  }

  /** Counts the events of a file in, of which it says how long they are. */
  addRecords(records: Lengths): void {
    let [stretch, sum] = [0, 0];
    records.forEachLength((seq, bytes) => {
      if (stretchOf(seq) !== stretch) {
        this.#count(stretch, sum);
        [stretch, sum] = [stretchOf(seq), 0];
      }
      sum += bytes;
    });
    this.#count(stretch, sum);
  }

  /** Forgets the events before this `seq`, but for those of its own stretch. */
  dropBefore(seq: number): void {
    for (const [stretch, bytes] of this.#stretches) {
      if (stretch >= stretchOf(seq)) continue;
      this.#stretches.delete(stretch);
      this.bytes -= bytes;
    }
  }

  /** Forgets all of them. */
  clear(): void {
    this.#stretches.clear();
    this.bytes = 0;
  }

  #count(stretch: number, bytes: number): void {
    if (bytes === 0) return;
    this.#stretches.set(stretch, (this.#stretches.get(stretch) ?? 0) + bytes);
    this.bytes += bytes;
  }

  /** The `seq` from which on events take no more than so many bytes; the newest stretch is kept whatever it takes. */
  keptFrom(most: number): number {
    let bytes = 0;
    let from = 0;
    for (const stretch of [...this.#stretches.keys()].sort((a, b) => b - a)) {
      bytes += this.#stretches.get(stretch) ?? 0;
      if (bytes > most && from > 0) return from;
      from = stretch * TOGETHER;
    }
    return 0;
  }
}
