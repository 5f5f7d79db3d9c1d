import { describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();

const PATH = '/api/v1/meta/schemas/user/linkedObjects';

const definition = (primary: string, associated: string): Record<string, Record<string, unknown>> => ({
  primary: { name: primary, title: 'Primary', description: 'One above', type: 'USER' },
  associated: { name: associated, title: 'Associated', description: 'One below', type: 'USER' },
});
const make = (primary = 'manager', associated = 'subordinate'): Promise<TestAnswer> =>
  org.post(PATH, definition(primary, associated));

const refused = refusedBy(org);

async function person(name: string): Promise<string> {
  const login = `${name}@links.example`;
  const { body } = await org.post('/api/v1/users?activate=false', {
    profile: { login, email: login, firstName: name, lastName: 'Person' },
  });
  return body.id;
}

const link = (associated: string, primary: string, name = 'manager'): Promise<TestAnswer> =>
  org.put(`/api/v1/users/${associated}/linkedObjects/${name}/${primary}`);

async function linked(user: string, name: string): Promise<string[]> {
  const { status, body } = await org.get(`/api/v1/users/${user}/linkedObjects/${name}`);
  expect(status).toBe(200);
  return body.map((item: { _links: { self: { href: string } } }) => {
    expect(Object.keys(item)).toEqual(['_links']);
    return item._links.self.href.replace(`${org.url}/api/v1/users/`, '');
  });
}

describe('a linked object definition', () => {
  test('is made, read by either name and listed', async () => {
    const { status, body } = await make();
    expect(status).toBe(201);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        ...definition('manager', 'subordinate'),
        _links: { self: { href: `${org.url}${PATH}/manager` } },
      }),
    );
    expect((await org.get(`${PATH}/manager`)).body).toEqual(body);
    expect((await org.get(`${PATH}/subordinate`)).body).toEqual(body);
    expect((await org.get(PATH)).body).toEqual([body]);
  });

  test('goes by either name, with its values', async () => {
    await make();
    const [one, two] = [await person('one'), await person('two')];
    await link(one, two);
    const gone = await org.delete(`${PATH}/subordinate`);
    expect([gone.status, gone.text]).toEqual([204, '']);
    await refused(() => org.get(`/api/v1/users/${one}/linkedObjects/manager`), 404, 'E0000007');
    const again = await refused(() => org.delete(`${PATH}/manager`), 404, 'E0000007');
    expect(again.body.errorSummary).toBe('Not found: Resource not found: manager (LinkedObjectProperty)');
    await make();
    expect(await linked(one, 'manager')).toEqual([]);
  });

  test('has names that no other has', async () => {
    await make();
    const both = await refused(
      () => make('subordinate', 'manager'),
      409,
      'E0000127',
      'Linked object identifier for primary is already in use.',
      'Linked object identifier for associated is already in use.',
    );
    expect(both.body.errorSummary).toBe(
      'Invalid linked objection definition. Linked object identifier is already in use.',
    );
    await refused(
      () => make('boss', 'manager'),
      409,
      'E0000127',
      'Linked object identifier for associated is already in use.',
    );
    await refused(() => make('same', 'same'), 409, 'E0000127');
    expect((await make('Manager', 'Subordinate')).status).toBe(201);
  });

  test('wants names, titles and the type USER on both ends', async () => {
    await refused(
      () => org.post(PATH, {}),
      400,
      'E0000001',
      ...['primary', 'associated'].flatMap((end) =>
        ['name', 'title', 'type'].map((key) => `${end}.${key}: The field cannot be left blank`),
      ),
    );
    for (const name of ['1st', 'a-b', 'a b', '__proto__']) await refused(() => make(name), 400, 'E0000001');
    const other = definition('a', 'b');
    await refused(() => org.post(PATH, { ...other, primary: { ...other.primary, type: 'GROUP' } }), 400, 'E0000003');
    await refused(() => org.post(PATH, { primary: {}, associated: { type: 'user' } }), 400, 'E0000003');
  });

  test('has no name that a custom property has, and takes its own from properties', async () => {
    const property = (name: string) => ({
      definitions: { custom: { properties: { [name]: { title: 'T', type: 'string' } } } },
    });
    await org.post('/api/v1/meta/schemas/user/default', property('mentor'));
    await refused(() => make('mentor', 'pupil'), 400, 'E0000001');
    await make();
    await refused(() => org.post('/api/v1/meta/schemas/user/default', property('subordinate')), 400, 'E0000001');
  });
});

