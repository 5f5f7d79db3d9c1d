import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { rowText } from '../../store/journal/row-text.js';
import type { LogOrigin, LogRow, LogTarget } from '../../store/rows/logs.js';

const target: fc.Arbitrary<LogTarget> = fc.record(
  {
    id: fc.string(),
    type: fc.string({ unit: 'grapheme' }),
    alternateId: fc.string(),
    displayName: fc.string({ unit: 'binary' }),
    detailEntry: fc.constantFrom(null, { a: [1, 'b'] }),
  },
  { requiredKeys: ['id', 'type', 'alternateId', 'displayName'] },
);
const origin: fc.Arbitrary<LogOrigin> = fc.record(
  {
    actor: target,
    requestId: fc.string(),
    tokenId: fc.string(),
    ip: fc.string(),
    userAgent: fc.string(),
    url: fc.string(),
  },
  { requiredKeys: ['actor', 'requestId'] },
);

const rowsOf = (origins: readonly LogOrigin[], targets: readonly LogTarget[][]): fc.Arbitrary<LogRow> =>
  fc.record(
    {
      id: fc.string(),
      seq: fc.nat(),
      type: fc.string({ unit: 'binary' }),
      at: fc.double({ noNaN: true, noDefaultInfinity: true }),
      origin: fc.constantFrom(...origins),
      targets: fc.constantFrom(...targets),
      outcome: fc.record({ result: fc.string(), reason: fc.constantFrom(null, 'Why "not"') }),
      severity: fc.constantFrom(undefined as never, 'WARN'),
      debugData: fc.constant({ changedAttributes: 'a,b' }),
    },
    { requiredKeys: ['id', 'seq', 'type', 'at', 'origin', 'targets'] },
  );

/** Rows of a few origins and lists of targets, which some of them share. */
const events: fc.Arbitrary<LogRow[]> = fc
  .tuple(fc.array(origin, { minLength: 1, maxLength: 3 }), fc.array(fc.array(target), { minLength: 1, maxLength: 3 }))
  .chain(([origins, targets]) => fc.array(rowsOf(origins, targets), { maxLength: 12 }));

test('events are written as JSON writes them, whatever they share and in whatever order they come', () => {
  fc.assert(
    fc.property(events, (rows) => {
      expect(rows.map((row) => rowText('logs', row))).toEqual(rows.map((row) => JSON.stringify(row)));
    }),
  );
});

test('rows of other collections are, too', () => {
  const row = { id: '00g1', seq: 1, origin: { a: 1 }, targets: [], nothing: undefined };
  expect(rowText('groups', row)).toBe(JSON.stringify(row));
});
