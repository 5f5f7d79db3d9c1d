import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const CLAIMS = '/api/v1/authorizationServers/default/claims';
const badge = { name: 'badge', claimType: 'RESOURCE', valueType: 'EXPRESSION', value: 'user.badge' };
const claimNamed = async (name: string): Promise<Record<string, unknown> & { id: string }> =>
  (await org.get(CLAIMS)).body.find((claim: { name: string }) => claim.name === name);

describe('the claims of a server', () => {
  test('are the system ones at first: those of ID tokens, and the subject of access tokens', async () => {
    const { body, headers } = await org.get(CLAIMS);
    expect(headers.link).toBeUndefined();
    expect(body).toHaveLength(19);
    const always = body.filter((claim: { alwaysIncludeInToken: boolean }) => claim.alwaysIncludeInToken);
    expect(always.map(({ name }: { name: string }) => name)).toEqual(['preferred_username', 'name', 'sub', 'email']);
    expect(await claimNamed('sub')).toEqual({
      id: expect.stringMatching(/^ocl\w{17}$/),
      name: 'sub',
      status: 'ACTIVE',
      claimType: 'RESOURCE',
      valueType: 'EXPRESSION',
      value: '(appuser != null) ? appuser.userName : app.clientId',
      conditions: { scopes: [] },
      system: true,
      alwaysIncludeInToken: true,
      apiResourceId: null,
      _links: { self: { href: expect.stringContaining(CLAIMS), hints: { allow: ['GET', 'PUT', 'DELETE'] } } },
    });
    const phone = await claimNamed('phone_number');
    expect(phone).toMatchObject({ claimType: 'IDENTITY', valueType: 'SYSTEM', conditions: { scopes: ['phone'] } });
    expect(phone).not.toHaveProperty('value');
    expect((await org.get(`${CLAIMS}/${phone.id}`)).body).toEqual(phone);
  });
});

describe('a claim', () => {
  test('is made, changed and deleted', async () => {
    const { status, body } = await org.post(CLAIMS, { ...badge, conditions: {}, alwaysIncludeInToken: false });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...badge, status: 'ACTIVE', conditions: { scopes: [] }, system: false });
    // An access token always holds its claims.
    expect(body.alwaysIncludeInToken).toBe(true);
    const conditions = { scopes: ['profile'] };
    const changed = { ...badge, name: 'pass', claimType: 'IDENTITY', status: 'INACTIVE', conditions };
    expect((await org.put(`${CLAIMS}/${body.id}`, { ...changed, alwaysIncludeInToken: false })).body).toEqual({
      ...body,
      ...changed,
      alwaysIncludeInToken: false,
    });
    expect((await org.delete(`${CLAIMS}/${body.id}`)).status).toBe(204);
    const gone = `Not found: Resource not found: ${body.id} (OAuth2Claim)`;
    await refused(() => org.get(`${CLAIMS}/${body.id}`), 404, gone);
    await refused(() => org.put(`${CLAIMS}/${body.id}`, badge), 404, gone);
    await refused(() => org.delete(`${CLAIMS}/${body.id}`), 404, gone);
  });

  test('of groups has a filter', async () => {
    const crew = { ...badge, valueType: 'GROUPS', group_filter_type: 'STARTS_WITH', value: 'Every' };
    expect((await org.post(CLAIMS, crew)).body).toMatchObject(crew);
    const lacks = 'group_filter_type: The field cannot be left blank';
    await refused(() => org.post(CLAIMS, { ...crew, group_filter_type: null }), 400, 'E0000001', lacks);
    const spare = 'group_filter_type: Only a claim of the value type GROUPS has one.';
    await refused(() => org.post(CLAIMS, { ...badge, group_filter_type: 'EQUALS' }), 400, 'E0000001', spare);
    await refused(() => org.post(CLAIMS, { ...crew, group_filter_type: 'ENDS_WITH' }), 400, 'E0000003');
  });

  test.each([
    [{ name: '' }, 'name: The field cannot be left blank'],
    [{ name: 'iss' }, "name: The claim name 'iss' is reserved."],
    [{ name: 'sub' }, "name: The claim name 'sub' is reserved."],
    [{ claimType: null }, 'claimType: The field cannot be left blank'],
    [{ valueType: null }, 'valueType: The field cannot be left blank'],
    [{ valueType: 'SYSTEM' }, 'valueType: Only system claims have the value type SYSTEM.'],
    [{ value: null }, 'value: The field cannot be left blank'],
    [{ conditions: { scopes: ['profile', 'nope'] } }, "conditions.scopes: The scope 'nope' does not exist."],
  ])('with %j is refused, new or changed', async (members, cause) => {
    const { id } = (await org.post(CLAIMS, badge)).body;
    await refused(() => org.post(CLAIMS, { ...badge, ...members }), 400, 'E0000001', cause);
    await refused(() => org.put(`${CLAIMS}/${id}`, { ...badge, ...members }), 400, 'E0000001', cause);
  });

  test('is of a known kind', async () => {
    for (const members of [{ claimType: 'X' }, { valueType: 'X' }, { status: 'X' }]) {
      await refused(() => org.post(CLAIMS, { ...badge, ...members }), 400, 'E0000003');
    }
  });

  test("of the system's own stays what it is; the subject can be made from something else", async () => {
    const { _links: _, ...sub } = await claimNamed('sub');
    const path = `${CLAIMS}/${sub.id}`;
    await refused(() => org.delete(path), 403, 'E0000006');
    await refused(() => org.put(path, { ...sub, name: 'subject' }), 403, 'E0000006');
    await refused(() => org.put(path, { ...sub, claimType: 'IDENTITY' }), 403, 'E0000006');
    expect((await org.put(path, { ...sub, value: 'app.clientId' })).body).toMatchObject({ value: 'app.clientId' });
    const { _links: __, ...gender } = await claimNamed('gender');
    const changed = (await org.put(`${CLAIMS}/${gender.id}`, { ...gender, alwaysIncludeInToken: true })).body;
    expect(changed).toMatchObject({ ...gender, alwaysIncludeInToken: true });
  });
});
