import { describe, expect, test } from '@jest/globals';
import { rsaPool } from '../../store/rsa-pool.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

// The suite takes a few dozen keys; those made ahead for nobody would only cost the core.
rsaPool.keep(1);

const org = suiteOrg();
const refused = refusedBy(org);

const SERVERS = '/api/v1/authorizationServers';
const DAY = 86_400_000;
const KEYS = `${SERVERS}/default/credentials/keys`;
const ROTATE = `${SERVERS}/default/credentials/lifecycle/keyRotate`;

interface Key {
  readonly kid: string;
  readonly status: string;
  readonly n: string;
}

const states = (keys: readonly Key[]): string[] => keys.map(({ status }) => status);
const keys = async (): Promise<Key[]> => (await org.get(KEYS)).body;
const signing = async (): Promise<Record<string, string>> =>
  (await org.get(`${SERVERS}/default`)).body.credentials.signing;
const events = async (): Promise<number> =>
  (await org.get(`/api/v1/logs?filter=${encodeURIComponent('eventType eq "app.oauth2.as.key.rollover"')}`)).body.length;
const mode = (rotationMode: string) =>
  org.put(`${SERVERS}/default`, {
    ...{ name: 'default', description: 'd', audiences: ['api://default'] },
    credentials: { signing: { rotationMode } },
  });

describe('the keys of a server', () => {
  test('are one at first, that of the name the server shows, and stay what they were', async () => {
    const { kid } = await signing();
    const { status, body } = await org.get(KEYS);
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        kty: 'RSA',
        status: 'ACTIVE',
        alg: 'RS256',
        kid,
        use: 'sig',
        e: 'AQAB',
        n: expect.stringMatching(/^[\w-]{342}$/),
        _links: { self: { href: `${org.url}${KEYS}/${kid}`, hints: { allow: ['GET'] } } },
      },
    ]);
    expect((await org.get(KEYS)).body).toEqual(body);
    expect((await org.get(`${KEYS}/${kid}`)).body).toEqual(body[0]);
    await refused(() => org.get(`${KEYS}/x`), 404, 'E0000007');
    await refused(() => org.get(`${SERVERS}/aus1/credentials/keys`), 404, 'E0000007');
  });

  test('are the same for all who ask first at once', async () => {
    const asked = await Promise.all([keys(), keys(), org.get('/oauth2/default/v1/keys'), keys()]);
    const moduli = asked.flatMap((answer) => ('body' in answer ? answer.body.keys : answer)).map(({ n }: Key) => n);
    expect(new Set(moduli).size).toBe(1);
    expect(await keys()).toEqual(asked[0]);
  });

  test('ask for no other use than signing', async () => {
    for (const use of [undefined, null, 'enc', '']) {
      const say = "Invalid value specified for key 'use' parameter.";
      const { body } = await refused(() => org.post(ROTATE, { use }), 400, 'E0000001', say);
      expect(body.errorSummary).toBe('Api validation failed: rotateKeys');
    }
    const unknown = `${SERVERS}/aus1/credentials/lifecycle/keyRotate`;
    await refused(() => org.post(unknown, { use: 'sig' }), 404, 'E0000007');
  });
});

describe('a rotation by hand', () => {
  test('puts another key to use and keeps the one before', async () => {
    const { kid } = await signing();
    org.clock.advance(60_000);
    const { status, body } = await org.post(ROTATE, { use: 'sig' });
    expect(status).toBe(200);
    expect(states(body)).toEqual(['ACTIVE', 'EXPIRED']);
    expect(body[1].kid).toBe(kid);
    expect(await signing()).toEqual({
      kid: body[0].kid,
      rotationMode: 'AUTO',
      lastRotated: '2026-01-15T09:31:00.000Z',
      nextRotation: '2026-04-15T09:31:00.000Z',
    });
    const again = (await org.post(ROTATE, { use: 'sig' })).body;
    expect(again.map((key: Key) => key.kid)).toEqual([expect.any(String), body[0].kid]);
    expect(await keys()).toEqual(again);
  });

  test('of a server in that mode publishes the next key first', async () => {
    const before = (await signing()).kid;
    const { body } = await mode('MANUAL');
    expect(body.credentials.signing).toEqual({ kid: before, rotationMode: 'MANUAL', lastRotated: expect.any(String) });
    const [active, next, ...others] = await keys();
    expect([active?.status, next?.status, others]).toEqual(['ACTIVE', 'NEXT', []]);
    const rotated = (await org.post(ROTATE, { use: 'sig' })).body;
    expect(states(rotated)).toEqual(['ACTIVE', 'NEXT', 'EXPIRED']);
    expect([rotated[0].kid, rotated[0].n, rotated[2].kid]).toEqual([next?.kid, next?.n, before]);
    org.clock.advance(1000 * DAY);
    expect(await keys()).toEqual(rotated);
  });

  test('is done as often as it is asked for, at once or not', async () => {
    await mode('MANUAL');
    const answers = await Promise.all([1, 2, 3].map(() => org.post(ROTATE, { use: 'sig' })));
    for (const { status, body } of answers)
      expect([status, states(body)]).toEqual([200, ['ACTIVE', 'NEXT', 'EXPIRED']]);
    const last = await keys();
    expect(states(last)).toEqual(['ACTIVE', 'NEXT', 'EXPIRED']);
    expect(new Set(last.map(({ n }) => n)).size).toBe(3);
    expect(await events()).toBe(3);
  });
});

describe('a rotation by the clock', () => {
  test('publishes the next key two weeks ahead and uses it when the term is over', async () => {
    const [first] = await keys();
    org.clock.advance(76 * DAY - 1000);
    expect(await keys()).toEqual([first]);
    org.clock.advance(1000);
    const [active, next] = await keys();
    expect([active, next?.status]).toEqual([first, 'NEXT']);
    org.clock.advance(14 * DAY);
    const [used, old] = await keys();
    expect(used).toEqual({ ...next, status: 'ACTIVE' });
    expect(old).toEqual({ ...first, status: 'EXPIRED' });
    expect(await signing()).toMatchObject({ kid: next?.kid, lastRotated: '2026-04-15T09:30:00.000Z' });
    expect(await events()).toBe(1);
  });

  test('happens once where the clock has skipped terms, at the last of them', async () => {
    const { kid, lastRotated } = await signing();
    org.clock.advance(400 * DAY);
    const after = await signing();
    const term = (n: number): string => new Date(Date.parse(lastRotated ?? '') + n * 90 * DAY).toISOString();
    expect(after).toMatchObject({ lastRotated: term(4), nextRotation: term(5) });
    expect(after.kid).not.toBe(kid);
    expect(states(await keys())).toEqual(['ACTIVE', 'EXPIRED']);
    expect(await events()).toBe(1);
  });

  test('is counted from now where it would be overdue', async () => {
    await mode('MANUAL');
    org.clock.advance(200 * DAY);
    const { kid } = await signing();
    const { body } = await mode('AUTO');
    const overdue = new Date(org.clock.now() + 90 * DAY).toISOString();
    expect(body.credentials.signing).toMatchObject({ kid, nextRotation: overdue });
    expect((await signing()).kid).toBe(kid);
  });
});
