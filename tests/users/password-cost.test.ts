import { scryptSync } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { ScryptHash } from '../../store/rows/users.js';
import { suiteOrg, type TestAnswer, type TestOrg } from '../support/org.js';
import { createPerson, PASSWORD } from '../support/people.js';

const NEXT = 'Green-Lantern-52';

const hashOf = (org: TestOrg, id: string): ScryptHash => {
  const { password } = org.store.users.require(id).credentials;
  if (password?.algorithm !== 'SCRYPT') throw new Error('not hashed by scrypt');
  return password;
};

const keyOf = ({ salt }: ScryptHash, password: string, N: number): string =>
  scryptSync(password, Buffer.from(salt, 'base64'), 32, { N, r: 8, p: 1 }).toString('base64');

const change = (org: TestOrg, id: string, from: string, to: string): Promise<TestAnswer> =>
  org.post(`/api/v1/users/${id}/credentials/change_password`, {
    oldPassword: { value: from },
    newPassword: { value: to },
  });

describe('what a password costs', () => {
  const org = suiteOrg();

  test('is kept with its hash', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    const hash = hashOf(org, id);
    expect([hash.cost, hash.value]).toEqual([256, keyOf(hash, PASSWORD, 256)]);
  });

  test('is that of the first versions where a hash does not say, and today’s after the next change', async () => {
    const { id } = await createPerson(org, 1, { password: { value: PASSWORD } });
    const { cost: _, ...rest } = hashOf(org, id);
    const former: ScryptHash = { ...rest, value: keyOf(rest, PASSWORD, 4096) };
    const { credentials } = org.store.users.require(id);
    org.sandbox.org.store.transaction(() =>
      org.store.users.update(id, { credentials: { ...credentials, password: former } }),
    );
    expect((await change(org, id, 'Wrong-Kettle-47', NEXT)).status).toBe(403);
    expect(hashOf(org, id)).toEqual(former);
    expect((await change(org, id, PASSWORD, NEXT)).status).toBe(200);
    expect(hashOf(org, id).cost).toBe(256);
  });
});

describe('a cost that was asked for', () => {
  const org = suiteOrg({ passwordCost: 1024 });

  test('holds for passwords and answers from then on', async () => {
    const question = { question: 'Which kettle?', answer: 'the blue one' };
    const credentials = { password: { value: PASSWORD }, recovery_question: question };
    const { id } = await createPerson(org, 1, credentials);
    const { recoveryQuestion } = org.store.users.require(id).credentials;
    const hash = hashOf(org, id);
    expect([hash.cost, hash.value]).toEqual([1024, keyOf(hash, PASSWORD, 1024)]);
    expect(recoveryQuestion?.answer.cost).toBe(1024);
    expect((await change(org, id, PASSWORD, NEXT)).status).toBe(200);
  });
});
