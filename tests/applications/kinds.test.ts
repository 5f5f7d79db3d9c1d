import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const bookmark = { name: 'bookmark', label: 'Wiki', settings: { app: { url: 'https://wiki.example' } } };
const swa = {
  name: 'template_swa',
  label: 'Ledger',
  signOnMode: 'BROWSER_PLUGIN',
  settings: { app: { url: 'https://l.example', usernameField: '#u', passwordField: '#p', buttonField: '#b' } },
};
const create = (app: object) => org.post('/api/v1/apps', app);
const made = async (app: object) => (await create(app)).body;

describe('a bookmark', () => {
  test('is made active with every default, as recorded', async () => {
    const { status, body } = await create(bookmark);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: expect.stringMatching(/^0oa\w{17}$/),
      name: 'bookmark',
      status: 'ACTIVE',
      signOnMode: 'BOOKMARK',
      accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
      visibility: {
        autoLaunch: false,
        autoSubmitToolbar: false,
        hide: { iOS: false, web: false },
        appLinks: { login: true },
      },
      features: [],
      credentials: { userNameTemplate: { template: `\${source.login}`, type: 'BUILT_IN' }, signing: {} },
      settings: {
        app: { requestIntegration: false, url: 'https://wiki.example' },
        notifications: { vpn: { network: { connection: 'DISABLED' }, message: null, helpUrl: null } },
        notes: { admin: null, enduser: null },
      },
    });
    expect(body.credentials.scheme).toBeUndefined();
    expect(body._links.appLinks).toEqual([
      { name: 'login', href: [org.url, 'home', 'bookmark', body.id, '2557'].join('/'), type: 'text/html' },
    ]);
    expect(body._links.deactivate.href).toBe(`${org.url}/api/v1/apps/${body.id}/lifecycle/deactivate`);
    expect((await org.get(`/api/v1/apps/${body.id}`)).body).toEqual(body);
  });

  test('needs a label and a URL', async () => {
    await refused(() => create({ ...bookmark, label: ' ' }), 400, 'E0000001', 'label: The field cannot be left blank');
    await refused(
      () => create({ ...bookmark, label: 'x'.repeat(101) }),
      400,
      'E0000001',
      'label: The field is too long',
    );
    await refused(() => create({ ...bookmark, settings: {} }), 400, 'E0000001', 'url: The field cannot be left blank');
  });

  test('may be made inactive', async () => {
    const { body } = await org.post('/api/v1/apps?activate=false', bookmark);
    expect(body.status).toBe('INACTIVE');
    expect(body._links.activate).toBeDefined();
  });
});

