import { expect, test } from '@jest/globals';
import { GoneError, Line } from '../../store/hashing/line.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Work that ends when it is told to, and notes when it begins. */
function bench() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => (): Promise<string> => {
    begun.push(name);
    return new Promise((resolve) => ends.set(name, () => resolve(name)));
  };
  return { begun, work, end: (name: string): void => ends.get(name)?.() };
}

test('does so much at once, and what costs little before what costs much', async () => {
  const { begun, work, end } = bench();
  const line = new Line(2);
  const all = [
    line.run(work('a'), { cost: 1000 }),
    line.run(work('b'), { cost: 1000 }),
    line.run(work('long'), { cost: 60_000 }),
    line.run(work('longer'), { cost: 90_000 }),
    line.run(work('short'), { cost: 10 }),
  ];
  expect([begun, line.length]).toEqual([['a', 'b'], 3]);
  end('b');
  await turn();
  expect(begun).toEqual(['a', 'b', 'short']);
  for (const name of ['short', 'a', 'long', 'longer']) {
    end(name);
    await turn();
  }
  expect(await Promise.all(all)).toEqual(['a', 'b', 'long', 'longer', 'short']);
});

test('what nobody waits for any more is not begun, and holds up nobody', async () => {
  const { begun, work, end } = bench();
  const line = new Line(1);
  const [client, left] = [new AbortController(), AbortSignal.abort()];
  const first = line.run(work('first'), { cost: 1, gone: client.signal });
  const second = line.run(work('second'), { cost: 1, gone: client.signal });
  const third = line.run(work('third'), { cost: 1 });
  await expect(line.run(work('never'), { cost: 1, gone: left })).rejects.toThrow(GoneError);
  client.abort();
  await expect(second).rejects.toThrow(GoneError);
  expect(line.length).toBe(1);
  end('first');
  expect(await first).toBe('first');
  await turn();
  end('third');
  expect([await third, begun]).toEqual(['third', ['first', 'third']]);
});

test('work that fails lets the next in', async () => {
  const line = new Line(1);
  const fails = line.run(() => Promise.reject(new Error('broken')), { cost: 1 });
  const next = line.run(() => Promise.resolve(1), { cost: 1 });
  await expect(fails).rejects.toThrow('broken');
  expect(await next).toBe(1);
});
