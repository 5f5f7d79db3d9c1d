import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, expect, test } from '@jest/globals';
import { TextRow } from '../../store/memory/text-row.js';
import type { Row } from '../../store/rows/common.js';
import { type StateDocument, stateText } from '../../store/state/document.js';
import { writeStateFile } from '../../store/state/file.js';
import { readPacked } from '../../store/state/packed-reader.js';
import { sealText } from '../../store/state/seal.js';
import { newFolder, removeFolders } from '../support/store.js';

afterEach(removeFolders);

const header = { format: 1, org: 'default', commit: 0, ids: 0, suffix: '46d6', seed: { name: 'small', hash: '1' } };

/** How much is written at once. */
const SLICE = 1 << 18;

/** A row whose JSON takes so many bytes, as many as can be of this letter. */
function rowOf(seq: number, bytes: number, letter: string): Row {
  const row = { id: `row ${seq}`, seq, text: '' };
  const left = bytes - JSON.stringify(row).length;
  const count = Math.floor(left / Buffer.byteLength(letter));
  const text = letter.repeat(count) + '.'.repeat(left - count * Buffer.byteLength(letter));
  return { ...row, text } as Row;
}

/** A section of no collection: rows of all sizes, and no keys. */
const documentOf = (rows: readonly (Row | TextRow)[]): StateDocument => ({
  header,
  sections: [['letters', rows]],
  sealed: true,
});

/** Bytes of what is written before the first record, and between two. */
const BEFORE = [...stateText(documentOf([]))].slice(0, 2).join('').length + 1;

const asText = (row: Row): TextRow => new TextRow(Buffer.from(JSON.stringify(row)), []);

/** How long a row is whose end, by the most that its letters may take, or by what they take, is about that of a slice. */
const lengths = [-2, -1, 0, 1, 2].flatMap((more) => [
  SLICE - BEFORE + more,
  Math.floor((SLICE - BEFORE) / 3) + more,
  SLICE + more,
  3 * SLICE + more,
]);

test.each(['x', 'é', '漢', '😀'])(
  'a state file is what its texts are, wherever a slice of "%s" ends',
  async (letter) => {
    const path = join(newFolder(), 'default.json');
    for (const length of lengths) {
      const rows = [rowOf(1, length, letter), rowOf(2, 60, letter), rowOf(3, length, letter), rowOf(4, 60, 'x')];
      for (const document of [documentOf(rows), documentOf(rows.map(asText))]) {
        await writeStateFile(path, document);
        const body = Buffer.concat([...stateText(document)].map((text) => Buffer.from(text)));
        expect(readFileSync(path).equals(Buffer.concat([body, Buffer.from(sealText(crc32(body)))]))).toBe(true);
        expect(readPacked(path)?.sections[0]?.[1]).toHaveLength(rows.length);
      }
    }
  },
);
