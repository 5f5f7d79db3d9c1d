import { describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { createPerson, PASSWORD, profile } from '../support/people.js';
import { refusedBy, unchanged } from '../support/refused.js';

const NEXT = 'Green-Lantern-52';
const question = { question: 'Which kettle?', answer: 'The Blue one' };

const org = suiteOrg();
const refused = refusedBy(org);

const change = (id: string, from: string, to: string): Promise<TestAnswer> =>
  org.post(`/api/v1/users/${id}/credentials/change_password`, {
    oldPassword: { value: from },
    newPassword: { value: to },
  });

describe('a user that another organization vouches for', () => {
  test('has no password to set, expire or forget', async () => {
    const federation = { provider: { type: 'FEDERATION', name: 'any name' } };
    const { id, credentials, _links } = await createPerson(org, 1, federation, '?provider=true');
    const shown = ['suspend', 'schema', 'resetPassword', 'self', 'resetFactors', 'type', 'deactivate'];
    expect(Object.keys(_links)).toEqual(shown);
    expect(credentials).toEqual({ provider: { type: 'FEDERATION', name: 'FEDERATION' } });
    const path = `/api/v1/users/${id}`;
    for (const [ask, status, code] of [
      [() => org.post(path, { credentials: { password: { value: PASSWORD } } }), 400, 'E0000001'],
      [() => org.put(path, { credentials: { recovery_question: question } }), 400, 'E0000001'],
      [() => org.post(`${path}/lifecycle/expire_password`), 403, 'E0000038'],
      [() => org.post(`${path}/lifecycle/expire_password?tempPassword=true`), 403, 'E0000038'],
      [() => org.post(`${path}/credentials/forgot_password`), 403, 'E0000034'],
      [() => change(id, PASSWORD, NEXT), 403, 'E0000035'],
    ] as const) {
      await refused(ask, status, code);
    }
    expect((await org.post(path, { profile: { nickName: 'Fed' } })).status).toBe(200);
  });
});

describe('imported hashes', () => {
  // Made for PASSWORD with other programs than ours: crypt(3) and Python's hashlib. The salt is 'a pinch of salt'.
  const salt = 'YSBwaW5jaCBvZiBzYWx0';
  const sha512 = 'seHpiR1vMTvvnVriVosmtwmgaf22UHGW0FovFer3ZlfhROkiRiyduHkucDciRJecedUfOwIRw6cTYkTWm7N5JA==';
  const sha256 = 'KW70QzTcoJpy3I/0WreXLJkLU0W1vF92AZ3zDd9YRZM=';
  const pbkdf2 = { algorithm: 'PBKDF2', salt };
  const bcrypt = {
    algorithm: 'BCRYPT',
    workFactor: 4,
    salt: 'abcdefghijklmnopqrstuu',
    value: 'oE80Ekk/Ad5y.uFjXpAL/kMFKpOOMBW',
  };

  const hashes: [string, object][] = [
    ['SHA-512', { algorithm: 'SHA-512', value: sha512 }],
    ['SHA-512 with an empty salt', { algorithm: 'SHA-512', salt: '', value: sha512 }],
    ['SHA-256, salt first', { algorithm: 'SHA-256', salt, saltOrder: 'PREFIX', value: sha256 }],
    ['SHA-1, salt last', { algorithm: 'SHA-1', salt, saltOrder: 'POSTFIX', value: 'MEiLwZi2WxNGcSumilmDUMID9Dk=' }],
    ['MD5', { algorithm: 'MD5', value: 'KtZQiUahQVgEK+qO0rkd4A==' }],
    [
      'PBKDF2 with SHA-256',
      {
        ...pbkdf2,
        iterationCount: 4096,
        keySize: 32,
        digestAlgorithm: 'SHA256_HMAC',
        value: 'x6FpL3mXucpp9d2fHqW3aOeWCjPMGUQQamMUQwI7qfE=',
      },
    ],
    [
      'PBKDF2 with SHA-512',
      {
        ...pbkdf2,
        iterationCount: 1000,
        keySize: 64,
        digestAlgorithm: 'SHA512_HMAC',
        value: '+/pH8+THghucNfIWzlAVjx+YmnBi0xzFBKrEF7aQL97rVLMjiMaeQMq+UC0KfMQ89ZkFye4IztndfhrErydPXQ==',
      },
    ],
    ['BCRYPT', bcrypt],
  ];

  test.each(hashes)('%s is verified and replaced at the first use', async (_, hash) => {
    const { id } = await createPerson(org, 1, { password: { hash } });
    expect((await change(id, 'Wrong-Kettle-47', NEXT)).status).toBe(403);
    expect((await change(id, PASSWORD, NEXT)).body.provider.type).toBe('OKTA');
    expect(org.store.users.require(id).credentials.password?.algorithm).toBe('SCRYPT');
  });

  test('a BCRYPT work factor that bcrypt itself does not know is taken, and matches no password', async () => {
    const { id } = await createPerson(org, 1, { password: { hash: { ...bcrypt, workFactor: 1 } } });
    const answer = await change(id, PASSWORD, NEXT);
    expect([answer.status, answer.body.errorCode]).toEqual([403, 'E0000014']);
  });

  test.each(hashes)('%s becomes our own when it proves a change of the recovery question', async (_, hash) => {
    const { id } = await createPerson(org, 1, { password: { hash } });
    const ask = (value: string) =>
      org.post(`/api/v1/users/${id}/credentials/change_recovery_question`, {
        password: { value },
        recovery_question: question,
      });
    expect((await ask('Wrong-Kettle-47')).body.errorCode).toBe('E0000014');
    expect(org.store.users.require(id).credentials.password?.algorithm).not.toBe('SCRYPT');
    expect((await ask(PASSWORD)).body.provider).toEqual({ type: 'OKTA', name: 'OKTA' });
    expect(org.store.users.require(id).credentials.password?.algorithm).toBe('SCRYPT');
    expect((await change(id, PASSWORD, NEXT)).status).toBe(200);
  });

  test('a hook that would check the password leaves none to check, and none that could be wrong', async () => {
    const { id } = await createPerson(org, 1, { password: { hook: { type: 'default' } } });
    const asked = [
      await unchanged(org, () => change(id, PASSWORD, NEXT)),
      await unchanged(org, () =>
        org.post(`/api/v1/users/${id}/credentials/change_recovery_question`, {
          password: { value: PASSWORD },
          recovery_question: question,
        }),
      ),
    ];
    expect(asked.map(({ status, body, same }) => [status, body.errorCode, same])).toEqual([
      [403, 'E0000035', true],
      [403, 'E0000036', true],
    ]);
    const set = await org.post(`/api/v1/users/${id}`, { credentials: { password: { value: PASSWORD } } });
    expect(set.body.credentials.provider).toEqual({ type: 'OKTA', name: 'OKTA' });
    expect((await change(id, PASSWORD, NEXT)).status).toBe(200);
  });

  test('a temporary password ends the import', async () => {
    const { id } = await createPerson(org, 1, { password: { hash: { algorithm: 'SHA-512', value: sha512 } } });
    await org.post(`/api/v1/users/${id}/lifecycle/expire_password?tempPassword=true`);
    expect((await org.get(`/api/v1/users/${id}`)).body.credentials.provider).toEqual({ type: 'OKTA', name: 'OKTA' });
  });

  test.each([
    [{ algorithm: 'ROT13', value: 'x' }],
    [{ algorithm: 'BCRYPT', workFactor: 21, salt: 'a'.repeat(22), value: 'a'.repeat(31) }],
    [{ algorithm: 'BCRYPT', workFactor: 40, salt: 'a'.repeat(22), value: 'a'.repeat(31) }],
    [{ algorithm: 'SHA-256', value: 'AAAA' }],
    [{ algorithm: 'SHA-256', value: sha256, salt }],
    [
      {
        algorithm: 'PBKDF2',
        salt,
        iterationCount: 0,
        keySize: 32,
        digestAlgorithm: 'SHA256_HMAC',
        value: 'AAAA',
      },
    ],
  ])('refuses %j', async (hash) => {
    const body = { profile: profile(1), credentials: { password: { hash } } };
    await refused(() => org.post('/api/v1/users', body), 400, 'Api validation failed: password');
  });
});
