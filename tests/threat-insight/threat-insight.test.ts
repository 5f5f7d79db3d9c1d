import { expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const PATH = '/api/v1/threats/configuration';
const zone = async (body: object): Promise<string> => (await org.post('/api/v1/zones', body)).body.id;
const office = { type: 'IP', name: 'Office', gateways: [{ type: 'CIDR', value: '203.0.113.0/24' }] };

test('a new org does nothing, and says so', async () => {
  const created = '2026-01-15T09:30:00.000Z';
  const self = { href: `${org.url}${PATH}`, hints: { allow: ['GET', 'POST'] } };
  const first = { action: 'none', excludeZones: [], created, lastUpdated: created, _links: { self } };
  expect((await org.get(PATH)).body).toEqual(first);
});

test('the configuration is replaced; zones that are not sent are no longer let be', async () => {
  const id = await zone(office);
  org.clock.advance(1000);
  const { status, body } = await org.post(PATH, { action: 'block', excludeZones: [id, id] });
  expect([status, body.action, body.excludeZones]).toEqual([200, 'block', [id]]);
  expect(body).toMatchObject({ created: '2026-01-15T09:30:00.000Z', lastUpdated: '2026-01-15T09:30:01.000Z' });
  expect((await org.get(PATH)).body).toEqual(body);
  expect((await org.post(PATH, { action: 'audit' })).body).toMatchObject({ action: 'audit', excludeZones: [] });
});

test('a zone that goes is no longer named', async () => {
  const id = await zone(office);
  await org.post(PATH, { action: 'block', excludeZones: [id] });
  await org.post(`/api/v1/zones/${id}/lifecycle/deactivate`);
  expect((await org.delete(`/api/v1/zones/${id}`)).status).toBe(204);
  expect((await org.get(PATH)).body.excludeZones).toEqual([]);
});

test('an action of another name, or none, and zones that are none are refused', async () => {
  const far = await zone({ type: 'DYNAMIC', name: 'Far', locations: [{ country: 'US' }] });
  await refused(() => org.post(PATH, { action: 'panic' }), 400, 'Api validation failed: action');
  await refused(() => org.post(PATH, {}), 400, 'Api validation failed: action');
  await refused(() => org.post(PATH, { action: null }), 400, 'E0000001');
  for (const id of ['nzo1', far, null]) {
    await refused(() => org.post(PATH, { action: 'block', excludeZones: [id] }), 400, 'E0000001');
  }
});
