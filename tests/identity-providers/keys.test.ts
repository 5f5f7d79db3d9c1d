import { beforeAll, describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { certificate, make, saml, trust } from './bodies.js';

const org = suiteOrg();
const refused = refusedBy(org);
const path = '/api/v1/idps/credentials/keys';

let x5c: string;
beforeAll(async () => {
  x5c = await certificate();
});

describe('the store of keys', () => {
  test('shows a certificate as it was sent, and its key', async () => {
    const broken = x5c.replace(/.{76}/g, '$&\n');
    const { status, body } = await org.post(path, { x5c: [broken] });
    expect(status).toBe(200);
    expect(body).toEqual({
      kty: 'RSA',
      created: '2026-01-15T09:30:00.000Z',
      lastUpdated: '2026-01-15T09:30:00.000Z',
      expiresAt: '2027-01-15T00:00:00.000Z',
      alg: 'RSA',
      kid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      use: 'sig',
      x5c: [broken],
      'x5t#S256': expect.stringMatching(/^[\w-]{43}$/),
      e: 'AQAB',
      n: expect.any(String),
    });
    expect((await org.get(`${path}/${body.kid}`)).body).toEqual(body);
    expect((await org.get(path)).body).toEqual([body]);
  });

  test('takes a certificate once', async () => {
    const kid = await trust(org, x5c);
    const say = `This certificate has already been uploaded with kid=${kid}.`;
    await refused(() => org.post(path, { x5c: [x5c] }), 409, say);
  });

  test.each([
    ['nothing', {}],
    ['null', { x5c: null }],
    ['an empty list', { x5c: [] }],
    ['what is no certificate', { x5c: ['bm90aGluZw=='] }],
    ['more than certificates', { x5c: ['bm90aGluZw==', 'x'] }],
  ])('refuses %s', async (_, body) => {
    await refused(() => org.post(path, body), 400, 'Api validation failed: x5c');
  });

  test('keeps what a provider trusts', async () => {
    const kid = await trust(org, x5c);
    const idp = await make(org, saml(kid));
    await refused(() => org.delete(`${path}/${kid}`), 400, 'Api validation failed: kid');
    await org.delete(`/api/v1/idps/${idp}`);
    expect((await org.delete(`${path}/${kid}`)).status).toBe(204);
    await refused(() => org.get(`${path}/${kid}`), 404, `Not found: Resource not found: ${kid} (IdpTrust)`);
    await refused(() => org.delete(`${path}/${kid}`), 404, 'E0000007');
  });

  test('is paged', async () => {
    const kids = [await trust(org, x5c), await trust(org, await certificate())];
    const first = await org.get(`${path}?limit=1`);
    expect(first.headers.link).toContain(`after=${first.body[0].kid}&limit=1>; rel="next"`);
    const [, next = ''] = first.headers.link?.match(/<[^>]*(\/api[^>]*)>; rel="next"/) ?? [];
    const shown = [...first.body, ...(await org.get(next)).body];
    expect(shown.map((key: { kid: string }) => key.kid)).toEqual(kids);
  });
});

test('what a provider has to know of the org is schema-valid and carries its key', async () => {
  const body = saml(await trust(org, x5c));
  const id = await make(org, { ...body, name: 'A & B <Ø>' });
  const { status, text, headers } = await org.get(`/api/v1/idps/${id}/metadata.xml`);
  const [key] = (await org.get(`/api/v1/idps/${id}/credentials/keys`)).body;
  expect([status, headers['content-type']]).toEqual([200, 'application/xml']);
  expect(text.replaceAll('\n', '')).toContain(`<ds:X509Certificate>${key.x5c[0]}</ds:X509Certificate>`);
  expect(text).toContain(`Location="${org.url}/sso/saml2/${id}"`);
  expect(text).toContain('<md:ServiceName xml:lang="en">A &amp; B &lt;&#xd8;&gt;</md:ServiceName>');
  await refused(() => org.get('/api/v1/idps/0oa1/metadata.xml'), 404, 'E0000007');
});
