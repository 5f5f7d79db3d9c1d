import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const signOn = {
  ssoAcsUrl: 'https://sp.example/acs',
  recipient: 'https://sp.example/acs',
  destination: 'https://sp.example/acs',
  audience: 'urn:sp',
  subjectNameIdTemplate: `\${user.userName}`,
  subjectNameIdFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
  responseSigned: true,
  signatureAlgorithm: 'RSA_SHA256',
  digestAlgorithm: 'SHA256',
  authnContextClassRef: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
};
const app = (more: object = {}) => ({
  label: 'Build-Server 7',
  signOnMode: 'SAML_2_0',
  settings: { signOn: { ...signOn, ...more } },
});
const create = (body: object) => org.post('/api/v1/apps', body);
const spCertificate = { x5c: ['MIIC'] };
const slo = { enabled: true, issuer: 'urn:sp', logoutUrl: 'https://sp.example/out' };

describe('a custom SAML 2.0 app', () => {
  test('gets a name of its own and a key, and fills in the rest', async () => {
    const [first, second] = [await create(app({ defaultRelayState: '' })), await create(app())];
    const { body } = first;
    expect([body.name, second.body.name]).toEqual(['sandbox_buildserver7_1', 'sandbox_buildserver7_2']);
    expect(body.credentials.signing.kid).not.toBe(second.body.credentials.signing.kid);
    expect(body.visibility.appLinks).toEqual({ sandbox_buildserver7_1_link: true });
    expect(body.settings.signOn).toEqual({
      defaultRelayState: null,
      ...signOn,
      idpIssuer: `http://www.okta.com/\${org.externalKey}`,
      assertionSigned: false,
      honorForceAuthn: false,
      spIssuer: null,
      requestCompressed: false,
      attributeStatements: [],
      inlineHooks: [],
      assertionEncryption: { enabled: false },
      allowMultipleAcsEndpoints: false,
      acsEndpoints: [],
      samlSignedRequestEnabled: false,
      slo: { enabled: false },
    });
    const [key] = org.store.appKeys.where('app', body.id);
    expect([key?.kid, key?.expiresAt.slice(0, 4)]).toEqual([body.credentials.signing.kid, '2036']);
    expect(Object.keys(body._links).slice(0, 2)).toEqual(['help', 'metadata']);
  });

  test('is never called as one that is gone', async () => {
    const of = async (label: string) => (await create({ ...app(), label })).body;
    const gone = await of('Lathe');
    await org.post(`/api/v1/apps/${gone.id}/lifecycle/deactivate`);
    expect((await org.delete(`/api/v1/apps/${gone.id}`)).status).toBe(204);
    const names = [gone, await of('Lathe!'), await of('Drill')].map(({ name }) => name);
    expect(names).toEqual(['sandbox_lathe_1', 'sandbox_lathe_2', 'sandbox_drill_1']);
  });

  test('says how assertions are encrypted, as far as that was said', async () => {
    const how = { encryptionAlgorithm: 'AES256_GCM', keyTransportAlgorithm: 'RSA_OAEP', x5c: ['MIIC'] };
    const { body } = await create(app({ assertionEncryption: { enabled: true, ...how } }));
    expect(body.settings.signOn.assertionEncryption).toEqual({ enabled: true, ...how });
    await refused(() => create(app({ assertionEncryption: { enabled: 'yes' } })), 400, 'E0000003');
  });

  test('keeps single logout and its certificate where a change does not name them', async () => {
    const { id } = (await create(app({ slo, spCertificate }))).body;
    const { body } = await org.put(`/api/v1/apps/${id}`, app({ audience: 'urn:other' }));
    expect(body.settings.signOn).toMatchObject({ audience: 'urn:other', slo, spCertificate, spIssuer: 'urn:sp' });
  });

  test('says what it tells of people', async () => {
    const attributeStatements = [
      { type: 'EXPRESSION', name: 'a', values: ['user.email'] },
      { type: 'GROUP', name: 'g', filterType: 'REGEX', filterValue: '.*' },
    ];
    const namespace = 'urn:oasis:names:tc:SAML:2.0:attrname-format:unspecified';
    const { body } = await create(app({ attributeStatements }));
    expect(body.settings.signOn.attributeStatements).toEqual(
      attributeStatements.map((statement) => ({ ...statement, namespace })),
    );
  });

  test('signs with a key of its own alone', async () => {
    const { id } = (await create(app())).body;
    const send = (kid: string) => () => org.put(`/api/v1/apps/${id}`, { ...app(), credentials: { signing: { kid } } });
    await refused(send('k'.repeat(43)), 400, 'E0000001');
  });

  test.each(Object.keys(signOn).filter((name) => name !== 'responseSigned'))('needs %s', async (name) => {
    const { [name as 'audience']: _, ...rest } = signOn;
    const send = () => create({ label: 'x', signOnMode: 'SAML_2_0', settings: { signOn: rest } });
    await refused(send, 400, 'E0000001', `${name}: The field cannot be left blank`);
  });

  test.each([
    ['nothing is signed', { responseSigned: false }, 'E0000001'],
    ['a URL is none', { ssoAcsUrl: 'here' }, 'E0000001'],
    ['logout has no certificate', { slo }, 'E0000001'],
    ['an endpoint has a query', { acsEndpoints: [{ url: 'https://a.example/?x', index: 0 }] }, 'E0000001'],
    [
      'two endpoints have one index',
      {
        acsEndpoints: [
          { url: 'https://a.example', index: 1 },
          { url: 'https://b.example', index: 1 },
        ],
      },
      'E0000001',
    ],
    ['a digest is unknown', { digestAlgorithm: 'MD5' }, 'E0000003'],
    ['an attribute has no name', { attributeStatements: [{ values: [] }] }, 'E0000001'],
    ['a filter is unknown', { attributeStatements: [{ type: 'GROUP', name: 'g', filterType: 'LIKE' }] }, 'E0000003'],
  ])('is refused where %s', async (_, more, code) => {
    await refused(() => create(app(more)), 400, code);
  });
});

