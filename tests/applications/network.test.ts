import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { made } from './made.js';

const org = suiteOrg();
const refused = refusedBy(org);

const jeli = { name: 'jeli', label: 'Incidents', signOnMode: 'OPENID_CONNECT' };

describe('an OpenID Connect app of the integration network', () => {
  test('has help, is not hidden, and a client that its settings do not show', async () => {
    const { id, visibility, credentials, settings, _links } = (await org.post('/api/v1/apps', jeli)).body;
    expect(visibility.hide).toEqual({ iOS: false, web: false });
    expect(Object.keys(credentials)).toEqual(['userNameTemplate', 'signing']);
    expect(settings.oauthClient).toBeUndefined();
    expect(_links.help.href).toBe(`${org.url}/app/jeli/${id}/setup/help/OPENID_CONNECT/external-doc`);
    const secrets = `/api/v1/apps/${id}/credentials/secrets`;
    expect(_links.clientCredentials).toEqual([{ name: 'secrets', href: org.url + secrets }]);
    expect((await org.get(secrets)).body).toHaveLength(1);
    expect((await org.post(secrets)).status).toBe(201);
    await refused(() => org.post(secrets), 400, 'E0000001');
    expect((await org.get(secrets)).body).toHaveLength(2);
  });

  test('may be allowed scopes of the API, and stays one when it is replaced', async () => {
    const path = await made(org, jeli);
    const grant = { issuer: org.url, scopeId: 'okta.users.read' };
    expect((await org.post(`${path}/grants`, grant)).status).toBe(200);
    const before = (await org.get(path)).body;
    const { status, body } = await org.put(path, before);
    expect([status, body]).toEqual([200, before]);
    expect((await org.get(`${path}/credentials/secrets`)).body).toHaveLength(1);
  });

  test('has keys in place of secrets where it is another Okta org', async () => {
    const app = { name: 'okta_org2org', label: 'Other org', signOnMode: 'OPENID_CONNECT' };
    const path = await made(org, app);
    const { settings, _links } = (await org.get(path)).body;
    expect(settings.app).toEqual({ acsUrl: null, audRestriction: null, baseUrl: null, idpId: null });
    expect(_links.clientCredentials).toEqual([{ name: 'jwks', href: `${org.url}${path}/credentials/jwks` }]);
    expect(_links.help).toBeUndefined();
    expect((await org.get(`${path}/credentials/secrets`)).body).toEqual([]);
    await refused(() => org.post(`${path}/credentials/secrets`), 400, 'E0000001');
  });
});

describe('an app of the network whose links are not in the catalogue', () => {
  const google = (appLinks?: object) => ({
    name: 'google',
    label: 'Workspace',
    signOnMode: 'BROWSER_PLUGIN',
    visibility: { appLinks },
  });

  test('has those that the request shows or hides, and one of its own where it names none', async () => {
    const { body } = await org.post('/api/v1/apps', google({ mail: true, drive: false, 'not a name': true }));
    expect(body.visibility.appLinks).toEqual({ mail: true, drive: false });
    const page = (name: string) => ({
      name,
      href: expect.stringMatching(new RegExp(`/google/${body.id}/aln\\w{17}$`)),
      type: 'text/html',
    });
    expect(body._links.appLinks).toEqual([page('mail'), page('drive')]);
    const path = `/api/v1/apps/${body.id}`;
    const after = (await org.put(path, { ...body, visibility: { appLinks: { drive: true, keep: true } } })).body;
    expect(after.visibility.appLinks).toEqual({ mail: true, drive: true });
    const other = (await org.post('/api/v1/apps', { ...google(), label: 'Other' })).body;
    expect(other.visibility.appLinks).toEqual({ google_link: true });
    await refused(() => org.post('/api/v1/apps', { ...google(), visibility: { appLinks: [] } }), 400, 'E0000003');
  });
});

describe('Office 365', () => {
  const office = (mode: string, changes: object = {}) => ({
    name: 'office365',
    label: 'Office',
    signOnMode: mode,
    settings: { app: { domain: 'okta.example', msftTenant: 'okta', ...changes } },
  });

  test('has its seats, its nineteen links and its settings, as recorded', async () => {
    const { licensing, settings, visibility, _links, id } = (await org.post('/api/v1/apps', office('BROWSER_PLUGIN')))
      .body;
    expect(licensing).toEqual({ seatCount: 0 });
    expect(settings.app).toEqual({
      tenantType: null,
      wsFedConfigureType: null,
      occSettings: null,
      windowsTransportEnabled: false,
      domain: 'okta.example',
      msftTenant: 'okta',
      domains: [],
      requireAdminConsent: false,
    });
    expect(Object.keys(visibility.appLinks)).toHaveLength(19);
    expect(_links.appLinks).toHaveLength(19);
    expect(_links.appLinks[10].href).toBe([org.url, 'home', 'office365', id, '2161'].join('/'));
    const changed = {
      ...office('BROWSER_PLUGIN'),
      licensing: { seatCount: 40 },
      visibility: { appLinks: { crm: false } },
    };
    const { body } = await org.put(`/api/v1/apps/${id}`, changed);
    expect([body.licensing, body.visibility.appLinks.crm]).toEqual([{ seatCount: 40 }, false]);
  });

  test('is not set up by itself, since nobody agreed to it at its maker', async () => {
    const say = 'In order to continue using WS-FED Auto for SSO, you must grant admin consent.';
    const auto = { wsFedConfigureType: 'AUTO' };
    await refused(
      () => org.post('/api/v1/apps', office('SAML_1_1', auto)),
      400,
      'Api validation failed: settings',
      say,
    );
    const path = await made(org, office('WS_FEDERATION', { wsFedConfigureType: 'MANUAL' }));
    await refused(() => org.put(path, office('WS_FEDERATION', auto)), 400, 'E0000001', say);
    expect((await org.put(path, office('BROWSER_PLUGIN', auto))).status).toBe(200);
  });
});
