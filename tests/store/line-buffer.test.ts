import { describe, expect, test } from '@jest/globals';
import { type Commit, readCommit, readPlaces } from '../../store/journal/commit-line.js';
import { LineBuffer } from '../../store/journal/line-buffer.js';

const commitOf = (n: number, text: string, more: Partial<Commit> = {}): Commit => ({
  n,
  ids: n * 2,
  ...more,
  set: [
    ['groups', 1, { id: '00g1', seq: n, text } as never],
    ['groups', 0, '00g2'],
  ],
});

const linesOf = (bytes: Buffer): Buffer[] => {
  const lines: Buffer[] = [];
  for (let from = 0, end = bytes.indexOf(10); end >= 0; from = end + 1, end = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, end));
  }
  return lines;
};

describe('the lines of a turn', () => {
  test('are each read as they were added, whatever letters they hold, and however much memory they need', () => {
    const given = [
      commitOf(1, 'plain', { reset: { name: 'acme', hash: 'ab' } }),
      commitOf(2, 'Zoë 漢字 😀 "\n'),
      commitOf(3, '漢'.repeat(400_000)),
      commitOf(4, 'x'.repeat(3_000_000)),
    ];
    const buffer = new LineBuffer();
    for (const commit of given) buffer.add(commit);
    const lines = linesOf(buffer.take());
    expect(lines.map((line) => readCommit(line)?.set)).toEqual(given.map(({ set }) => set));
    expect(lines.map((line) => readPlaces(line)?.set.map(({ from, to }) => line.toString('utf8', from, to)))).toEqual(
      given.map(({ set }) => set.map(([, , value]) => JSON.stringify(value))),
    );
    expect(readCommit(lines[0] as Buffer)?.reset).toEqual({ name: 'acme', hash: 'ab' });
    expect(buffer.take()).toHaveLength(0);
  });

  test('begin with a newline where the journal lacks one, which is no part of the checksum', () => {
    const buffer = new LineBuffer();
    buffer.add(commitOf(1, 'a'), '\n');
    buffer.add(commitOf(2, 'b'));
    const [empty, one, two] = linesOf(buffer.take());
    expect(empty).toHaveLength(0);
    expect([one, two].map((line) => readCommit(line as Buffer)?.n)).toEqual([1, 2]);
  });

  test('take no more memory each turn: what was taken is written over', () => {
    const buffer = new LineBuffer();
    buffer.add(commitOf(1, 'a'));
    const first = buffer.take();
    buffer.add(commitOf(2, 'b'));
    expect(buffer.take().buffer).toBe(first.buffer);
  });
});
