import { afterAll, describe, expect, test } from '@jest/globals';
import { inconsistencies } from '../../objects/invariants.js';
import type { Slice } from '../../objects/job.js';
import { jobKinds } from '../../objects/jobs.js';
import { FileJournal } from '../../store/journal/journal.js';
import { activate, addUsers, begun, MANY, makeRule, members } from '../support/crew.js';
import { suiteOrg, testOrg } from '../support/org.js';
import { newFolder, removeFolders } from '../support/store.js';

const org = suiteOrg();
afterAll(removeFolders);

describe('a job that is cut off', () => {
  test('by a reset is done before, and leaves nothing behind', async () => {
    const { users, groupRules, memberships, jobs } = org.store;
    const counts = () => [users.count(), groupRules.count(), memberships.count(), jobs.count()];
    const before = counts();
    addUsers(org, MANY);
    const { ruleId } = await makeRule(org);
    const { answer } = await begun(org, () => activate(org, ruleId));
    await org.reset();
    expect([(await answer).status, counts()]).toEqual([204, before]);
  });

  test('by a clean end goes on at the next start', async () => {
    const data = newFolder();
    const first = await testOrg({ data });
    addUsers(first, MANY);
    const { ruleId, groupId } = await makeRule(first);
    const { answer } = await begun(first, () => activate(first, ruleId));
    const closing = first.sandbox.close();
    const refused = await answer;
    expect([refused.status, refused.body.errorCode]).toEqual([503, 'E0000010']);
    await closing;
    const then = members(first, groupId);
    expect(first.store.jobs.count()).toBe(1);
    await first.close();
    const second = await testOrg({ data });
    while (second.store.jobs.count() > 0) await second.get(`/api/v1/groups/${groupId}`);
    expect([then < MANY, members(second, groupId), inconsistencies(second.store)]).toEqual([true, MANY, []]);
    await second.close();
  });

  test('by its own fault is dropped with a warning, and the request is told', async () => {
    const warnings: string[] = [];
    const other = await testOrg({ warn: (message) => warnings.push(message) });
    addUsers(other, MANY);
    const { ruleId } = await makeRule(other);
    const { answer } = await begun(other, () => activate(other, ruleId));
    const kinds = jobKinds as Map<string, Slice>;
    const applyRule = kinds.get('applyRule') as Slice;
    kinds.set('applyRule', (ctx) => {
      ctx.store.groups.remove(ctx.store.groups.all()[0]?.id ?? '');
      throw new Error('a fault');
    });
    const groups = other.store.groups.count();
    const { status } = await answer;
    kinds.set('applyRule', applyRule);
    expect([status, other.store.jobs.count(), other.store.groups.count()]).toEqual([500, 0, groups]);
    expect(warnings[0]).toContain('the job applyRule');
    expect((await other.get('/api/v1/groups')).status).toBe(200);
    await other.close();
  });

  test('by a full disk leaves its row for the next start, and no request that waits is told it is done', async () => {
    const data = newFolder();
    const warnings: string[] = [];
    const first = await testOrg({ data, warn: (message) => warnings.push(message) });
    addUsers(first, MANY);
    const { ruleId, groupId } = await makeRule(first);
    const { answer } = await begun(first, () => activate(first, ruleId));
    await new Promise((resolve) => setImmediate(resolve));
    const { append } = FileJournal.prototype;
    FileJournal.prototype.append = () => {
      throw new Error('no space left on device');
    };
    const refused = await answer;
    FileJournal.prototype.append = append;
    expect([refused.status, refused.body.errorCode]).toEqual([503, 'E0000010']);
    expect(warnings[0]).toContain('the journal cannot be written');
    expect((await first.get(`/api/v1/groups/${groupId}`)).status).toBe(200);
    await first.close();
    const second = await testOrg({ data });
    while (second.store.jobs.count() > 0) await second.get(`/api/v1/groups/${groupId}`);
    expect([members(second, groupId), inconsistencies(second.store)]).toEqual([MANY, []]);
    await second.close();
  });
});
