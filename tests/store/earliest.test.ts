import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { testOrg } from '../support/org.js';

/** A change of one of a few rows; `undone` takes the whole step back. */
const step = fc.record({
  what: fc.constantFrom('put', 'remove' as const),
  of: fc.integer({ min: 0, max: 9 }),
  at: fc.integer({ min: 0, max: 5 }),
  undone: fc.boolean(),
});

test('the earliest row is that of a search through all, whatever was changed and taken back', async () => {
  const org = await testOrg();
  const { due } = org.store;
  const expected = (): unknown => [...due.all()].sort((a, b) => a.at - b.at || a.seq - b.seq)[0];
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 300 }), async (steps) => {
      await org.reset();
      for (const { what, of, at, undone } of steps) {
        const act = (): void => {
          const id = `x ${of}`;
          if (what === 'remove') due.get(id) && due.remove(id);
          else if (due.get(id)) due.update(id, { at });
          else due.insert({ id, at, kind: 'x', of: `${of}` });
          if (undone) throw new Error('undone');
        };
        try {
          org.sandbox.org.store.transaction(act);
        } catch (error) {
          if ((error as Error).message !== 'undone') throw error;
        }
        expect(due.earliest()).toBe(expected());
      }
    }),
    { numRuns: 50 },
  );
  expect(() => org.store.users.earliest()).toThrow('no time');
  await org.close();
});
