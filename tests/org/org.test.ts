import { describe, expect, test } from '@jest/globals';
import { ask } from '../support/group-events.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { PNG, upload } from '../support/upload.js';

const org = suiteOrg();
const refused = refusedBy(org);

const HOUR = 3_600_000;
const PATH = '/api/v1/org';
const admin = (): string => org.store.tokens.all()[0]?.userId ?? '';
const post = (hints: string) => ({ href: `${org.url}${PATH}${hints}`, hints: { allow: ['POST'] } });

describe('the settings of an org', () => {
  test('are shown whole', async () => {
    const link = (path: string) => ({ href: `${org.url}${PATH}${path}` });
    const created = '2026-01-15T09:30:00.000Z';
    expect((await org.get(PATH)).body).toEqual({
      id: expect.stringMatching(/^00o\w{17}$/),
      subdomain: 'sandbox',
      companyName: 'Mockta',
      status: 'ACTIVE',
      expiresAt: null,
      created,
      lastUpdated: created,
      website: 'https://developer.okta.com',
      ...{ phoneNumber: '', endUserSupportHelpURL: '', supportPhoneNumber: '' },
      ...{ address1: null, address2: null, city: null, state: null, country: null, postalCode: null },
      _links: {
        preferences: link('/preferences'),
        uploadLogo: post('/logo'),
        oktaCommunication: link('/privacy/oktaCommunication'),
        logo: { href: expect.stringMatching(/\/fs\/bco\/1\/fs0\w{17}$/) },
        oktaSupport: link('/privacy/oktaSupport'),
        contacts: link('/contacts'),
      },
    });
  });

  test('change by POST where they are sent, and by PUT altogether', async () => {
    org.clock.advance(5000);
    const part = await org.post(PATH, { city: 'Oslo', subdomain: 'other', status: 'INACTIVE', website: null });
    expect(part.body).toMatchObject({ companyName: 'Mockta', city: 'Oslo', subdomain: 'sandbox', status: 'ACTIVE' });
    expect(part.body).toMatchObject({ website: null, phoneNumber: '', lastUpdated: '2026-01-15T09:30:05.000Z' });
    const whole = await org.put(PATH, { companyName: 'New', phoneNumber: '1' });
    expect(whole.body).toMatchObject({ companyName: 'New', phoneNumber: '1', city: null, supportPhoneNumber: null });
    expect((await org.get(PATH)).body).toEqual(whole.body);
  });

  test('need a company name', async () => {
    const say = 'companyName: The field cannot be left blank';
    await refused(() => org.put(PATH, { city: 'Oslo' }), 400, 'E0000001', say);
    await refused(() => org.post(PATH, { companyName: ' ' }), 400, 'E0000001', say);
    await refused(() => org.post(PATH, { companyName: null }), 400, 'E0000001', say);
    await refused(() => org.post(PATH, { city: 'x'.repeat(256) }), 400, 'E0000001');
    await refused(() => org.post(PATH, { city: 1 }), 400, 'E0000003');
  });
});

describe('contacts', () => {
  test('are of two types, and the first administrator until somebody is named', async () => {
    const { body } = await org.get(`${PATH}/contacts`);
    expect(body).toEqual([
      { contactType: 'BILLING', _links: { billing: { href: `${org.url}${PATH}/contacts/billing` } } },
      { contactType: 'TECHNICAL', _links: { technical: { href: `${org.url}${PATH}/contacts/technical` } } },
    ]);
    const user = { href: `${org.url}/api/v1/users/${admin()}` };
    expect((await org.get(`${PATH}/contacts/BILLING`)).body).toEqual({ userId: admin(), _links: { user } });
  });

  test('are named, and nobody once that user is deleted', async () => {
    const profile = { login: 'a@b.example', email: 'a@b.example', firstName: 'A', lastName: 'B' };
    const { id } = (await org.post('/api/v1/users?activate=false', { profile })).body;
    expect((await org.put(`${PATH}/contacts/technical`, { userId: id })).body.userId).toBe(id);
    expect((await org.get(`${PATH}/contacts/TECHNICAL`)).body.userId).toBe(id);
    expect((await org.get(`${PATH}/contacts/billing`)).body.userId).toBe(admin());
    await org.delete(`/api/v1/users/${id}`);
    await org.delete(`/api/v1/users/${id}`);
    expect((await org.get(`${PATH}/contacts/technical`)).body).toEqual({ userId: null, _links: {} });
  });

  test('are refused for other types and for nobody', async () => {
    await refused(() => org.get(`${PATH}/contacts/legal`), 404, 'E0000007');
    await refused(() => org.put(`${PATH}/contacts/legal`, { userId: admin() }), 404, 'E0000007');
    const say = 'Not found: Resource not found: 00u1 (User)';
    await refused(() => org.put(`${PATH}/contacts/billing`, { userId: '00u1' }), 404, say);
    await refused(() => org.put(`${PATH}/contacts/billing`, {}), 400, 'E0000001');
    await refused(() => org.put(`${PATH}/contacts/billing`, { userId: null }), 400, 'E0000001');
  });
});

