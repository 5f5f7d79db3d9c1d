import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express, { type RequestHandler } from 'express';
import request from 'supertest';
import { createSandbox, type Sandbox } from '../../server/sandbox.js';

// The sandbox in an Express app of somebody's own, behind what that app does before.

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await createSandbox({ baseUrl: 'http://localhost:3000/okta' });
});
afterAll(() => sandbox.close());

const appWith = (...before: readonly RequestHandler[]) => express().use(...before, sandbox.app);
const post = (app: ReturnType<typeof express>, path: string, type = 'application/json') =>
  request(app).post(path).set('Authorization', `SSWS ${sandbox.token}`).set('Content-Type', type);
const group = (name: string): string => JSON.stringify({ profile: { name } });

describe('a body that the app around it has read', () => {
  test.each<[string, RequestHandler]>([
    ['as a value', express.json()],
    ['as a text', express.text({ type: '*/*' })],
    ['as bytes', express.raw({ type: '*/*' })],
  ])('%s is taken', async (how, parser) => {
    const { status, body } = await post(appWith(parser), '/api/v1/groups').send(group(how));
    expect([status, body.profile?.name]).toEqual([200, how]);
  });

  test('as a text that is no JSON is refused as ever', async () => {
    const { status, body } = await post(appWith(express.text({ type: '*/*' })), '/api/v1/groups').send('{"profile":');
    expect([status, body.errorCode]).toEqual([400, 'E0000003']);
  });

  test.each([
    ['JSON', '/api/v1/groups', 'application/json', group('gone')],
    ['a file', '/api/v1/org/logo', 'multipart/form-data; boundary=x', '--x--\r\n'],
  ])('and thrown away is told, for %s, and nobody waits for it', async (_, path, type, text) => {
    const before = sandbox.org.store.hash();
    const eat: RequestHandler = (req, _res, next) => void req.resume().on('end', () => next());
    const { status, body } = await post(appWith(eat), path, type).send(text);
    const why = 'The body was read before the sandbox could: let the sandbox come before what reads bodies.';
    expect([status, body.errorCauses]).toEqual([400, [{ errorSummary: why }]]);
    expect(sandbox.org.store.hash()).toBe(before);
  });
});

test('below a path of the app it answers where its base URL has that path', async () => {
  const app = express().use('/okta', sandbox.app);
  const { status, body } = await request(app)
    .get('/okta/api/v1/users/me')
    .set('Authorization', `SSWS ${sandbox.token}`);
  expect([status, body._links?.self.href]).toEqual([200, `http://localhost:3000/okta/api/v1/users/${body.id}`]);
  expect((await request(app).get('/okta/_sandbox/health')).status).toBe(200);
  expect((await request(app).get('/api/v1/users/me')).status).toBe(404);
});