describe('what an app is made from', () => {
  test('is in the catalogue, and has the mode', async () => {
    await refused(() => create({ ...bookmark, name: 'no_such' }), 404, 'Not found: Resource not found: no_such (App)');
    await refused(() => create({ label: 'x' }), 400, 'E0000001', 'name: The field cannot be left blank');
    await refused(() => create({ ...bookmark, signOnMode: 'SAML_1_1' }), 400, 'E0000001');
    await refused(() => create({ ...bookmark, signOnMode: 'TELEPATHY' }), 400, 'E0000003');
  });

  test.each([
    ['facebook', 'AUTO_LOGIN', 'EDIT_USERNAME_AND_PASSWORD'],
    ['deelhr', null, undefined],
    ['okta_org2org', null, undefined],
  ])('lets people sign in to %s by its page as %s', async (name, mode, scheme) => {
    const { id, signOnMode, credentials } = await made({ name, label: name, signOnMode: 'AUTO_LOGIN' });
    expect([signOnMode, credentials.scheme]).toEqual([mode, scheme]);
    const again = await org.put(`/api/v1/apps/${id}`, { name, label: 'Other', signOnMode: 'AUTO_LOGIN' });
    expect([again.status, again.body.signOnMode, again.body.label]).toEqual([200, mode, 'Other']);
    const whole = (await org.get(`/api/v1/apps/${id}`)).body;
    expect((await org.put(`/api/v1/apps/${id}`, whole)).body).toEqual(whole);
  });

  test('decides the order of its settings, keeps unknown ones, and shows null for what was not said', async () => {
    const { settings } = await made({
      ...swa,
      settings: { app: { ...swa.settings.app, mine: { deep: [1] }, checkbox: '' } },
    });
    expect(Object.entries(settings.app)).toEqual([
      ['loginUrlRegex', null],
      ['usernameField', '#u'],
      ['redirectUrl', null],
      ['buttonField', '#b'],
      ['checkbox', null],
      ['passwordField', '#p'],
      ['url', 'https://l.example'],
      ['mine', { deep: [1] }],
    ]);
  });

  test.each([
    ['template_basic_auth', 'BASIC_AUTH', { url: 'https://a.example', authURL: 'https://b.example' }],
    ['template_sps', 'SECURE_PASSWORD_STORE', { url: 'https://a.example', usernameField: 'u', passwordField: 'p' }],
    [
      'template_swa3field',
      'BROWSER_PLUGIN',
      {
        targetURL: 'https://a.example',
        buttonSelector: 'b',
        userNameSelector: 'u',
        passwordSelector: 'p',
        extraFieldSelector: 'e',
        extraFieldValue: 'v',
      },
    ],
  ])('%s has what it needs', async (name, signOnMode, app) => {
    const { body, status } = await create({ name, label: 'x', signOnMode, settings: { app } });
    expect([status, body.credentials.scheme]).toEqual([200, 'EDIT_USERNAME_AND_PASSWORD']);
    expect(body.settings.app).toMatchObject(app);
    const [first] = Object.keys(app);
    const { [first as keyof typeof app]: _, ...rest } = app;
    await refused(
      () => create({ name, label: 'y', signOnMode, settings: { app: rest } }),
      400,
      'E0000001',
      `${first}: The field cannot be left blank`,
    );
  });

  test('WS-Federation has its template and the key of the org', async () => {
    const app = {
      siteURL: 'https://s.example',
      wReplyURL: 'https://r.example',
      wReplyOverride: false,
      audienceRestriction: 'urn:a',
      nameIDFormat: 'x',
      authnContextClassRef: 'y',
      groupValueFormat: 'windowsDomainQualifiedName',
      usernameAttribute: 'username',
    };
    const client = await made({ name: 'template_wsfed', label: 'Old', signOnMode: 'WS_FEDERATION', settings: { app } });
    expect(client.credentials.signing.kid).toMatch(/^[\w-]{43}$/);
    await refused(() => create({ name: 'template_wsfed', label: 'x', settings: { app: {} } }), 400, 'E0000001');
  });

  test('has values for what nobody says, where its entry knows some', async () => {
    const aws = { name: 'amazon_aws', label: 'AWS', signOnMode: 'SAML_2_0' };
    const given = { joinAllRoles: true, sessionDuration: 7200, awsEnvironmentType: '', region: 'eu' };
    const { body } = await org.post('/api/v1/apps', { ...aws, settings: { app: given } });
    expect(body.settings.app).toMatchObject({
      appFilter: 'okta',
      useGroupMapping: false,
      joinAllRoles: true,
      sessionDuration: 7200,
      awsEnvironmentType: 'aws.amazon',
      identityProviderArn: null,
      region: 'eu',
    });
    expect(body.visibility.appLinks).toEqual({ login: true });
  });

  test('of the integration network has one active instance for each label', async () => {
    const slack = { name: 'slack', label: 'Slack', signOnMode: 'BROWSER_PLUGIN' };
    const { id } = await made(slack);
    const say = 'label: An active Slack instance with the label "Slack" already exists.';
    await refused(() => create(slack), 400, 'Api validation failed: label', say);
    await org.post(`/api/v1/apps/${id}/lifecycle/deactivate`);
    expect((await create(slack)).status).toBe(200);
    expect((await create(bookmark)).status).toBe((await create(bookmark)).status);
  });
});

