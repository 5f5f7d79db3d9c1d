import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const office = { type: 'IP', name: 'Office', gateways: [{ type: 'CIDR', value: '1.2.3.4/24' }] };
const create = async (zone: object): Promise<string> => (await org.post('/api/v1/zones', zone)).body.id;
const path = (id: string): string => `/api/v1/zones/${id}`;

describe('an IP zone', () => {
  test('is made active, for policies, and keeps its addresses as given', async () => {
    const proxies = [{ type: 'RANGE', value: '2.3.4.5' }];
    const { status, body } = await org.post('/api/v1/zones', { ...office, proxies, system: true, status: 'INACTIVE' });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...office,
      id: expect.stringMatching(/^nzo\w{17}$/),
      status: 'ACTIVE',
      usage: 'POLICY',
      system: false,
      created: expect.any(String),
      lastUpdated: expect.any(String),
      proxies: [{ type: 'RANGE', value: '2.3.4.5-2.3.4.5' }],
      _links: {
        self: { href: `${org.url}${path(body.id)}`, hints: { allow: ['GET', 'PUT', 'DELETE'] } },
        deactivate: { href: `${org.url}${path(body.id)}/lifecycle/deactivate`, hints: { allow: ['POST'] } },
      },
    });
    expect((await org.get(path(body.id))).body).toEqual(body);
  });

  test.each([
    ['10/8', 'CIDR', '10'],
    ['1.2.3.4/33', 'CIDR', '1.2.3.4/33'],
    ['1.2.3.4', 'CIDR', '1.2.3.4'],
    ['1.2.3.256/24', 'CIDR', '1.2.3.256'],
    ['2.3.4.5-x', 'RANGE', 'x'],
    ['2.3.4.15-2.3.4.5', 'RANGE', '2.3.4.15-2.3.4.5'],
    ['1.1.1.1-::1', 'RANGE', '::1'],
  ])('with the address %s is refused', async (value, type, part) => {
    const send = () => org.post('/api/v1/zones', { ...office, gateways: [{ type, value }] });
    const say = `gateways: The IP: ${part} in the ${type}: ${value} is invalid. Make sure it is a valid IPV4.`;
    await refused(send, 400, 'E0000001', say);
  });

  test('needs a name, a type and an address of a known kind, and a name of its own', async () => {
    await create(office);
    const send = (zone: object) => () => org.post('/api/v1/zones', zone);
    await refused(send({ type: 'IP' }), 400, 'E0000001', 'name: The field cannot be left blank');
    await refused(send({ name: 'x' }), 400, 'E0000001', 'type: The field cannot be left blank');
    await refused(send({ ...office, name: 'x', gateways: [] }), 400, 'E0000001');
    await refused(send({ ...office, type: 'PLACE' }), 400, 'E0000003');
    await refused(send({ ...office, usage: 'FUN' }), 400, 'E0000003');
    await refused(send({ ...office, gateways: [{ type: 'HOST', value: 'a' }] }), 400, 'E0000003');
    await refused(send({ ...office, gateways: [null] }), 400, 'E0000003');
    await refused(send({ ...office, name: 'n'.repeat(129) }), 400, 'E0000001', 'name: The field is too long');
    const taken = 'name: An object with this field already exists in the current organization';
    await refused(send({ ...office, name: 'OFFICE' }), 400, 'E0000001', taken);
  });
});

