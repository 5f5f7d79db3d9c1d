import { execFileSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

/** In a process of its own: Jest puts more into each tick than Node does. */
const program = `
  import { executionAsyncResource } from 'node:async_hooks';
  import { heldTick, holdTickShape } from './server/tick-shape.ts';

  const tick = () => new Promise((resolve) => process.nextTick(() => resolve(executionAsyncResource())));
  const before = heldTick();
  holdTickShape();
  await tick();
  const held = heldTick();
  for (let i = 0; i < 6; i++) {
    await new Promise((resolve) => setImmediate(resolve));
    gc();
  }
  const isSame = %HaveSameMap(held, await tick());
  holdTickShape();
  await tick();
  console.log(JSON.stringify({
    before: before === undefined,
    symbols: Object.getOwnPropertySymbols(held).length,
    isSame,
    isAnyOther: %HaveSameMap(held, {}),
    isHeldOnce: heldTick() === held,
  }));
`;

test('what one tick was made of is held, and after full collections new ones have its shape', () => {
  const flags = ['--expose-gc', '--allow-natives-syntax', '--import', 'tsx', '--input-type=module', '-e'];
  const told = execFileSync(process.execPath, [...flags, program], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH },
  });
  const { symbols, ...rest } = JSON.parse(told) as { readonly symbols: number };
  // Ids of itself and of what set it; Nodes from 22 on have one more.
  expect([2, 3]).toContain(symbols);
  expect(rest).toEqual({ before: true, isSame: true, isAnyOther: false, isHeldOnce: true });
});
