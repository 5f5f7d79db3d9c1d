import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { bookmark, idOf, made, oidcApp, samlApp } from './made.js';

const org = suiteOrg();
const refused = refusedBy(org);
const XML = { accept: 'application/xml' };
const keysOf = async (app: string) => (await org.get(`${app}/credentials/keys`)).body;

describe("a SAML app's metadata", () => {
  test('carries the certificate of the key that is asked for', async () => {
    const app = await made(org, samlApp());
    await org.post(`${app}/credentials/keys/generate?validityYears=2`);
    const { externalKey, name } = org.store.apps.require(idOf(app));
    for (const { kid, x5c } of await keysOf(app)) {
      const { status, text, headers } = await org.get(`${app}/sso/saml/metadata?kid=${kid}`, XML);
      expect([status, headers['content-type']]).toEqual([200, 'application/xml;charset=ISO-8859-1']);
      expect(text.match(/<ds:X509Certificate>([^<]*)</)?.[1]?.replaceAll('\n', '')).toBe(x5c[0]);
      expect(text).toContain(`entityID="http://www.okta.com/${externalKey}"`);
      expect(text).toContain(`Location="${org.url}/app/${name}/${externalKey}/sso/saml"`);
      expect(text).not.toContain('SingleLogoutService');
    }
  });

  test('names both formats where none is asked for, and what the issuer is called', async () => {
    const subjectNameIdFormat = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
    const app = await made(org, samlApp({ subjectNameIdFormat, idpIssuer: 'https://idp.example/é&' }));
    const [{ kid }] = await keysOf(app);
    const { text } = await org.get(`${app}/sso/saml/metadata?kid=${kid}`, XML);
    expect(text.match(/<md:NameIDFormat>/g)).toHaveLength(2);
    expect(text).toContain('entityID="https://idp.example/&#xe9;&amp;"');
  });

  test('is of SAML apps alone, for a key that they have, as XML', async () => {
    const app = await made(org, samlApp());
    const [{ kid }] = await keysOf(app);
    const path = `${app}/sso/saml/metadata`;
    await refused(() => org.get(path, XML), 400, 'E0000001', 'kid: The field cannot be left blank');
    await refused(() => org.get(`${path}?kid=none`, XML), 404, 'Not found: Resource not found: none (JsonWebKey)');
    const say = 'Bad request. Accept and/or Content-Type headers likely do not match supported values.';
    const json = await refused(() => org.get(`${path}?kid=${kid}`, { accept: 'application/json' }), 400, 'E0000019');
    expect(json.body.errorSummary).toBe(say);
    await refused(() => org.get(`/api/v1/apps/0oa1/sso/saml/metadata?kid=${kid}`, XML), 404, 'E0000007');
    const mark = `${await made(org, bookmark)}/sso/saml/metadata?kid=${kid}`;
    await refused(() => org.get(mark, XML), 400, 'Api validation failed: signOnMode');
  });
});

describe('a logo', () => {
  const GIF = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
  const form = (content: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n'),
      content,
      Buffer.from('\r\n--x--\r\n'),
    ]);
  const upload = (app: string, content: Buffer) =>
    org.post(`${app}/logo`, form(content), { 'content-type': 'multipart/form-data; boundary=x' });

  test('is taken by its content, and shown', async () => {
    const app = await made(org, bookmark);
    const { status, text, headers } = await upload(app, GIF);
    expect([status, text]).toEqual([201, '']);
    expect(headers.location).toMatch(new RegExp(`^${org.url}/fs/bco/4/fs0\\w{17}$`));
    expect((await org.get(app)).body._links.logo[0].href).toBe(headers.location);
    const shown = await org.get(new URL(headers.location ?? '').pathname);
    expect([shown.status, shown.headers['content-type'], shown.headers['content-length']]).toEqual([
      200,
      'image/gif',
      `${GIF.length}`,
    ]);
  });

  test('goes with the last app that shows it', async () => {
    const apps = [await made(org, bookmark), await made(org, bookmark)];
    const address = async (app: string) => new URL((await upload(app, GIF)).headers.location ?? '').pathname;
    const [one, other] = [await address(apps[0] ?? ''), await address(apps[1] ?? '')];
    expect(one).toBe(other);
    for (const [app, status] of [
      [apps[0], 200],
      [apps[1], 404],
    ]) {
      await org.post(`${app}/lifecycle/deactivate`);
      expect((await org.delete(`${app}`)).status).toBe(204);
      expect((await org.get(one)).status).toBe(status);
    }
  });

  test('is an image, and not too large', async () => {
    const app = await made(org, bookmark);
    await refused(() => upload(app, Buffer.from('no image')), 400, 'Api validation failed: file');
    await refused(() => upload(app, Buffer.alloc(0)), 400, 'Api validation failed: file');
    const large = Buffer.concat([GIF, Buffer.alloc(1024 * 1024)]);
    const say = 'Your selected image is 1,025kB, which exceeds the 1,024kB limit';
    await refused(() => upload(app, large), 400, 'E0000001', say);
    await refused(() => upload('/api/v1/apps/0oa1', GIF), 404, 'E0000007');
    const [dashboard] = org.store.apps.where('name', 'okta_enduser');
    await refused(() => upload(`/api/v1/apps/${dashboard?.id}`, GIF), 400, 'Api validation failed: appLinks');
  });
});