describe('an enhanced dynamic zone', () => {
  const zone = {
    type: 'DYNAMIC_V2',
    name: 'Hidden',
    locations: { include: [{ country: 'US' }, { country: 'AF', region: 'AF-BGL' }] },
    ipServiceCategories: { include: ['ALL_ANONYMIZERS'] },
  };

  test('says what it holds and what it does not, and can be sent back as it is read', async () => {
    const { status, body } = await org.post('/api/v1/zones', zone);
    expect(status).toBe(200);
    const places = [
      { country: 'AF', region: 'AF-BGL' },
      { country: 'US', region: null },
    ];
    expect(body).toMatchObject({
      type: 'DYNAMIC_V2',
      locations: { include: places, exclude: [] },
      ipServiceCategories: { include: ['ALL_ANONYMIZERS'], exclude: [] },
      asns: { include: [], exclude: [] },
    });
    expect(body).not.toHaveProperty('proxyType');
    expect((await org.put(path(body.id), { ...body, asns: { exclude: ['2232'] } })).body).toMatchObject({
      locations: { include: places, exclude: [] },
      asns: { include: [], exclude: ['2232'] },
    });
    await refused(() => org.put(path(body.id), { ...zone, type: 'DYNAMIC' }), 400, 'E0000003');
  });

  test('needs something to hold, in the form of its kind', async () => {
    const send = (more: object) => () => org.post('/api/v1/zones', { ...zone, ...more });
    const nothing = { locations: { include: [] }, ipServiceCategories: null };
    await refused(send(nothing), 400, 'E0000001', 'locations: The field cannot be left blank');
    await refused(send({ locations: [{ country: 'US' }] }), 400, 'E0000003');
    await refused(send({ asns: { include: '2232' } }), 400, 'E0000003');
    await refused(send({ locations: { exclude: [{ country: 'usa' }] } }), 400, 'E0000001');
    const many = { include: Array.from({ length: 76 }, (_, i) => String(i)) };
    await refused(send({ asns: many }), 400, 'E0000001');
  });
});

describe('a dynamic zone', () => {
  test('shows its places in order, a missing region as null', async () => {
    const locations = [{ country: 'US' }, { country: 'AF', region: 'AF-BGL' }];
    const { body } = await org.post('/api/v1/zones', { type: 'DYNAMIC', name: 'Far', locations, asns: ['23457'] });
    expect(body).toMatchObject({
      locations: [
        { country: 'AF', region: 'AF-BGL' },
        { country: 'US', region: null },
      ],
      proxyType: null,
      asns: ['23457'],
    });
    expect(body).not.toHaveProperty('gateways');
  });

  test('tells proxies of the known kinds', async () => {
    const path = '/api/v1/zones';
    for (const proxyType of ['Any', 'Tor', 'NotTorAnonymizer', 'TorAnonymizer']) {
      const { status, body } = await org.post(path, { type: 'DYNAMIC', name: proxyType, proxyType });
      expect([status, body.proxyType]).toEqual([200, proxyType]);
    }
    const say = "proxyType: 'Other' is invalid. Valid values: [Any, Tor, NotTorAnonymizer, TorAnonymizer].";
    await refused(() => org.post(path, { type: 'DYNAMIC', name: 'x', proxyType: 'Other' }), 400, 'E0000001', say);
  });

  test('takes 75 places, and says so', async () => {
    const locations = Array.from({ length: 76 }, () => ({ country: 'US' }));
    const say = 'locations: No more than 75 locations may be included in a Location Zone.';
    const send = (zone: object) => () => org.post('/api/v1/zones', { type: 'DYNAMIC', name: 'Far', ...zone });
    await refused(send({ locations }), 400, 'E0000001', say);
    await refused(send({}), 400, 'E0000001', 'locations: The field cannot be left blank');
    await refused(send({ locations: [{ country: 'Norway' }] }), 400, 'E0000001');
    await refused(send({ locations: [{ country: 'NO', region: 'US-CA' }] }), 400, 'E0000001');
  });
});

