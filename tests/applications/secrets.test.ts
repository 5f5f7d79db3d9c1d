import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { bookmark, idOf, made, oidcApp } from './made.js';

const org = suiteOrg();
const refused = refusedBy(org);
const OBJECT = 'Api validation failed: OAuth2ClientSecretMediated';
const secretsOf = async (app: object = oidcApp()): Promise<string> => `${await made(org, app)}/credentials/secrets`;

describe('client secrets', () => {
  test('are two at most, with a hash to tell them by', async () => {
    const path = await secretsOf();
    const [first] = (await org.get(path)).body;
    const { status, body } = await org.post(path, { client_secret: 'this-is-a-secret' });
    expect([status, body.status, body.client_secret]).toEqual([201, 'ACTIVE', 'this-is-a-secret']);
    expect(body.id).toMatch(/^ocs\w{17}$/);
    expect(body.secret_hash).toMatch(/^[\w-]{22}$/);
    expect(body.secret_hash).not.toBe(first.secret_hash);
    const deactivate = `${org.url}${path}/${body.id}/lifecycle/deactivate`;
    expect(body._links).toEqual({ deactivate: { href: deactivate, hints: { allow: ['POST'] } } });
    expect((await org.get(path)).body).toEqual([first, body]);
    expect((await org.get(`${path}/${body.id}`)).body).toEqual(body);
    await refused(
      () => org.post(path),
      400,
      OBJECT,
      'You have reached the maximum number of client secrets per client.',
    );
  });

  test('are turned off, deleted and made anew, but for the last active one', async () => {
    const path = await secretsOf();
    const [first] = (await org.get(path)).body;
    const last = "You can't deactivate the only active client secret.";
    await refused(() => org.post(`${path}/${first.id}/lifecycle/deactivate`), 400, OBJECT, last);
    const { body } = await org.post(path);
    expect(body.client_secret).toMatch(/^[\w-]{64}$/);
    const off = await org.post(`${path}/${first.id}/lifecycle/deactivate`);
    expect([off.status, off.body.status, Object.keys(off.body._links)]).toEqual([
      200,
      'INACTIVE',
      ['activate', 'delete'],
    ]);
    expect((await org.post(`${path}/${first.id}/lifecycle/activate`)).body.status).toBe('ACTIVE');
    const active = "You can't delete an active client secret. Deactivate the secret before deleting it.";
    await refused(() => org.delete(`${path}/${first.id}`), 400, OBJECT, active);
    await org.post(`${path}/${first.id}/lifecycle/deactivate`);
    expect((await org.delete(`${path}/${first.id}`)).status).toBe(204);
    expect((await org.get(path)).body.map(({ id }: { id: string }) => id)).toEqual([body.id]);
  });

  test.each([
    ['s'.repeat(13), "'client_secret' must be at least '14' characters long."],
    ['s'.repeat(101), "'client_secret' cannot be more than '100' characters long."],
    ['sécret-is-here', "''client_secret'' must only contain printable ASCII: [x20-x7E]+"],
  ])('%s is refused', async (client_secret, say) => {
    const path = await secretsOf();
    const summary = 'Api validation failed: client_secret';
    await refused(() => org.post(path, { client_secret }), 400, summary, `client_secret: ${say}`);
  });

  test('are longer where they are the key of a JWT', async () => {
    const path = await secretsOf(oidcApp('client_secret_jwt'));
    const when = "when 'token_endpoint_auth_method' is 'client_secret_jwt'.";
    const say = `client_secret: 'client_secret' must be at least '32' characters long ${when}`;
    await refused(() => org.post(path, { client_secret: 's'.repeat(31) }), 400, 'E0000001', say);
  });

  test('are nothing for a client that has none, an app that is no client, or another app', async () => {
    const jwks = { keys: [{ kty: 'RSA', kid: 'k', e: 'AQAB', n: 'x'.repeat(342) }] };
    const byKey = await secretsOf(oidcApp('private_key_jwt', { jwks }));
    const say = "'client_secret' cannot be used when 'token_endpoint_auth_method' is 'private_key_jwt'.";
    await refused(() => org.post(byKey), 400, OBJECT, say);
    const mark = await secretsOf(bookmark);
    await refused(() => org.post(mark), 400, OBJECT);
    const [{ id }] = (await org.get(await secretsOf())).body;
    const gone = `Not found: Resource not found: ${id} (OAuth2ClientSecretMediated)`;
    await refused(() => org.get(`${mark}/${id}`), 404, gone);
    await refused(() => org.delete(`${mark}/${id}`), 404, gone);
    await refused(() => org.post(`${mark}/${id}/lifecycle/activate`), 404, gone);
    await refused(() => org.post(`${mark}/${id}/lifecycle/deactivate`), 404, gone);
    await refused(() => org.get('/api/v1/apps/0oa1/credentials/secrets'), 404, 'E0000007');
  });

  test('go with their app', async () => {
    const path = await made(org, oidcApp());
    await org.post(`${path}/lifecycle/deactivate`);
    await org.delete(path);
    expect(org.store.clientSecrets.count('app', idOf(path))).toBe(0);
  });
});
