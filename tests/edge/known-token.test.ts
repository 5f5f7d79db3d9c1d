import { rmSync } from 'node:fs';
import { afterEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../server/sandbox.js';
import { scratchFolder } from '../support/process.js';

const folder = scratchFolder();
afterEach(() => rmSync(folder.path, { recursive: true, force: true }));

const me = (sandbox: Sandbox, token: string) =>
  request(sandbox.app).get('/api/v1/users/me').set('Authorization', `SSWS ${token}`);

/** An org whose only administrator was deactivated, opened again. */
async function reopened(options: SandboxOptions): Promise<Sandbox> {
  const first = await createSandbox({ data: folder.path });
  const auth = `SSWS ${first.token}`;
  await request(first.app)
    .post('/api/v1/users?activate=true')
    .set('Authorization', auth)
    .send({
      profile: { firstName: 'Robin', lastName: 'Reed', email: 'robin@example.com', login: 'robin@example.com' },
    });
  await request(first.app).post('/api/v1/users/me/lifecycle/deactivate').set('Authorization', auth).send('');
  await first.close();
  return createSandbox({ data: folder.path, ...options });
}

test('a token whose owner may do nothing any more is not shown as one that the org takes', async () => {
  const sandbox = await reopened({});
  expect(sandbox.token).toBe('');
  await sandbox.close();
});

test('the configured token acts as a user who may act', async () => {
  const token = 'a-token-of-my-own-for-this';
  const sandbox = await reopened({ token });
  const { status, body } = await me(sandbox, token);
  expect([sandbox.token, status, body.profile?.login]).toEqual([token, 200, 'robin@example.com']);
  await sandbox.close();
});
