import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import okta from '@okta/okta-sdk-nodejs';
import { pemOf } from '../objects/authority.js';
import { suiteSandbox } from '../support/suite-sandbox.js';
import { PNG } from '../support/upload.js';
import { answerTo, apps, codeOf, csrMetadata, labels, person, sessionToken } from './access.js';
import { refusal, walked } from './node-sdk.js';

type Client = InstanceType<typeof okta.Client>;
type App = Awaited<ReturnType<Client['getApplication']>>;

const sandbox = suiteSandbox();
let client: Client;
const made = new Map<string, App>();
const SAML = 'sandbox_saml20_1';

/** An app of these tests. */
function app(name: string): App {
  const found = made.get(name);
  if (found === undefined) throw new Error(`no app ${name}`);
  return found;
}

beforeAll(() => {
  client = new okta.Client({ orgUrl: sandbox.url, token: sandbox.token });
});

describe('applications, by version 6.6.0 of the official Node SDK', () => {
  test.each(apps)('makes, reads and replaces %s', async (name, given) => {
    const label = labels[name] ?? name;
    const created = await client.createApplication({ ...given, label } as never);
    made.set(name, created);
    expect(created).toMatchObject({ name, label, signOnMode: given.signOnMode, status: 'ACTIVE' });
    expect(created.settings).toMatchObject('app' in given.settings ? { app: given.settings.app } : {});
    const found = await client.getApplication(created.id);
    const renamed = await Object.assign(found, { label: `${label} again` }).update();
    expect([renamed.label, renamed.settings]).toEqual([`${label} again`, created.settings]);
  });

  test('is told what settings lack, and what must be stopped first', async () => {
    const lacking = { name: 'template_basic_auth', label: 'x', signOnMode: 'BASIC_AUTH', settings: { app: {} } };
    expect(await refusal(client.createApplication(lacking as never))).toEqual([400, 'E0000001']);
    const sps = app('template_sps');
    expect(await refusal(sps.delete())).toEqual([403, 'E0000056']);
    await sps.deactivate();
    await sps.delete();
    expect(await refusal(client.getApplication(sps.id))).toEqual([404, 'E0000007']);
  });

  test('walks a list of apps by pages', async () => {
    const listed = await walked(client.listApplications({ limit: 2 }));
    expect(listed.map(({ id }) => id)).toEqual(expect.arrayContaining([app('bookmark').id, app(SAML).id]));
    expect(listed.length).toBeGreaterThan(4);
  });

  test('assigns people and groups, and takes them away', async () => {
    const bookmark = app('bookmark');
    const user = await client.createUser(person('ann'));
    const group = await client.createGroup({ profile: { name: 'Readers' } });
    const assigned = await bookmark.assignUserToApplication({ id: user.id });
    expect(assigned).toMatchObject({ id: user.id, scope: 'USER', credentials: { userName: 'ann@example.com' } });
    await bookmark.createApplicationGroupAssignment(group.id);
    const people = await walked(bookmark.listApplicationUsers());
    const groups = await walked(bookmark.listGroupAssignments());
    expect([people.map(({ id }) => id), groups.map(({ id }) => id)]).toEqual([[user.id], [group.id]]);
    await client.deleteApplicationUser(bookmark.id, user.id);
    await client.deleteApplicationGroupAssignment(bookmark.id, group.id);
    expect(await refusal(client.getApplicationUser(bookmark.id, user.id))).toEqual([404, 'E0000007']);
    expect(await refusal(bookmark.assignUserToApplication({ id: 'none' }))).toEqual([404, 'E0000007']);
  });

  test('makes a key, and hands it to another app', async () => {
    const [saml, oidc] = [app(SAML), app('oidc_client')];
    const key = await client.generateApplicationKey(saml.id, { validityYears: 2 });
    const clone = await saml.cloneApplicationKey(key.kid, { targetAid: oidc.id });
    expect(clone.x5c).toEqual(key.x5c);
    expect((await walked(oidc.listKeys())).map(({ kid }) => kid)).toContain(key.kid);
    expect((await refusal(saml.cloneApplicationKey(key.kid, { targetAid: oidc.id })))[0]).toBe(400);
  });

  test.each([
    ['publishBinaryPemCert', (der: Buffer) => pemOf(der)],
    ['publishCerCert', (der: Buffer) => der.toString('base64')],
    ['publishDerCert', (der: Buffer) => der.toString('base64')],
    ['publishBinaryCerCert', (der: Buffer) => der],
    ['publishBinaryDerCert', (der: Buffer) => der],
  ] as const)("publishes a signing request's certificate by %s", async (publish, form) => {
    const { id } = app(SAML);
    const csr = await client.generateCsrForApplication(id, csrMetadata as never);
    const der = await answerTo(csr.csr);
    expect((await client[publish](id, csr.id, form(der) as never)).x5c).toEqual([der.toString('base64')]);
    expect(await refusal(client.getCsrForApplication(id, csr.id))).toEqual([404, 'E0000007']);
  });

  test('uploads a logo with a file name and without, and no text', async () => {
    const { id } = app(SAML);
    const named = join(sandbox.folder, 'logo.png');
    writeFileSync(named, PNG);
    await client.uploadApplicationLogo(id, createReadStream(named));
    // A Buffer goes out as a part without a file name.
    await client.uploadApplicationLogo(id, PNG as never);
    const text = join(sandbox.folder, 'text.png');
    writeFileSync(text, 'no picture');
    expect(await refusal(client.uploadApplicationLogo(id, createReadStream(text)))).toEqual([400, 'E0000001']);
  });

  // This version has no call of its own for it; programs use its door for others.
  test('reads SAML metadata', async () => {
    const { id } = app(SAML);
    const [key] = await walked(app(SAML).listKeys());
    const url = `${sandbox.url}/api/v1/apps/${id}/sso/saml/metadata?kid=${key?.kid}`;
    const answer = await client.http.http(url, { method: 'get', headers: { Accept: 'application/xml' } } as never);
    const text: string = await answer.text();
    expect(text.match(/<ds:X509Certificate>([^<]*)</)?.[1]?.replaceAll('\n', '')).toBe(key?.x5c[0]);
  });
});

