import { describe, expect, test } from '@jest/globals';
import { certificateOf } from '../support/credentials.js';
import { credentialsSuite } from '../support/credentials-suite.js';
import { suiteOrg } from '../support/org.js';
import { bookmark, idOf, made, oidcApp, samlApp } from './made.js';

const org = suiteOrg();

describe('the credentials of an app', () => {
  credentialsSuite(org, {
    make: () => made(org, bookmark),
    missing: '/api/v1/apps/0oa1',
    cloneTo: 'targetAid',
    typeName: 'AppInstance',
  });
});

describe('the first key', () => {
  test('of a SAML app is its own, and valid for ten years', async () => {
    const [one, other] = [await made(org, samlApp()), await made(org, samlApp())];
    const [key] = (await org.get(`${one}/credentials/keys`)).body;
    const [another] = (await org.get(`${other}/credentials/keys`)).body;
    expect(key.kid).not.toBe(another.kid);
    expect(key.expiresAt).toBe('2036-01-15T09:30:00.000Z');
    expect(certificateOf(key).subject).toContain('OU=SSOProvider');
    expect((await org.get(one)).body.credentials.signing.kid).toBe(key.kid);
  });

  test("of an OpenID Connect app is the org's, made when it is asked for", async () => {
    const [one, other] = [await made(org, oidcApp()), await made(org, oidcApp())];
    expect(org.store.orgKeys.count()).toBe(0);
    const [first, second] = await Promise.all([
      org.get(`${one}/credentials/keys`),
      org.get(`${other}/credentials/keys`),
    ]);
    expect(first.body).toHaveLength(1);
    expect(second.body[0]).toEqual(first.body[0]);
    certificateOf(first.body[0]);
    expect((await org.get(one)).body.credentials.signing.kid).toBe(first.body[0].kid);
    const third = await made(org, oidcApp());
    expect((await org.get(`${third}/credentials/keys/${first.body[0].kid}`)).body.x5c).toEqual(first.body[0].x5c);
    expect(org.store.orgKeys.count()).toBe(1);
  });

  test('goes with its app, as requests do', async () => {
    const path = await made(org, samlApp());
    await org.post(`${path}/credentials/csrs`, { subject: { commonName: 'x' } });
    await org.post(`${path}/lifecycle/deactivate`);
    expect((await org.delete(path)).status).toBe(204);
    expect([org.store.appKeys.count('app', idOf(path)), org.store.signingRequests.count()]).toEqual([0, 0]);
  });
});

test('making keys holds nobody up', async () => {
  const path = await made(org, bookmark);
  let turns = 0;
  let over = false;
  const watch = (): void => {
    turns += 1;
    if (!over) setImmediate(watch);
  };
  watch();
  const statuses = await Promise.all(
    Array.from({ length: 6 }, async () => (await org.post(`${path}/credentials/keys/generate?validityYears=2`)).status),
  );
  over = true;
  expect(statuses).toEqual(Array.from({ length: 6 }, () => 201));
  // Each takes some 150 ms of a thread, in which the event loop turns thousands of times; made on the loop itself, it
  // would turn for the requests alone.
  expect(turns).toBeGreaterThan(500);
});
