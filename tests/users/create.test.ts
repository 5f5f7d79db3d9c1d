import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson, eventsSince, PASSWORD, profile } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

describe('create', () => {
  const password = { password: { value: PASSWORD } };
  const hash = { password: { hash: { algorithm: 'SHA-512', value: Buffer.alloc(64).toString('base64') } } };
  const federation = { provider: { type: 'FEDERATION', name: 'FEDERATION' } };

  test.each([
    ['nothing, not activated', undefined, '?activate=false', 'STAGED', 'OKTA'],
    ['nothing', undefined, '', 'PROVISIONED', 'OKTA'],
    ['an empty password', { password: {} }, '', 'PROVISIONED', 'OKTA'],
    ['a password, not activated', password, '?activate=false', 'STAGED', 'OKTA'],
    ['a password', password, '', 'ACTIVE', 'OKTA'],
    ['a password to change at once', password, '?nextLogin=changePassword', 'PASSWORD_EXPIRED', 'OKTA'],
    ['a hash, not activated', hash, '?activate=false', 'STAGED', 'IMPORT'],
    ['a hash', hash, '', 'ACTIVE', 'IMPORT'],
    ['a hook', { password: { hook: { type: 'default' } } }, '', 'ACTIVE', 'IMPORT'],
    ['a provider', federation, '?provider=true', 'ACTIVE', 'FEDERATION'],
    ['a provider, not activated', federation, '?provider=true&activate=false', 'STAGED', 'FEDERATION'],
    ['a provider that the query does not confirm', federation, '', 'PROVISIONED', 'OKTA'],
  ])('with %s', async (_, credentials, query, status, provider) => {
    const user = await createPerson(org, 1, credentials, query);
    expect([user.status, user.credentials.provider.type]).toEqual([status, provider]);
    expect(user.activated).toEqual(status === 'STAGED' ? null : user.created);
    expect(user.passwordChanged === null).toBe(user.credentials.password === undefined);
    expect((await org.get(`/api/v1/users/${user.id}`)).body).toEqual(user);
  });

  const question = { recovery_question: { question: 'Which kettle?', answer: 'The blue one' } };

  test.each([
    ['nothing', {}, '', 'PROVISIONED', null],
    ['nothing, not activated', {}, '?activate=false', 'STAGED', null],
    ['a password', password, '', 'ACTIVE', 'OKTA'],
    ['a password, not activated', password, '?activate=false', 'STAGED', 'OKTA'],
    ['a password to change at once', password, '?nextLogin=changePassword', 'PASSWORD_EXPIRED', 'OKTA'],
    ['a hash', hash, '', 'ACTIVE', 'IMPORT'],
    ['a hook, not activated', { password: { hook: { type: 'default' } } }, '?activate=false', 'STAGED', 'IMPORT'],
  ])('with a recovery question beside %s: the question changes no status', async (_, rest, query, status, provider) => {
    const user = await createPerson(org, 1, { ...rest, ...question }, query);
    expect(user.status).toBe(status);
    const { emails: _emails, ...shown } = user.credentials;
    const type = provider ?? 'OKTA';
    expect(shown).toEqual({
      ...(provider === null ? {} : { password: {} }),
      recovery_question: { question: 'Which kettle?' },
      provider: { type, name: type },
    });
  });

  test.each([
    ['SOCIAL', 'anything', '', 'ACTIVE', 'SOCIAL'],
    ['FEDERATION', undefined, '&activate=false', 'STAGED', 'FEDERATION'],
    ['LDAP', 'corp.example.com', '', 'PROVISIONED', 'corp.example.com'],
    ['ACTIVE_DIRECTORY', undefined, '', 'PROVISIONED', 'ACTIVE_DIRECTORY'],
  ])('with the provider %s named %s', async (type, name, query, status, shown) => {
    const user = await createPerson(org, 1, { provider: { type, name } }, `?provider=true${query}`);
    expect([user.status, user.credentials.provider]).toEqual([status, { type, name: shown }]);
  });

  test.each([
    ['a password', password],
    ['a hash', hash],
    ['a recovery question', question],
  ])('refuses %s for a user that another organization vouches for', async (_, secrets) => {
    const body = { profile: profile(1), credentials: { ...secrets, ...federation } };
    await refused(() => org.post('/api/v1/users?provider=true', body), 400, 'Api validation failed: credentials');
    expect((await org.post('/api/v1/users', body)).status).toBe(200);
  });

  test('of one login twice at once makes one user', async () => {
    const ask = () => org.post('/api/v1/users', { profile: profile(1), credentials: password });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect((await org.get('/api/v1/users?q=Robin')).body).toHaveLength(1);
  });

  test("shows six profile properties always and the others when set, in Okta's order", async () => {
    const user = await createPerson(org, 1);
    expect(Object.keys(user.profile)).toEqual([
      'firstName',
      'lastName',
      'mobilePhone',
      'secondEmail',
      'login',
      'email',
    ]);
    expect(Object.keys(user)).toEqual([
      'id',
      'status',
      'created',
      'activated',
      'statusChanged',
      'lastLogin',
      'lastUpdated',
      'passwordChanged',
      'realmId',
      'type',
      'profile',
      'credentials',
      '_links',
    ]);
    expect(user.id).toMatch(/^00u[0-9A-Za-z]{17}$/);
    expect(user.created).toBe('2026-01-15T09:30:00.000Z');
  });

  test('writes its events in order, with one transaction', async () => {
    const group = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body;
    const count = org.store.logs.count();
    await org.post('/api/v1/users', { profile: profile(1), groupIds: [group.id] });
    expect(eventsSince(org, count)).toEqual([
      'user.lifecycle.create',
      'user.lifecycle.activate',
      'group.user_membership.add',
    ]);
    expect(
      new Set(
        org.store.logs
          .all()
          .slice(count)
          .map((event) => event.origin.requestId),
      ).size,
    ).toBe(1);
  });

  const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `00g${String(n).padStart(17, '0')}`);

  test.each([
    [
      'no profile at all',
      {},
      '',
      400,
      'E0000001',
      [
        'login: The field cannot be left blank',
        'firstName: The field cannot be left blank',
        'lastName: The field cannot be left blank',
        'email: The field cannot be left blank',
        'login: Username must be in the form of an email address',
      ],
    ],
    [
      'a login that is no address',
      { profile: { ...profile(1), login: 'robin' } },
      '',
      400,
      'E0000001',
      ['login: Username must be in the form of an email address'],
    ],
    [
      'an unknown property',
      { profile: { ...profile(1), shoeSize: 44 } },
      '',
      400,
      'E0000001',
      ["Property name 'shoeSize' is not defined in profile"],
    ],
    [
      'changePassword without a password',
      { profile: profile(1) },
      '?nextLogin=changePassword',
      400,
      'E0000124',
      ['Could not create user. To create a user and expire their password immediately, a password must be specified'],
    ],
    [
      'changePassword without activation',
      { profile: profile(1), credentials: { password: { value: PASSWORD } } },
      '?nextLogin=changePassword&activate=false',
      400,
      'E0000125',
      undefined,
    ],
    [
      'more than twenty groups',
      { profile: profile(1), groupIds: ids(21) },
      '',
      400,
      'E0000093',
      ['The number of group targets is too large'],
    ],
    ['an unknown group', { profile: profile(1), groupIds: ids(1) }, '', 404, 'E0000007', []],
    ['an unknown type', { profile: profile(1), type: { id: 'otynobody' } }, '', 404, 'E0000007', []],
  ])('refuses %s and changes nothing', async (_, body, query, status, errorCode, causes) => {
    await refused(() => org.post(`/api/v1/users${query}`, body), status, errorCode, ...(causes ?? []));
  });

  test('leaves the membership of built-in groups to Okta', async () => {
    const everyone = (await org.get('/api/v1/groups?q=Everyone')).body[0].id;
    await refused(() => org.post('/api/v1/users', { profile: profile(1), groupIds: [everyone] }), 501, 'E0000060');
  });

  test.each(['Robin.1@Example.com', 'róbin.1@example.com'])(
    'refuses the login %s beside robin.1@example.com',
    async (login) => {
      await createPerson(org, 1);
      await refused(
        () => org.post('/api/v1/users', { profile: { ...profile(2), login } }),
        400,
        'Api validation failed: login',
      );
    },
  );
});
