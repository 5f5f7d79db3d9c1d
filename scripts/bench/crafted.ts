import { userSearch } from '../../handlers/users/filters.js';
import { compileFilter } from '../../languages/filter/compile.js';
import { readImage } from '../../objects/images/read-image.js';
import { median } from './load.js';
import type { Benchmark } from './measure.js';

const MEGABYTE = 1_048_576;
/** The beginning of a JPEG, and a first segment. */
const JPEG = Buffer.from(`ffd8ffe00010${'c0'.repeat(14)}`, 'hex');

const fill = (begin: string | Buffer, unit: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from(begin), Buffer.alloc(2 * MEGABYTE, unit)]);

/** Images that a reader may take very long for. */
const images = [
  fill(JPEG, Buffer.from([0xff])),
  fill(JPEG, Buffer.from([0xff, 0xe1, 0, 2])),
  fill(JPEG, Buffer.from([0xff, 0xd0])),
  fill(Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(1)),
  fill('', '<svg '),
  fill('<svg ', " width='"),
  fill('<svg ', ' viewBox="'),
  fill('', '<!---->'),
  fill('', '<!DOCTYPE ['),
  fill('', ' '),
  fill(Buffer.from([0, 0, 1, 0, 0xff, 0xff]), Buffer.alloc(1)),
];

/** Texts of the greatest length that a filter may have, of one thing again and again. */
const filters = ['(', ')', '[', '"', '\\', ' ', 'x.a', 'eq', 'not', '1', '(a eq "b") and '].map((piece) =>
  piece.repeat(8000).slice(0, 8000),
);

function compiled(text: string): void {
  try {
    compileFilter(text, userSearch);
  } catch {
    // Refused, as nearly all of them are.
  }
}

/** The longest of these, each the median of its runs, in milliseconds. */
const longestOf = <T>(inputs: readonly T[], runs: number, act: (input: T) => void): number =>
  Math.max(
    ...inputs.map((input) =>
      median(
        Array.from({ length: runs }, () => {
          const from = performance.now();
          act(input);
          return performance.now() - from;
        }),
      ),
    ),
  );

/** What a single value of a request may take on the event loop, however it was made. */
export const crafted: readonly Benchmark[] = [
  {
    name: 'crafted',
    measure: async ({ runs }) => [
      {
        name: 'the longest reading of a crafted image',
        value: longestOf(images, runs, readImage),
        floor: ['<=', 50],
        unit: 'ms',
        note: `${images.length} images of 2 MB`,
      },
      {
        name: 'the longest reading of a crafted filter',
        value: longestOf(filters, runs, compiled),
        floor: ['<=', 50],
        unit: 'ms',
        note: `${filters.length} texts of 8,000 characters`,
      },
    ],
  },
];
