import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const PATH = '/api/v1/brands';
const idOfDefault = (): string => org.store.brands.all()[0]?.id ?? '';
const path = (): string => `${PATH}/${idOfDefault()}`;
const url = 'https://acme.example/privacy';

/** The id of an application that the org gets. */
async function newApp(): Promise<string> {
  const settings = { app: { url: 'https://acme.example', requestIntegration: false } };
  const app = { name: 'bookmark', label: 'Start', signOnMode: 'BOOKMARK', settings };
  return (await org.post('/api/v1/apps', app)).body.id;
}

describe('the default brand', () => {
  test('is the only one of a new org, named by its subdomain', async () => {
    const { body, headers } = await org.get(PATH);
    const [brand] = body;
    expect(body).toEqual([
      {
        id: expect.stringMatching(/^bnd\w{17}$/),
        name: 'sandbox',
        removePoweredByOkta: false,
        customPrivacyPolicyUrl: null,
        agreeToCustomPrivacyPolicy: false,
        isDefault: true,
        defaultApp: { appInstanceId: null, appLinkName: null, classicApplicationUri: null },
        _links: {
          themes: { href: `${org.url}${PATH}/${brand.id}/themes`, hints: { allow: ['GET'] } },
          self: { href: `${org.url}${PATH}/${brand.id}`, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        },
      },
    ]);
    expect(headers.link).toBe(`<${org.url}${PATH}?limit=20>; rel="self"`);
    expect((await org.get(path())).body).toEqual(brand);
    await refused(() => org.get(`${PATH}/bnd1`), 404, 'Not found: Resource not found: bnd1 (Brand)');
  });

  test('is listed by page with those of custom domains', async () => {
    for (const name of ['a', 'b']) await org.post('/api/v1/domains', { domain: `${name}.acme.com` });
    const first = await org.get(`${PATH}?limit=2`);
    const [, next] = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '') ?? [];
    const second = await org.get((next ?? '').slice(org.url.length));
    expect([...first.body, ...second.body].map(({ name }) => name)).toEqual(['a.acme.com', 'b.acme.com', 'sandbox']);
    expect(second.headers.link).not.toContain('next');
    await refused(() => org.get(`${PATH}?after=nonsense`), 400, 'E0000029');
  });
});

describe('an update of a brand', () => {
  test('takes a privacy policy that somebody agreed to, and lets it go without', async () => {
    const given = { customPrivacyPolicyUrl: url, agreeToCustomPrivacyPolicy: true, removePoweredByOkta: true };
    const { status, body } = await org.put(path(), given);
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...given, name: 'sandbox', isDefault: true });
    expect((await org.put(path(), { customPrivacyPolicyUrl: url })).body).toMatchObject({
      customPrivacyPolicyUrl: url,
      agreeToCustomPrivacyPolicy: true,
      removePoweredByOkta: false,
    });
    const empty = { customPrivacyPolicyUrl: '', agreeToCustomPrivacyPolicy: false };
    expect((await org.put(path(), empty)).body.customPrivacyPolicyUrl).toBeNull();
  });

  test('is refused without consent to a new policy, and with one that is no address', async () => {
    const say = 'agreeToCustomPrivacyPolicy: Please provide your consent for updating the custom privacy policy URL.';
    const put = (body: object) => () => org.put(path(), body);
    await refused(put({ customPrivacyPolicyUrl: url }), 400, 'E0000001', say);
    await refused(
      put({ customPrivacyPolicyUrl: url, agreeToCustomPrivacyPolicy: false }),
      400,
      'Api validation failed: agreeToCustomPrivacyPolicy',
    );
    const invalid = 'customPrivacyPolicyUrl: Is not a valid URL. Valid example: http://www.okta.com';
    for (const bad of ['acme', 'ftp://acme.example', 'http://', 'javascript:alert(1)', 'https://a b.example']) {
      await refused(
        put({ customPrivacyPolicyUrl: bad, agreeToCustomPrivacyPolicy: true }),
        400,
        'Api validation failed: customPrivacyPolicyUrl',
        invalid,
      );
    }
    await refused(() => org.put(`${PATH}/bnd1`, {}), 404, 'E0000007');
  });

  test('takes what clients of today send besides: name, locale, where a sign-in ends', async () => {
    const defaultApp = { appInstanceId: await newApp(), appLinkName: 'x' };
    const { body } = await org.put(path(), { name: ' Acme ', locale: 'en', defaultApp, isDefault: false, id: 'x' });
    expect(body).toMatchObject({
      id: idOfDefault(),
      name: 'Acme',
      locale: 'en',
      isDefault: true,
      defaultApp: { ...defaultApp, classicApplicationUri: null },
    });
    await refused(() => org.put(path(), { locale: 'not a locale' }), 400, 'E0000236');
    await refused(() => org.put(path(), { name: 'n'.repeat(256) }), 400, 'E0000001');
    for (const odd of [{ name: 5 }, { locale: ['en'] }, { defaultApp: 'x' }, { defaultApp: { appLinkName: 5 } }]) {
      await refused(() => org.put(path(), odd), 400, 'E0000003');
    }
    await org.post('/api/v1/domains', { domain: 'login.acme.com' });
    await refused(() => org.put(path(), { name: 'LOGIN.acme.com' }), 409, 'E0000202');
  });

  test('names an application as long as the org has it', async () => {
    const appInstanceId = await newApp();
    const shown = async () => (await org.get(path())).body.defaultApp;
    await refused(
      () => org.put(path(), { defaultApp: { appInstanceId: '0oa12345678901234567' } }),
      400,
      'Api validation failed: appInstanceId',
      "appInstanceId: '0oa12345678901234567' does not exist.",
    );
    const classicApplicationUri = 'https://acme.example/start';
    await org.put(path(), { defaultApp: { appInstanceId, appLinkName: 'x', classicApplicationUri } });
    expect(await shown()).toEqual({ appInstanceId, appLinkName: 'x', classicApplicationUri });
    await org.post(`/api/v1/apps/${appInstanceId}/lifecycle/deactivate`);
    expect((await org.delete(`/api/v1/apps/${appInstanceId}`)).status).toBe(204);
    expect(await shown()).toEqual({ appInstanceId: null, appLinkName: null, classicApplicationUri });
  });
});
