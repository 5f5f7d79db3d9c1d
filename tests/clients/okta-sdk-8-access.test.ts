import { beforeAll, describe, expect, test } from '@jest/globals';
import okta from 'okta-sdk-nodejs-8';
import { pemOf } from '../objects/authority.js';
import { suiteSandbox } from '../support/suite-sandbox.js';
import { PNG } from '../support/upload.js';
import { answerTo, apps, codeOf, csrMetadata, labels, person, sessionToken } from './access.js';
import { refusal, walked } from './node-sdk.js';

type Client = InstanceType<typeof okta.Client>;

const sandbox = suiteSandbox();
let client: Client;
const ids = new Map<string, string>();
const app = (name: string): string => ids.get(name) ?? '';
const SAML = 'sandbox_saml20_1';

beforeAll(() => {
  client = new okta.Client({ orgUrl: sandbox.url, token: sandbox.token });
});

describe('applications, by version 8 of the official Node SDK', () => {
  test.each(apps)('makes, reads and replaces %s', async (name, given) => {
    const application = { ...given, label: labels[name] ?? name };
    const made = await client.applicationApi.createApplication({ application: application as never });
    ids.set(name, made.id ?? '');
    expect(made).toMatchObject({ name, signOnMode: given.signOnMode, status: 'ACTIVE' });
    const found = await client.applicationApi.getApplication({ appId: app(name) });
    const renamed = await client.applicationApi.replaceApplication({
      appId: app(name),
      application: Object.assign(found, { label: `${found.label} again` }),
    });
    expect([renamed.id, renamed.label]).toEqual([app(name), `${application.label} again`]);
  });

  test('is told what settings lack, and what must be stopped first', async () => {
    const lacking = { name: 'template_basic_auth', label: 'x', signOnMode: 'BASIC_AUTH', settings: { app: {} } };
    expect(await refusal(client.applicationApi.createApplication({ application: lacking as never }))).toEqual([
      400,
      'E0000001',
    ]);
    const appId = app('template_sps');
    expect(await refusal(client.applicationApi.deleteApplication({ appId }))).toEqual([403, 'E0000056']);
    await client.applicationApi.deactivateApplication({ appId });
    await client.applicationApi.deleteApplication({ appId });
    expect(await refusal(client.applicationApi.getApplication({ appId }))).toEqual([404, 'E0000007']);
  });

  test('walks a list of apps by pages', async () => {
    const listed = await walked(await client.applicationApi.listApplications({ limit: 2 }));
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([app('bookmark'), app(SAML)]));
    expect(listed.length).toBeGreaterThan(4);
  });

  test('assigns people and groups, and takes them away', async () => {
    const appId = app('bookmark');
    const user = await client.userApi.createUser({ body: person('ann') });
    const group = await client.groupApi.createGroup({ group: { profile: { name: 'Readers' } } });
    const [userId = '', groupId = ''] = [user.id, group.id];
    const assigned = await client.applicationApi.assignUserToApplication({ appId, appUser: { id: userId } });
    expect(assigned).toMatchObject({ id: userId, scope: 'USER', credentials: { userName: 'ann@example.com' } });
    await client.applicationApi.assignGroupToApplication({ appId, groupId });
    const people = await walked(await client.applicationApi.listApplicationUsers({ appId }));
    const groups = await walked(await client.applicationApi.listApplicationGroupAssignments({ appId }));
    expect([people.map(({ id }) => id), groups.map(({ id }) => id)]).toEqual([[userId], [groupId]]);
    await client.applicationApi.unassignUserFromApplication({ appId, userId });
    await client.applicationApi.unassignApplicationFromGroup({ appId, groupId });
    expect(await refusal(client.applicationApi.getApplicationUser({ appId, userId }))).toEqual([404, 'E0000007']);
    const nobody = client.applicationApi.assignUserToApplication({ appId, appUser: { id: 'none' } });
    expect(await refusal(nobody)).toEqual([404, 'E0000007']);
  });

  test('makes a key, and hands it to another app', async () => {
    const appId = app(SAML);
    const key = await client.applicationApi.generateApplicationKey({ appId, validityYears: 2 });
    const [keyId = '', targetAid] = [key.kid, app('oidc_client')];
    expect((await client.applicationApi.cloneApplicationKey({ appId, keyId, targetAid })).x5c).toEqual(key.x5c);
    const kids = (await walked(await client.applicationApi.listApplicationKeys({ appId: targetAid }))).map(
      ({ kid }) => kid,
    );
    expect(kids).toContain(keyId);
    const again = client.applicationApi.cloneApplicationKey({ appId, keyId, targetAid });
    expect((await refusal(again))[0]).toBe(400);
  });

  // The client reads a Buffer as UTF-8 text before it goes out: DER is in ruins by then, and rightly refused. Smallest
  // request: publishCsrFromApplication({ appId, csrId, body: der }).
  test.each([
    ['PEM', (der: Buffer) => pemOf(der), undefined],
    ['PEM in a Buffer', (der: Buffer) => Buffer.from(pemOf(der)), undefined],
    ['base64 on one line', (der: Buffer) => der.toString('base64'), undefined],
    ['DER', (der: Buffer) => der, 'E0000001'],
  ])("publishes a signing request's certificate as %s", async (_, form, code) => {
    const appId = app(SAML);
    // Its types call the answer a text; it is an object.
    const answer: unknown = await client.applicationApi.generateCsrForApplication({ appId, metadata: csrMetadata });
    const { id: csrId, csr } = answer as { id: string; csr: string };
    const der = await answerTo(csr);
    const body = form(der) as never;
    const published = client.applicationApi.publishCsrFromApplication({ appId, csrId, body });
    if (code !== undefined) expect(await refusal(published)).toEqual([400, code]);
    else expect((await published).x5c).toEqual([der.toString('base64')]);
  });

  test('uploads a logo with a file name and without, and no text', async () => {
    const logoOf = (data: Buffer, name?: string) =>
      client.applicationApi.uploadApplicationLogo({ appId: app(SAML), file: { data, name } as never });
    await logoOf(PNG, 'logo.png');
    await logoOf(PNG);
    expect(await refusal(logoOf(Buffer.from('no picture'), 'logo.png'))).toEqual([400, 'E0000001']);
  });

  test("throws at SAML metadata's media type itself, after a right answer", async () => {
    const appId = app(SAML);
    const [key] = await walked(await client.applicationApi.listApplicationKeys({ appId }));
    // Its parser knows JSON and text only. Smallest request: the one below.
    const read = client.applicationApi.previewSAMLmetadataForApplication({ appId, kid: key?.kid ?? '' });
    await expect(read).rejects.toThrow('The mediaType application/xml is not supported');
  });
});