describe('second factors and sessions, by version 6.6.0 of the official Node SDK', () => {
  test('enrols one-time passwords, and proves one', async () => {
    const user = await client.createUser(person('tom'));
    const factor = await user.enrollFactor({ factorType: 'token:software:totp', provider: 'GOOGLE' });
    const { sharedSecret } = (factor._embedded as { activation: { sharedSecret: string } }).activation;
    expect(await refusal(factor.activate(user.id, { passCode: '12' }))).toEqual([403, 'E0000068']);
    const activated = await factor.activate(user.id, { passCode: await codeOf(sandbox.url, sharedSecret) });
    expect(activated.status).toBe('ACTIVE');
    const passCode = await codeOf(sandbox.url, sharedSecret, 1);
    expect((await client.verifyFactor(user.id, factor.id, { passCode })).factorResult).toBe('SUCCESS');
    await user.deleteFactor(factor.id);
    expect(await walked(user.listFactors())).toEqual([]);
  });

  test('makes a session of a sign-in, refreshes and ends it', async () => {
    const user = await client.createUser(person('sue'));
    const token = await sessionToken(sandbox.url, 'sue@example.com');
    const session = await client.createSession({ sessionToken: token });
    expect(session).toMatchObject({ userId: user.id, login: 'sue@example.com', status: 'ACTIVE' });
    expect((await session.refresh()).id).toBe(session.id);
    await session.delete();
    expect(await refusal(client.getSession(session.id))).toEqual([404, 'E0000007']);
    expect((await refusal(client.createSession({ sessionToken: token })))[0]).toBe(401);
  });
});
