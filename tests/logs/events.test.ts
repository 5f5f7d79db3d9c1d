import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import type { Route } from '../../contract/routes.js';
import { isUnwritten } from '../../contract/unwritten/index.js';
import { routes } from '../../generated/routes.js';
import { edge } from '../../server/edge.js';
import { expectEvents, type FactsByType, type GroupEvents } from '../support/group-events.js';
import { suiteOrg } from '../support/org.js';

const answered = new Set<string>();
// Every answer goes through the reference validator, too.
const org = suiteOrg({ strict: true, onAnswer: (id, status) => void (status < 300 && answered.add(id)) });

/** What each group that has an `events.ts` beside its suites says of its own operations. */
const groups: (GroupEvents & { readonly folder: string })[] = [];
for (const folder of readdirSync(new URL('..', import.meta.url))) {
  if (!existsSync(new URL(`../${folder}/events.ts`, import.meta.url))) continue;
  // One after the other: what two of them share must not be loaded twice at a time.
  groups.push({ folder, ...((await import(`../${folder}/events.js`)) as GroupEvents) });
}
const facts: FactsByType = Object.assign({}, ...groups.map((group) => group.facts));
const cases = groups.flatMap((group) => group.cases);

test.each(cases.map((one) => [`${one[0]}: ${one[1]}`, one] as const))('%s', (_, one) =>
  expectEvents(org, one, facts, answered),
);

test('the cases leave out no operation that is written and changes something', () => {
  const written = (routes as readonly Route[]).filter(
    ({ method, operationId }) => method !== 'get' && !isUnwritten(operationId),
  );
  expect([...new Set(cases.map(([id]) => id))].sort()).toEqual(written.map(({ operationId }) => operationId).sort());
});

test.each(groups)('what $folder says of an event is said by no other group in another way', (group) => {
  for (const [type, fact] of Object.entries(group.facts)) expect([type, facts[type]]).toEqual([type, fact]);
});

describe('a refusal', () => {
  test('writes no event', async () => {
    const before = [org.store.logs.count(), org.hash()];
    const id = org.store.users.all()[0]?.id;
    await org.post(`/api/v1/users/${id}/lifecycle/unlock`);
    await org.post('/api/v1/groups', { profile: { name: '' } });
    await org.delete(`/api/v1/groups/${org.store.groups.all()[0]?.id}`);
    await org.post('/api/v1/users', { profile: { login: 'x' } });
    expect([org.store.logs.count(), org.hash()]).toEqual(before);
  });

  test('of the contract comes after those of Okta, and leaves nothing of what was done', async () => {
    const { org: own, token } = org.sandbox;
    const fussy = { request: async () => ['/body is odd'], answer: async () => [] };
    const app = express().use(edge({ resolve: () => own, baseOf: () => org.url, strict: fussy, warn: () => {} }));
    const create = (body: object) =>
      request(app).post('/api/v1/groups').set('Authorization', `SSWS ${token}`).send(body);
    const before = org.hash();
    expect((await create({ profile: 'x' })).body.errorCode).toBe('E0000003');
    expect((await create({ profile: { name: '' } })).body.errorSummary).toBe('Api validation failed: name');
    expect((await create({ profile: { name: 'Odd' } })).body).toMatchObject({
      errorCode: 'E0000001',
      errorSummary: 'Api validation failed: createGroup',
      errorCauses: [{ errorSummary: '/body is odd' }],
    });
    expect(org.hash()).toBe(before);
  });
});