describe('the policy of an app', () => {
  const policy = async (name: string, type = 'ACCESS_POLICY'): Promise<string> =>
    (await org.post('/api/v1/policies', { type, name, description: 'x' })).body.id;

  test('is another one from here on', async () => {
    const [app, id] = [await made(org, bookmark), await policy('Strict')];
    const { status, text } = await org.put(`${app}/policies/${id}`);
    expect([status, text]).toEqual([204, '']);
    expect((await org.get(app)).body._links.accessPolicy.href).toBe(`${org.url}/api/v1/policies/${id}`);
  });

  test('says how people enrol, too', async () => {
    const [app, id] = [await made(org, bookmark), await policy('Join', 'PROFILE_ENROLLMENT')];
    const { accessPolicy } = (await org.get(app)).body._links;
    expect((await org.put(`${app}/policies/${id}`)).status).toBe(204);
    const links = (await org.get(app)).body._links;
    expect(links.profileEnrollment.href).toBe(`${org.url}/api/v1/policies/${id}`);
    expect(links.accessPolicy).toEqual(accessPolicy);
    await refused(() => org.delete(`/api/v1/policies/${id}`), 400, 'E0000001');
  });

  test('is one that says how people sign in', async () => {
    const app = await made(org, bookmark);
    const say = 'Not found: Resource not found: 00p1 (Policy)';
    await refused(() => org.put(`${app}/policies/00p1`), 404, say);
    await refused(() => org.put(`${app}/policies/rst1`), 404, 'Not found: Resource not found: rst1 (RuleSetEntity)');
    const [other] = org.store.policies.where('type', 'PASSWORD');
    const type = `An invalid resource type ("${other?.id}") was supplied in the request body.`;
    const unfit = `Api validation failed: ${type} Valid types include ${app.split('/').pop()}.`;
    await refused(() => org.put(`${app}/policies/${other?.id}`), 400, unfit);
    await refused(async () => org.put(`/api/v1/apps/0oa1/policies/${other?.id}`), 404, 'E0000007');
  });

  test('is none for a service, which nobody signs in to', async () => {
    const grant = { grant_types: ['client_credentials'], response_types: ['token'], redirect_uris: [] };
    const service = oidcApp('client_secret_basic', { ...grant, application_type: 'service' });
    const [app, id] = [await made(org, service), await policy('Strict')];
    const { body } = await refused(() => org.put(`${app}/policies/${id}`), 400, 'E0000001');
    expect(body.errorCauses[0]).toMatchObject({ reason: 'INVALID_VALUE', location: 'resourceType', domain: 'policy' });
  });

  test("of administrators is their app's alone, and that app has no other", async () => {
    const [mark, id] = [await made(org, bookmark), await policy('Strict')];
    const [console] = org.store.apps.where('name', 'saasure');
    const own = console?.accessPolicyId;
    const say = 'This policy belongs to "Okta Admin Console", and re-assignment of this policy is not allowed';
    await refused(() => org.put(`${mark}/policies/${own}`), 400, 'Api validation failed: Policy', say);
    await refused(() => org.put(`/api/v1/apps/${console?.id}/policies/${id}`), 400, 'E0000001', say);
    expect((await org.put(`/api/v1/apps/${console?.id}/policies/${own}`)).status).toBe(204);
  });
});