test('a SAML app of the catalogue takes overrides alone', async () => {
  const settings = { app: { baseUrl: 'https://p.example', subdomain: 'p' }, signOn: { ssoAcsUrlOverride: '' } };
  const { body } = await create({ name: 'pagerduty', label: 'Pager', signOnMode: 'SAML_2_0', settings });
  expect(body.settings.app).toEqual({ adminUserId: null, baseUrl: 'https://p.example', subdomain: 'p' });
  expect(body.settings.signOn).toEqual({
    defaultRelayState: null,
    ssoAcsUrlOverride: null,
    audienceOverride: null,
    recipientOverride: null,
    destinationOverride: null,
    attributeStatements: [],
  });
});

test('a custom SWA app has a name of its own and a page to sign in at', async () => {
  const settings = { signOn: { loginUrl: 'https://l.example', redirectUrl: null } };
  const { body } = await create({ label: 'Till', signOnMode: 'AUTO_LOGIN', settings });
  expect([body.name, body.settings.signOn]).toEqual([
    'sandbox_till_1',
    { redirectUrl: null, loginUrl: 'https://l.example' },
  ]);
  await refused(() => create({ label: 'Till', signOnMode: 'AUTO_LOGIN' }), 400, 'E0000001');
});

describe('the inline hooks of a SAML app', () => {
  const hook = async (name: string): Promise<string> => {
    const config = { uri: 'https://hooks.example/saml', method: 'POST', headers: [] };
    const channel = { type: 'HTTP', version: '1.0.0', config };
    const body = { name, type: 'com.okta.saml.tokens.transform', version: '1.0.2', channel };
    return (await org.post('/api/v1/inlineHooks', body)).body.id;
  };

  test('are shown with links to them, and go when they go', async () => {
    const ids = [await hook('One'), await hook('Two')];
    const { body } = await create(app({ inlineHooks: ids.map((id) => ({ id })) }));
    const links = (id: string | undefined) => ({
      self: { href: `${org.url}/api/v1/inlineHooks/${id}`, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
    });
    expect(body.settings.signOn.inlineHooks).toEqual(ids.map((id) => ({ id, _links: links(id) })));
    expect((await org.put(`/api/v1/apps/${body.id}`, body)).body.settings).toEqual(body.settings);
    await org.post(`/api/v1/inlineHooks/${ids[0]}/lifecycle/deactivate`);
    expect((await org.delete(`/api/v1/inlineHooks/${ids[0]}`)).status).toBe(204);
    const left = (await org.get(`/api/v1/apps/${body.id}`)).body.settings.signOn.inlineHooks;
    expect(left).toEqual([{ id: ids[1], _links: links(ids[1]) }]);
  });

  test('must be there', async () => {
    const say = 'inlineHooks: There is no inline hook with the id cal1';
    await refused(() => create(app({ inlineHooks: [{ id: 'cal1' }] })), 400, 'E0000001', say);
  });
});