test('the footer and the mail of Okta are turned off and on', async () => {
  const preferences = `${PATH}/preferences`;
  const hide = { showEndUserFooter: true, _links: { hideEndUserFooter: post('/preferences/hideEndUserFooter') } };
  const show = { showEndUserFooter: false, _links: { showEndUserFooter: post('/preferences/showEndUserFooter') } };
  expect((await org.get(preferences)).body).toEqual(hide);
  expect((await org.post(`${preferences}/hideEndUserFooter`)).body).toEqual(show);
  expect((await org.get(preferences)).body).toEqual(show);
  expect((await org.post(`${preferences}/showEndUserFooter`)).body).toEqual(hide);
  const mail = `${PATH}/privacy/oktaCommunication`;
  const out = { optOutEmailUsers: true, _links: { optIn: post('/privacy/oktaCommunication/optIn') } };
  const inside = { optOutEmailUsers: false, _links: { optOut: post('/privacy/oktaCommunication/optOut') } };
  expect((await org.get(mail)).body).toEqual(inside);
  expect((await org.post(`${mail}/optOut`)).body).toEqual(out);
  expect((await org.post(`${mail}/optIn`)).body).toEqual(inside);
});

describe("Okta's support", () => {
  const path = `${PATH}/privacy/oktaSupport`;
  const closed = () => ({
    support: 'DISABLED',
    expiration: null,
    _links: { grant: post('/privacy/oktaSupport/grant') },
  });
  const open = (expiration: string) => ({
    support: 'ENABLED',
    expiration,
    _links: { extend: post('/privacy/oktaSupport/extend'), revoke: post('/privacy/oktaSupport/revoke') },
  });

  test('is let in for eight hours, and a day longer', async () => {
    expect((await org.get(path)).body).toEqual(closed());
    expect((await org.post(`${path}/grant`)).body).toEqual(open('2026-01-15T17:30:00.000Z'));
    expect((await org.post(`${path}/extend`)).body).toEqual(open('2026-01-16T17:30:00.000Z'));
    org.clock.advance(32 * HOUR - 1000);
    expect((await org.get(path)).body.support).toBe('ENABLED');
    org.clock.advance(1000);
    expect((await org.get(path)).body).toEqual(closed());
  });

  test('is sent away', async () => {
    await org.post(`${path}/grant`);
    expect((await org.post(`${path}/revoke`)).body).toEqual(closed());
    expect((await org.get(path)).body).toEqual(closed());
  });

  test('finds things as they are where nothing is to be done', async () => {
    const before = org.hash();
    expect((await org.post(`${path}/extend`)).body).toEqual(closed());
    expect((await org.post(`${path}/revoke`)).body).toEqual(closed());
    expect(org.hash()).toBe(before);
    const granted = (await org.post(`${path}/grant`)).body;
    org.clock.advance(HOUR);
    expect((await org.post(`${path}/grant`)).body).toEqual(granted);
  });
});

describe('the logo', () => {
  test('is uploaded, shown in the settings, and served', async () => {
    const first = (await org.get(PATH)).body._links.logo.href.replace(org.url, '');
    expect((await org.get(first)).status).toBe(200);
    const { status, headers, body } = await ask(org, upload('/org/logo', PNG));
    // Nothing shows the one that came with the org any more.
    await refused(() => org.get(first), 404, 'E0000007');
    expect([status, body]).toEqual([201, undefined]);
    expect((await org.get(PATH)).body._links.logo).toEqual({ href: headers.location });
    const served = await org.get(headers.location?.replace(org.url, '') ?? '');
    expect([served.status, served.headers['content-type']]).toEqual([200, 'image/png']);
    await ask(org, upload('/org/logo', Buffer.concat([PNG, Buffer.from(' ')])));
    expect(org.store.files.count()).toBe(1);
  });

  test('is an image of at most one megabyte', async () => {
    const send = (file: Buffer, part?: string) => () => ask(org, upload('/org/logo', file, part));
    await refused(send(Buffer.from('no image')), 400, 'E0000001');
    await refused(send(Buffer.alloc(0)), 400, 'E0000001');
    await refused(send(PNG, 'other'), 400, 'E0000001', 'file: The field cannot be left blank');
    await refused(send(Buffer.concat([PNG, Buffer.alloc(1024 * 1024)])), 400, 'E0000001');
  });
});
