import { describe, expect, test } from '@jest/globals';
import { suiteOrg, type TestAnswer } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();

const PATH = '/api/v1/meta/types/user';

const make = (name: string): Promise<TestAnswer> =>
  org.post(PATH, { name, displayName: `The ${name}`, description: 'D' });

const refused = refusedBy(org);

describe('a user type', () => {
  test('is made with a schema from the template', async () => {
    await org.post('/api/v1/meta/schemas/user/default', {
      definitions: {
        custom: { properties: { own: { title: 'Own', type: 'string' } } },
        base: { properties: { lastName: { required: false } } },
      },
    });
    const { status, body } = await make('contractor');
    expect(status).toBe(200);
    const { body: me } = await org.get('/api/v1/users/me');
    const schemaId = `osc${body.id.slice(3)}`;
    expect(body.id).toMatch(/^oty\w{17}$/);
    expect(JSON.stringify(body)).toBe(
      JSON.stringify({
        id: body.id,
        displayName: 'The contractor',
        name: 'contractor',
        description: 'D',
        createdBy: me.id,
        lastUpdatedBy: me.id,
        created: '2026-01-15T09:30:00.000Z',
        lastUpdated: '2026-01-15T09:30:00.000Z',
        default: false,
        _links: {
          schema: { rel: 'schema', href: `${org.url}/api/v1/meta/schemas/user/${schemaId}`, method: 'GET' },
          self: { rel: 'self', href: `${org.url}${PATH}/${body.id}`, method: 'GET' },
        },
      }),
    );
    const { body: schema } = await org.get(`/api/v1/meta/schemas/user/${schemaId}`);
    expect(schema).toMatchObject({
      id: `${org.url}/meta/schemas/user/${schemaId}`,
      name: 'contractor',
      title: 'The contractor',
    });
    expect(schema.definitions.custom.properties).toEqual({});
    expect(schema.definitions.base.required).toContain('lastName');
    expect(org.store.logs.all().at(-1)?.type).toBe('directory.non_default_user_profile.create');
  });

  test('is listed and read, the default one by its alias', async () => {
    const { body } = await make('contractor');
    const { body: all } = await org.get(PATH);
    expect(all.map((type: { name: string }) => type.name)).toEqual(['contractor', 'user']);
    expect((await org.get(`${PATH}/${body.id}`)).body).toEqual(body);
    expect((await org.get(`${PATH}/default`)).body).toEqual(all[1]);
  });

  test('changes in part by POST and whole by PUT; its name stays', async () => {
    const { body } = await make('contractor');
    org.clock.advance(2000);
    const part = await org.post(`${PATH}/${body.id}`, { displayName: 'Other', name: 'renamed' });
    expect(part.body).toMatchObject({ name: 'contractor', displayName: 'Other', description: 'D' });
    expect(part.body.lastUpdated).toBe('2026-01-15T09:30:02.000Z');
    const whole = await org.put(`${PATH}/${body.id}`, { name: 'contractor', displayName: 'Third', description: 'E' });
    expect(whole.body).toMatchObject({ name: 'contractor', displayName: 'Third', description: 'E' });
    expect(org.store.logs.all().at(-1)?.type).toBe('directory.user_profile.update');
    await refused(
      () => org.put(`${PATH}/${body.id}`, { description: 'x' }),
      400,
      'E0000001',
      'displayName: The field cannot be left blank',
    );
    await refused(
      () => org.put(`${PATH}/${body.id}`, { displayName: 'x' }),
      400,
      'E0000001',
      'description: The field cannot be left blank',
    );
    await refused(
      () => org.post(`${PATH}/${body.id}`, { displayName: '' }),
      400,
      'E0000001',
      'displayName: The field cannot be left blank',
    );
  });

  test('titles and describes its schema, until that has a title of its own', async () => {
    const { body } = await make('contractor');
    const [type, path] = [`${PATH}/${body.id}`, `/api/v1/meta/schemas/user/osc${body.id.slice(3)}`];
    const shown = async () => {
      const { name, title, description } = (await org.get(path)).body;
      return [name, title, description];
    };
    await org.post(type, { displayName: 'Other' });
    expect(await shown()).toEqual(['contractor', 'Other', 'D']);
    await org.put(type, { displayName: 'Third', description: null });
    const template = 'Okta user profile template with default permission settings';
    expect(await shown()).toEqual(['contractor', 'Third', template]);
    await org.post(path, { title: 'Own' });
    await org.post(type, { displayName: 'Fourth', description: 'E' });
    expect(await shown()).toEqual(['contractor', 'Own', 'E']);
  });

  test('wants a name that is free and can be one', async () => {
    await make('contractor');
    await refused(
      () => org.post(PATH, {}),
      400,
      'E0000001',
      'name: The field cannot be left blank',
      'displayName: The field cannot be left blank',
    );
    for (const name of ['contractor', 'CONTRACTOR', 'user', '1st', 'a-b', 'a b']) {
      await refused(() => make(name), 400, 'E0000001');
    }
  });

  test('is one of ten at most', async () => {
    for (let i = 1; i < 10; i++) expect((await make(`type${i}`)).status).toBe(200);
    await refused(() => make('type10'), 400, 'E0000001');
  });

  test('is deleted with its schema, unless users have it', async () => {
    const { body } = await make('contractor');
    const login = 'c@types.example';
    const { body: user } = await org.post('/api/v1/users?activate=false', {
      profile: { login, email: login, firstName: 'C', lastName: 'T' },
      type: { id: body.id },
    });
    expect(user.type).toEqual({ id: body.id });
    const inUse = await refused(() => org.delete(`${PATH}/${body.id}`), 403, 'E0000142');
    expect(inUse.body.errorCauses[0].reason).toBe('UNMET_REQUIREMENTS');
    await org.post(`/api/v1/users/${user.id}/lifecycle/deactivate`, '');
    await refused(() => org.delete(`${PATH}/${body.id}`), 403, 'E0000142');
    expect((await org.delete(`/api/v1/users/${user.id}`)).status).toBe(204);
    const gone = await org.delete(`${PATH}/${body.id}`);
    expect([gone.status, gone.text]).toEqual([204, '']);
    await refused(() => org.get(`/api/v1/meta/schemas/user/osc${body.id.slice(3)}`), 404, 'E0000007');
    const again = await refused(() => org.delete(`${PATH}/${body.id}`), 404, 'E0000007');
    expect(again.body.errorSummary).toBe(`Not found: Resource not found: ${body.id} (CVDType)`);
  });

  test('is not deleted when it is the default', async () => {
    const { body } = await org.get(`${PATH}/default`);
    for (const id of ['default', body.id]) {
      const answer = await refused(() => org.delete(`${PATH}/${id}`), 403, 'E0000142');
      expect(answer.body.errorSummary).toBe('This User Type cannot be deleted.');
      expect(answer.body.errorCauses[0].reason).toBe('PROHIBITED');
    }
  });
});