describe('linked users', () => {
  test('are set by id or login, read from both ends, and replaced', async () => {
    await make();
    const [boss, other, one, two] = [
      await person('boss'),
      await person('other'),
      await person('one'),
      await person('two'),
    ];
    expect(await linked(one, 'manager')).toEqual([]);
    expect(await linked(boss, 'subordinate')).toEqual([]);
    const set = await link(one, boss);
    expect([set.status, set.text]).toEqual([204, '']);
    await link('two@links.example', boss);
    expect(await linked(one, 'manager')).toEqual([boss]);
    expect(await linked('boss@links.example', 'subordinate')).toEqual([one, two]);
    await link(one, other);
    expect(await linked(one, 'manager')).toEqual([other]);
    expect(await linked(boss, 'subordinate')).toEqual([two]);
  });

  test('may be linked to themselves and in circles', async () => {
    await make();
    const [one, two] = [await person('one'), await person('two')];
    await link(one, one);
    expect(await linked(one, 'manager')).toEqual([one]);
    expect(await linked(one, 'subordinate')).toEqual([one]);
    await link(one, two);
    await link(two, one);
    expect(await linked(two, 'manager')).toEqual([one]);
  });

  test('are unlinked from the associated end', async () => {
    await make();
    const [one, two] = [await person('one'), await person('two')];
    await link(one, two);
    for (let times = 0; times < 2; times++) {
      const gone = await org.delete(`/api/v1/users/${one}/linkedObjects/manager`);
      expect([gone.status, gone.text]).toEqual([204, '']);
      expect(await linked(two, 'subordinate')).toEqual([]);
    }
  });

  test('are refused for unknown names and users', async () => {
    await make();
    const [one, two] = [await person('one'), await person('two')];
    const bad: readonly (readonly [path: string, what: string])[] = [
      [`${one}/linkedObjects/mentor/${two}`, 'mentor (LinkedObjectProperty)'],
      [`${one}/linkedObjects/subordinate/${two}`, 'subordinate (LinkedObjectProperty)'],
      [`${one}/linkedObjects/manager/00u00000000000000000`, '00u00000000000000000 (User)'],
      [`nobody@links.example/linkedObjects/manager/${two}`, 'nobody@links.example (User)'],
    ];
    for (const [path, what] of bad) {
      const answer = await refused(() => org.put(`/api/v1/users/${path}`), 404, 'E0000007');
      expect(answer.body.errorSummary).toBe(`Not found: Resource not found: ${what}`);
    }
    await refused(() => org.get(`/api/v1/users/${one}/linkedObjects/mentor`), 404, 'E0000007');
    await refused(() => org.get('/api/v1/users/nobody/linkedObjects/manager'), 404, 'E0000007');
    await refused(() => org.delete(`/api/v1/users/${one}/linkedObjects/subordinate`), 404, 'E0000007');
  });

  test('outlive a deactivation, not a deletion', async () => {
    await make();
    const [one, two, three] = [await person('one'), await person('two'), await person('three')];
    await link(one, two);
    await link(two, three);
    await org.post(`/api/v1/users/${two}/lifecycle/deactivate`, '');
    expect(await linked(one, 'manager')).toEqual([two]);
    expect(await linked(three, 'subordinate')).toEqual([two]);
    await org.delete(`/api/v1/users/${two}`);
    expect(await linked(one, 'manager')).toEqual([]);
    expect(await linked(three, 'subordinate')).toEqual([]);
    expect(org.store.links.count()).toBe(0);
  });

  test('come in pages', async () => {
    await make();
    const boss = await person('boss');
    const team: string[] = [];
    for (let i = 0; i < 5; i++) team.push(await person(`p${i}`));
    for (const id of team) await link(id, boss);
    const seen: string[] = [];
    let next: string | undefined = `/api/v1/users/${boss}/linkedObjects/subordinate?limit=2`;
    while (next) {
      const answer: TestAnswer = await org.get(next);
      for (const item of answer.body) seen.push(item._links.self.href.split('/').at(-1));
      next = /<[^>]*?(\/api[^>]*)>; rel="next"/.exec(answer.headers.link ?? '')?.[1];
    }
    expect(seen).toEqual(team);
    await refused(() => org.get(`/api/v1/users/${boss}/linkedObjects/subordinate?after=bad`), 400, 'E0000029');
  });
});
