import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { certificate, facebook, oidc, saml } from './bodies.js';

const org = suiteOrg();
const refused = refusedBy(org);
const make = async (body: object): Promise<string> => (await org.post('/api/v1/idps', body)).body.id;
const schemaOf = (id: string): string => `/api/v1/meta/schemas/apps/${id}/default`;
const property = { nickname: { title: 'Nickname', type: 'string', scope: 'NONE' } };

test('a mapping calls a provider by its kind, and leads to the schema of its users', async () => {
  const kid = (await org.post('/api/v1/idps/credentials/keys', { x5c: [await certificate()] })).body.kid;
  for (const [body, name] of [
    [saml(kid), 'saml_idp'],
    [oidc, 'oidc_idp'],
    [facebook, 'facebook_idp'],
  ] as const) {
    const id = await make(body);
    const { source } = (await org.get(`/api/v1/mappings?sourceId=${id}`)).body[0];
    expect(source.name).toBe(name);
    const schema = await org.get(new URL(source._links.schema.href).pathname);
    expect([schema.status, schema.body.name, schema.body.title]).toEqual([200, name, `${body.name} User`]);
    expect(Object.keys(schema.body.definitions.base.properties)).toContain('firstName');
  }
});

test('a social provider maps what it tells of people', async () => {
  const [{ id }] = (await org.get(`/api/v1/mappings?sourceId=${await make(facebook)}`)).body;
  const { properties } = (await org.get(`/api/v1/mappings/${id}`)).body;
  const told = { login: 'email', firstName: 'firstName', lastName: 'lastName', email: 'email' };
  const mapped = (name: string) => ({ expression: `appuser.${name}`, pushStatus: 'DONT_PUSH' });
  expect(properties).toEqual(Object.fromEntries(Object.entries(told).map(([to, from]) => [to, mapped(from)])));
});

test('a provider that is the source of profiles passes on later changes too', async () => {
  for (const [profileMaster, pushStatus] of [
    [true, 'PUSH'],
    [false, 'DONT_PUSH'],
  ] as const) {
    const provisioning = { ...oidc.policy.provisioning, profileMaster };
    const id = await make({ ...oidc, name: `Source ${profileMaster}`, policy: { ...oidc.policy, provisioning } });
    const [{ id: mapping }] = (await org.get(`/api/v1/mappings?sourceId=${id}`)).body;
    const { properties } = (await org.get(`/api/v1/mappings/${mapping}`)).body;
    expect(properties.email).toEqual({ expression: 'appuser.email', pushStatus });
  }
});

test('the users of a provider get properties of their own, which a change of the provider leaves', async () => {
  const id = await make(oidc);
  const body = { definitions: { custom: { properties: property } } };
  const changed = await org.post(schemaOf(id), body);
  expect([changed.status, changed.body.definitions.custom.properties.nickname.title]).toEqual([200, 'Nickname']);
  const again = await org.post(schemaOf(id), changed.body);
  expect(again.body.definitions).toEqual(changed.body.definitions);
  await org.put(`/api/v1/idps/${id}`, { ...oidc, status: 'ACTIVE' });
  expect((await org.get(schemaOf(id))).body.definitions).toEqual(changed.body.definitions);
  const [{ id: mapping }] = (await org.get(`/api/v1/mappings?sourceId=${id}`)).body;
  const expression = { nickName: { expression: 'appuser.nickname', pushStatus: 'DONT_PUSH' } };
  expect((await org.post(`/api/v1/mappings/${mapping}`, { properties: expression })).status).toBe(200);
  const drop = { definitions: { custom: { properties: { nickname: null } } } };
  await refused(() => org.post(schemaOf(id), drop), 400, 'Api validation failed: updateUserSchemas');
  await org.post(`/api/v1/mappings/${mapping}`, { properties: { nickName: null } });
  expect((await org.post(schemaOf(id), drop)).body.definitions.custom.properties).toEqual({});
  await org.delete(`/api/v1/idps/${id}`);
  await refused(() => org.get(schemaOf(id)), 404, 'E0000007');
});
