import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import type { Route } from '../../contract/routes.js';
import { routes } from '../../generated/routes.js';
import { edge } from '../../server/edge.js';
import { hosts } from '../../server/hosts.js';
import { asFlag } from '../../store/option-words.js';
import { expectEvents, type FactsByType, type GroupEvents } from '../support/group-events.js';
import { suiteOrg } from '../support/org.js';

const answered = new Set<string>();
const org = suiteOrg({ onAnswer: (id, status) => void (status < 300 && answered.add(id)) });

/** What each group that has an `events.ts` beside its suites says of its own operations. */
const groups: (GroupEvents & { readonly folder: string })[] = [];
// One after the other: Jest loses modules that two of them load at once.
for (const folder of readdirSync(new URL('..', import.meta.url))) {
  if (!existsSync(new URL(`../${folder}/events.ts`, import.meta.url))) continue;
  groups.push({ folder, ...((await import(`../${folder}/events.js`)) as GroupEvents) });
}
const facts: FactsByType = Object.assign({}, ...groups.map((group) => group.facts));
const cases = groups.flatMap((group) => group.cases);
// What an event is about differs with who logs it: rules of policies name their policy, rules of groups have none.
const ownFacts = groups.flatMap((group) => group.cases.map((one) => [one, { ...facts, ...group.facts }] as const));

test.each(ownFacts.map(([one, own]) => [`${one[0]}: ${one[1]}`, one, own] as const))('%s', (_, one, own) =>
  expectEvents(org, one, own, answered),
);

test('the cases leave out no operation that is written and changes something', () => {
  const written = (routes as readonly Route[]).filter(({ method }) => method !== 'get');
  expect([...new Set(cases.map(([id]) => id))].sort()).toEqual(written.map(({ operationId }) => operationId).sort());
});

test.each(groups)('what $folder calls an event is what every other group calls it', (group) => {
  for (const [type, { message, legacy }] of Object.entries(group.facts)) {
    expect([type, facts[type]?.message, facts[type]?.legacy]).toEqual([type, message, legacy]);
  }
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
    const app = express().use(
      edge({
        resolve: () => own,
        hosts: hosts({ baseUrl: org.url, host: undefined, allowed: [], port: () => 0 }),
        strict: fussy,
        warn: () => {},
        option: asFlag,
      }),
    );
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
