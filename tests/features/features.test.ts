import { describe, expect, test } from '@jest/globals';
import { circleOf } from '../../objects/features/circle.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const PATH = '/api/v1/features';
const pathOf = (name: string): string => `${PATH}/${org.store.features.by('name', name)?.id}`;
const [FIRST, SECOND, THIRD] = ['Sign-in insights', 'Sign-in insights by group', 'Sign-in insights by mail'] as const;
const statusOf = async (name: string): Promise<string> => (await org.get(pathOf(name))).body.status;
const namesAt = async (path: string): Promise<string[]> =>
  (await org.get(path)).body.map(({ name }: { name: string }) => name);

describe('a feature', () => {
  test('shows its stage, and how it is turned on', async () => {
    const link = { href: `${org.url}${pathOf(FIRST)}` };
    expect((await org.get(pathOf(FIRST))).body).toEqual({
      id: expect.stringMatching(/^ftr\w{17}$/),
      type: 'self-service',
      status: 'DISABLED',
      name: FIRST,
      description: expect.any(String),
      stage: { value: 'EA' },
      _links: {
        helpDoc: { href: expect.stringContaining('https://help.okta.com/') },
        enable: { href: `${link.href}/enable`, hints: { allow: ['POST'] } },
        self: link,
        dependents: { href: `${link.href}/dependents` },
        dependencies: { href: `${link.href}/dependencies` },
      },
    });
    const { body, headers } = await org.get(PATH);
    expect([body.length, headers.link]).toEqual([13, undefined]);
    await refused(() => org.get(`${PATH}/ftr1`), 404, 'Not found: Resource not found: ftr1 (Feature)');
  });

  test('is turned on and off, in any case of letters, and stays so when it is asked again', async () => {
    const { status, body } = await org.post(`${pathOf(FIRST)}/ENABLE`);
    expect([status, body.status]).toEqual([200, 'ENABLED']);
    expect(body._links).toHaveProperty('disable');
    expect(body._links).not.toHaveProperty('enable');
    expect((await org.post(`${pathOf(FIRST)}/enable`)).body).toEqual(body);
    expect((await org.post(`${pathOf(FIRST)}/disable`)).body.status).toBe('DISABLED');
    await refused(() => org.post(`${pathOf(FIRST)}/explode`), 405, 'E0000022');
    await refused(() => org.post(`${PATH}/ftr1/enable`), 404, 'E0000007');
  });

  test('in beta asks for an opinion once it is on, and stays off while the beta is closed', async () => {
    const open = await org.post(`${pathOf('Guided policy editor')}/enable`);
    expect(open.body).toMatchObject({ stage: { value: 'BETA', state: 'OPEN' }, status: 'ENABLED' });
    expect(open.body._links).toHaveProperty('survey');
    await refused(() => org.post(`${pathOf('Offline sign-in')}/enable`), 405, 'E0000022');
    await refused(() => org.post(`${pathOf('Offline sign-in')}/enable?mode=force`), 405, 'E0000022');
  });
});

describe('features that need each other', () => {
  test('tell what they need and what needs them', async () => {
    expect(await namesAt(`${pathOf(SECOND)}/dependencies`)).toEqual([FIRST]);
    expect(await namesAt(`${pathOf(SECOND)}/dependents`)).toEqual([THIRD]);
    expect(await namesAt(`${pathOf(FIRST)}/dependencies`)).toEqual([]);
    await refused(() => org.get(`${PATH}/ftr1/dependencies`), 404, 'E0000007');
    await refused(() => org.get(`${PATH}/ftr1/dependents`), 404, 'E0000007');
  });

  test('are refused in the wrong order, with a word on what is in the way', async () => {
    const summary = 'Feature cannot be enabled or disabled due to dependencies/dependents conflicts.';
    const { body } = await refused(() => org.post(`${pathOf(SECOND)}/enable`), 400, summary);
    expect(body.errorCauses).toEqual([
      {
        errorSummary: `Self-Service feature ${FIRST} is not enabled`,
        reason: 'DEPENDENCY_NOT_ENABLED',
        location: `${org.url}${pathOf(FIRST)}`,
        locationType: 'url',
      },
    ]);
    await org.post(`${pathOf(FIRST)}/enable`);
    await org.post(`${pathOf(SECOND)}/enable`);
    const off = await refused(() => org.post(`${pathOf(FIRST)}/disable`), 400, 'E0000141');
    expect(off.body.errorCauses[0]).toMatchObject({ reason: 'DEPENDENT_NOT_DISABLED' });
  });

  test('follow one another when forced', async () => {
    await org.post(`${pathOf(THIRD)}/enable?mode=force`);
    for (const name of [FIRST, SECOND, THIRD]) expect(await statusOf(name)).toBe('ENABLED');
    await org.post(`${pathOf(FIRST)}/disable?mode=force`);
    for (const name of [FIRST, SECOND, THIRD]) expect(await statusOf(name)).toBe('DISABLED');
  });
});

test.each([
  [{ a: ['b'], b: ['c'], c: [] }, undefined],
  [{ a: ['b', 'c'], b: ['c'], c: [] }, undefined],
  [{ a: ['a'] }, ['a', 'a']],
  [{ x: ['a'], a: ['b'], b: ['a'] }, ['a', 'b', 'a']],
])('a circle in %j is %j', (needs, circle) => {
  expect(circleOf(new Map(Object.entries(needs)))).toEqual(circle);
});