describe('second factors and sessions, by version 8 of the official Node SDK', () => {
  test('enrols one-time passwords, and proves one', async () => {
    const { id: userId = '' } = await client.userApi.createUser({ body: person('tom') });
    const body = { factorType: 'token:software:totp', provider: 'GOOGLE' } as const;
    const factor = await client.userFactorApi.enrollFactor({ userId, body });
    const activation = factor._embedded?.activation as { sharedSecret: string };
    const factorId = factor.id ?? '';
    const activate = (passCode: string) =>
      client.userFactorApi.activateFactor({ userId, factorId, body: { passCode } });
    expect(await refusal(activate('12'))).toEqual([403, 'E0000068']);
    const activated = await activate(await codeOf(sandbox.url, activation.sharedSecret));
    expect(activated).toMatchObject({ id: factorId, status: 'ACTIVE' });
    const passCode = await codeOf(sandbox.url, activation.sharedSecret, 1);
    const verified = await client.userFactorApi.verifyFactor({ userId, factorId, body: { passCode } });
    expect(verified.factorResult).toBe('SUCCESS');
    await client.userFactorApi.unenrollFactor({ userId, factorId });
    expect(await walked(await client.userFactorApi.listFactors({ userId }))).toEqual([]);
  });

  test('makes a session of a sign-in, refreshes and ends it', async () => {
    const user = await client.userApi.createUser({ body: person('sue') });
    const token = await sessionToken(sandbox.url, 'sue@example.com');
    const session = await client.sessionApi.createSession({ createSessionRequest: { sessionToken: token } });
    const sessionId = session.id ?? '';
    expect(session).toMatchObject({ userId: user.id, login: 'sue@example.com', status: 'ACTIVE' });
    expect((await client.sessionApi.refreshSession({ sessionId })).id).toBe(sessionId);
    await client.sessionApi.revokeSession({ sessionId });
    expect(await refusal(client.sessionApi.getSession({ sessionId }))).toEqual([404, 'E0000007']);
    const twice = client.sessionApi.createSession({ createSessionRequest: { sessionToken: token } });
    expect((await refusal(twice))[0]).toBe(401);
  });
});
