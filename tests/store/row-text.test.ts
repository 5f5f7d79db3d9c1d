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

test('events and parts of them whose members are others, or come in another order, are written so, too', () => {
  const someone: LogTarget = { id: '00u1', type: 'User', alternateId: 'a', displayName: 'A' };
  const { id, ...turned } = someone;
  const event: LogRow = {
    id: 'log1',
    seq: 1,
    type: 'x',
    at: 1,
    origin: { actor: someone, requestId: 'r' },
    targets: [],
  };
  const { type, ...late } = event;
  const odd = [
    {
      ...event,
      targets: [
        { ...turned, id },
        { ...someone, more: [1, { a: '"' }] },
        someone,
        { ...someone, displayName: null as never },
      ],
    },
    { ...event, origin: { requestId: 'r', actor: { ...turned, id } } },
    {
      ...event,
      origin: { ...event.origin, tokenId: '00T1', ip: '::1', zone: 'Büro', userAgent: 'a "b"', sessionId: 's' },
    },
    { ...event, origin: { ...event.origin, tokenId: '00T1', ip: undefined as never, url: '/' } },
    { ...event, origin: { ...event.origin, tokenId: undefined as never, ip: '::1', url: '/' } },
    { ...late, type, more: 'ends' },
    { id: 'log2', seq: 2 },
  ];
  expect(odd.map((row) => rowText('logs', row))).toEqual(odd.map((row) => JSON.stringify(row)));
});

const memberships = fc.record(
  {
    id: fc.string(),
    seq: fc.nat(),
    groupId: fc.string({ unit: 'grapheme' }),
    userId: fc.string(),
    manual: fc.boolean(),
    rules: fc.array(fc.string()),
    more: fc.constantFrom(undefined, null, 'newer', { than: 'this' }),
  },
  { requiredKeys: ['id', 'seq'] },
);

test('memberships are written as JSON writes them, those of newer versions with what they hold besides', () => {
  fc.assert(
    fc.property(memberships, fc.boolean(), (row, isTurned) => {
      const given = isTurned ? (Object.fromEntries(Object.entries(row).reverse()) as typeof row) : row;
      expect(rowText('memberships', given)).toBe(JSON.stringify(given));
    }),
  );
});

test('rows of other collections are, too', () => {
  const row = { id: '00g1', seq: 1, origin: { a: 1 }, targets: [], nothing: undefined };
  expect(rowText('groups', row)).toBe(JSON.stringify(row));
});
