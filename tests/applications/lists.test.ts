import { beforeEach, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const ids: string[] = [];
let userId = '';
let groupId = '';
const labels = (body: { label: string }[]): string[] => body.map(({ label }) => label);
const next = (link: string | undefined): string => /<([^>]+)>; rel="next"/.exec(link ?? '')?.[1] ?? '';

beforeEach(async () => {
  ids.length = 0;
  for (const label of ['Alpha', 'Beta', 'Gamma']) {
    const app = { name: 'bookmark', label, settings: { app: { url: 'https://x.example' } } };
    ids.push((await org.post('/api/v1/apps', app)).body.id);
  }
  userId = (await createPerson(org, 1)).id;
  groupId = (await org.post('/api/v1/groups', { profile: { name: 'Team' } })).body.id;
});

describe('the list of apps', () => {
  test('begins with those that come with an org, and goes by pages', async () => {
    const first = await org.get('/api/v1/apps?limit=4');
    expect(labels(first.body)).toEqual(['Okta Admin Console', 'Okta Dashboard', 'Okta Browser Plugin', 'Alpha']);
    const second = await org.get(next(first.headers.link).replace(org.url, ''));
    expect(labels(second.body)).toEqual(['Beta', 'Gamma']);
    expect(second.headers.link).not.toMatch('rel="next"');
    await refused(() => org.get('/api/v1/apps?after=nowhere'), 400, 'E0000029', 'Invalid cursor.');
  });

  test('goes on behind an id, of an app that is gone too', async () => {
    const [alpha = '', beta = ''] = ids;
    const first = await org.get('/api/v1/apps?q=bookmark&limit=2');
    expect(next(first.headers.link)).toBe(`${org.url}/api/v1/apps?after=${beta}&limit=2&q=bookmark`);
    for (const id of [alpha, beta]) {
      await org.post(`/api/v1/apps/${id}/lifecycle/deactivate`);
      await org.delete(`/api/v1/apps/${id}`);
    }
    expect(labels((await org.get(`/api/v1/apps?after=${alpha}`)).body)).toEqual(['Gamma']);
    expect((await org.get(`/api/v1/apps?after=${ids[2]}`)).body).toEqual([]);
    expect((await org.get('/api/v1/apps?after=0oazzzzzzzzzzzzzzzzz')).body).toEqual([]);
    await refused(() => org.get(`/api/v1/apps?after=00u${alpha.slice(3)}`), 400, 'E0000029', 'Invalid cursor.');
  });

  test.each([
    ['q=al', ['Alpha']],
    ['q=BOOK', ['Alpha', 'Beta', 'Gamma']],
    ['filter=name eq "saasure"', ['Okta Admin Console']],
    ['filter=status eq "ACTIVE"&q=beta', ['Beta']],
    ['filter=status eq "INACTIVE"', []],
  ])('takes %s', async (query, wanted) => {
    expect(labels((await org.get(`/api/v1/apps?${encodeURI(query)}`)).body)).toEqual(wanted);
  });

  test.each([
    'label eq "Alpha"',
    'status eq "ACTIVE" and name eq "bookmark"',
    'status ne "ACTIVE"',
    'status eq',
    'user.id sw "00u"',
  ])('cannot use %s', async (filter) => {
    await refused(() => org.get(`/api/v1/apps?filter=${encodeURIComponent(filter)}`), 400, 'E0000031');
  });

  test('tells those of a user with the assignment, and those of a group', async () => {
    await org.post(`/api/v1/apps/${ids[1]}/users`, { id: userId });
    await org.put(`/api/v1/apps/${ids[2]}/groups/${groupId}`);
    const ofUser = encodeURI(`filter=user.id eq "${userId}"`);
    const { body } = await org.get(`/api/v1/apps?${ofUser}&expand=user/${userId}`);
    expect(labels(body)).toEqual(['Beta']);
    expect(body[0]._embedded.user.id).toBe(userId);
    expect(labels((await org.get(`/api/v1/apps?${ofUser}`)).body)).toEqual(['Beta']);
    const ofGroup = encodeURI(`filter=group.id eq "${groupId}"`);
    expect(labels((await org.get(`/api/v1/apps?${ofGroup}`)).body)).toEqual(['Gamma']);
    expect(labels((await org.get(`/api/v1/groups/${groupId}/apps`)).body)).toEqual(['Gamma']);
    await refused(() => org.get('/api/v1/groups/00gnothing0000000000/apps'), 404, 'E0000007');
    const say = 'Expand query is malformed.';
    await refused(() => org.get('/api/v1/apps?expand=user'), 400, 'Api validation failed: RequestParams', say);
  });
});

test('the users of an app come by pages, by what they are called, and with who they are', async () => {
  const path = `/api/v1/apps/${ids[0]}/users`;
  for (const n of [2, 3, 4]) await org.post(path, { id: (await createPerson(org, n)).id });
  const first = await org.get(`${path}?limit=2`);
  expect(first.body).toHaveLength(2);
  expect((await org.get(next(first.headers.link).replace(org.url, ''))).body).toHaveLength(1);
  const [found, ...others] = (await org.get(`${path}?q=robin.3&expand=user`)).body;
  expect([found._embedded.user.profile.lastName, others]).toEqual(['Number3', []]);
  expect((await org.get(`${path}?q=nobody`)).body).toEqual([]);
  expect((await org.get(path)).headers.link).toMatch('users?limit=50>; rel="self"');
  await refused(() => org.get(`${path}?filter=shoe eq 1`), 400, 'E0000031');
  await refused(() => org.get('/api/v1/apps/0oanothing0000000000/users'), 404, 'E0000007');
  await refused(() => org.get('/api/v1/apps/0oanothing0000000000/groups'), 404, 'E0000007');
});

test('the dashboard of a user has a tile for each link that is shown', async () => {
  for (const id of ids) await org.post(`/api/v1/apps/${id}/users`, { id: userId });
  const hidden = { hide: { web: true } };
  const settings = { app: { url: 'https://x.example' } };
  await org.put(`/api/v1/apps/${ids[0]}`, { name: 'bookmark', label: 'Alpha', visibility: hidden, settings });
  await org.post(`/api/v1/apps/${ids[1]}/lifecycle/deactivate`);
  const { body } = await org.get(`/api/v1/users/${userId}/appLinks`);
  expect(body).toEqual([
    {
      id: userId,
      label: 'Gamma',
      linkUrl: [org.url, 'home', 'bookmark', ids[2], '2557'].join('/'),
      logoUrl: expect.stringContaining(org.url),
      appName: 'bookmark',
      appInstanceId: ids[2],
      appAssignmentId: expect.stringMatching(/^0ua/),
      credentialsSetup: false,
      hidden: false,
      sortOrder: 0,
    },
  ]);
  await refused(() => org.get('/api/v1/users/00unobody00000000000/appLinks'), 404, 'E0000007');
});