describe('credentials of an app', () => {
  test('are shared by all where the scheme says so, and show no password', async () => {
    const credentials = {
      scheme: 'SHARED_USERNAME_AND_PASSWORD',
      userName: 'all',
      password: { value: 'kettle' },
      userNameTemplate: { template: 'user.firstName', type: 'CUSTOM', pushStatus: 'PUSH' },
    };
    const { body } = await create({ ...swa, credentials });
    expect(body.credentials).toEqual({
      scheme: 'SHARED_USERNAME_AND_PASSWORD',
      userNameTemplate: { template: 'user.firstName', type: 'CUSTOM', pushStatus: 'PUSH' },
      userName: 'all',
      password: {},
      revealPassword: false,
      signing: {},
    });
    expect(JSON.stringify(org.store.apps.get(body.id))).not.toContain('kettle');
  });

  test('must name a known scheme and a template that can be read', async () => {
    const send = (credentials: object) => () => create({ ...swa, credentials });
    await refused(send({ scheme: 'BY_HAND' }), 400, 'E0000003');
    await refused(send({ userNameTemplate: { template: 'user.(', type: 'CUSTOM' } }), 400, 'E0000001');
    await refused(
      send({ userNameTemplate: { template: 'x'.repeat(1025) } }),
      400,
      'E0000001',
      'template: The field is too long',
    );
  });

  test('that users may change keep an app from being taken', async () => {
    const app = { ...swa, accessibility: { selfService: true } };
    const say =
      'Self service is not available because the instance : Ledger has username set to use read-write property and that would create a security risk.';
    await refused(() => create(app), 403, 'E0000044', say);
    const scheme = 'ADMIN_SETS_CREDENTIALS';
    expect((await create({ ...app, credentials: { scheme } })).body.accessibility.selfService).toBe(true);
  });
});

describe('the life of an app', () => {
  const path = async () => `/api/v1/apps/${(await made(bookmark)).id}`;

  test('is switched off and on, and ends only when off', async () => {
    const app = await path();
    const say = 'The application must be deactivated before deletion.';
    await refused(() => org.delete(app), 403, 'E0000056', say);
    expect(await org.post(`${app}/lifecycle/deactivate`)).toMatchObject({ status: 200, body: {} });
    expect((await org.get(app)).body.status).toBe('INACTIVE');
    expect(await org.post(`${app}/lifecycle/activate`)).toMatchObject({ status: 200, body: {} });
    await org.post(`${app}/lifecycle/deactivate`);
    expect((await org.delete(app)).status).toBe(204);
    await refused(() => org.get(app), 404, 'E0000007');
    await refused(() => org.delete(app), 404, 'E0000007');
    await refused(() => org.post(`${app}/lifecycle/activate`), 404, 'E0000007');
    await refused(() => org.post(`${app}/lifecycle/deactivate`), 404, 'E0000007');
  });

  test('is replaced as a whole: what is not sent is as in a new app', async () => {
    const app = await path();
    const notes = { admin: 'mine', enduser: null };
    const { body } = await org.put(app, { ...bookmark, label: 'New', settings: { ...bookmark.settings, notes } });
    expect([body.label, body.settings.notes, body.status]).toEqual(['New', notes, 'ACTIVE']);
    const again = (await org.put(app, { ...bookmark, status: 'INACTIVE', id: 'x' })).body;
    expect([again.settings.notes.admin, again.status]).toEqual([null, 'ACTIVE']);
    await refused(
      () => org.put(app, { ...bookmark, name: 'template_swa' }),
      400,
      'This operation on app metadata is not yet supported: No active instances.',
    );
    await refused(() => org.put(app, { ...bookmark, signOnMode: 'SAML_2_0' }), 400, 'E0000001');
    await refused(() => org.put(app, { ...bookmark, label: null }), 400, 'E0000001');
  });

  test('leaves the apps that come with every org as they are', async () => {
    const [console] = org.store.apps.where('name', 'saasure');
    const own = `/api/v1/apps/${console?.id}`;
    expect((await org.get(own)).body.label).toBe('Okta Admin Console');
    await refused(() => org.put(own, bookmark), 403, 'E0000006');
    await refused(() => org.post(`${own}/lifecycle/deactivate`), 403, 'E0000006');
    await refused(() => org.delete(own), 403, 'E0000006');
  });
});