describe('a zone', () => {
  test('is replaced by PUT, its status with it, but not its type', async () => {
    const id = await create(office);
    const next = { ...office, name: 'Home', usage: 'BLOCKLIST', status: 'INACTIVE' };
    const { status, body } = await org.put(path(id), next);
    expect([status, body.name, body.usage, body.status]).toEqual([200, 'Home', 'BLOCKLIST', 'INACTIVE']);
    const send = () => org.put(path(id), { type: 'DYNAMIC', name: 'Home', proxyType: 'Any' });
    await refused(send, 400, 'E0000001', 'type: The type of a network zone cannot be changed.');
    await refused(() => org.put(path(id), { ...next, status: 'ASLEEP' }), 400, 'E0000003');
    await refused(() => org.put(path('nzo1'), office), 404, 'E0000007');
  });

  test("of Okta's own keeps what it is for, and takes more addresses", async () => {
    const [blocked, legacy] = (await org.get('/api/v1/zones')).body;
    const say = 'useAsExemptList: The network zone does not allow usage changes for BlockedIpZone.';
    await refused(
      () => org.put(path(blocked.id), { ...blocked, usage: 'POLICY' }),
      400,
      'Api validation failed: useAsExemptList',
      say,
    );
    const gateways = Array.from({ length: 5001 }, (_, i) => ({ type: 'CIDR', value: `10.${i >> 8}.${i & 255}.0/24` }));
    const most = 'gateways: No more than 5000 addresses may be included in an IP Zone.';
    await refused(() => org.put(path(legacy.id), { ...legacy, gateways }), 400, 'E0000001', most);
    const { status, body } = await org.put(path(legacy.id), { ...legacy, gateways: gateways.slice(1) });
    expect([status, body.gateways.length]).toEqual([200, 5000]);
  });

  test("of Okta's own can be sent back as it is read, without an address", async () => {
    for (const zone of (await org.get('/api/v1/zones')).body) {
      expect([zone.system, zone.gateways]).toEqual([true, null]);
      const { status, body } = await org.put(path(zone.id), zone);
      expect([status, body]).toEqual([200, { ...zone, lastUpdated: body.lastUpdated }]);
    }
    const id = await create(office);
    await refused(
      () => org.put(path(id), { ...office, gateways: null }),
      400,
      'E0000001',
      'gateways: The field cannot be left blank',
    );
  });

  test('goes once it is inactive', async () => {
    const id = await create(office);
    const say = `id: The zone: ${id} is an active zone. Active zones cannot be deleted.`;
    await refused(() => org.delete(path(id)), 400, 'E0000001', say);
    const { status, body } = await org.post(`${path(id)}/lifecycle/deactivate`);
    expect([status, body.status, Object.keys(body._links)]).toEqual([200, 'INACTIVE', ['self', 'activate']]);
    const again = await org.post(`${path(id)}/lifecycle/activate`);
    expect([again.status, again.body.status, Object.keys(again.body._links)]).toEqual([
      200,
      'ACTIVE',
      ['self', 'deactivate'],
    ]);
    org.clock.advance(5000);
    const saved = await org.post(`${path(id)}/lifecycle/activate`);
    expect(saved.body).toEqual({ ...again.body, lastUpdated: saved.body.lastUpdated });
    expect(saved.body.lastUpdated).not.toBe(again.body.lastUpdated);
    await org.post(`${path(id)}/lifecycle/deactivate`);
    expect((await org.delete(path(id))).status).toBe(204);
    await refused(() => org.get(path(id)), 404, 'E0000007');
    await refused(() => org.post(`${path(id)}/lifecycle/activate`), 404, 'E0000007');
    await refused(() => org.post(`${path(id)}/lifecycle/deactivate`), 404, 'E0000007');
  });

  test('is listed by id, by usage and by page', async () => {
    const ids = [await create(office), await create({ ...office, name: 'B' }), await create({ ...office, name: 'C' })];
    await org.put(path(ids[1] ?? ''), { ...office, name: 'B', usage: 'BLOCKLIST' });
    const listed = async (query: string) =>
      (await org.get(`/api/v1/zones?${query}`)).body.map((z: { id: string }) => z.id);
    expect(await listed(`filter=id eq "${ids[0]}" or id eq "${ids[2]}"`)).toEqual([ids[0], ids[2]]);
    expect(await listed('filter=usage eq "BLOCKLIST"')).toContain(ids[1]);
    const { headers } = await org.get('/api/v1/zones?limit=1');
    expect(headers.link).toContain('after=');
    await refused(() => org.get('/api/v1/zones?filter=name eq "B"'), 400, 'E0000031');
  });
});
