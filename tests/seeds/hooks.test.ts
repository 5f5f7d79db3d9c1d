import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSeed } from '../../seeds/load.js';
import { hookServer } from '../support/hook-server.js';
import { makeGroup } from '../support/hooks.js';
import { testOrg } from '../support/org.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-hooks-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(text: string): string {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, text);
  return file;
}

test('a seed may hold hooks, verified ones too, which are called at once and after a reset', async () => {
  const hook = await hookServer();
  const seed = write(`
eventHooks:
  - id: whoAudit000000000000
    name: Audit
    verified: true
    events: [group.lifecycle.create]
    uri: ${hook.url}
    headers: [{ key: X-Team, value: audit }]
    authScheme: { key: X-Key, value: secret-of-the-hook }
inlineHooks:
  - name: Ask
    type: com.okta.import.transform
    status: INACTIVE
    uri: https://hooks.example.com/ask
`);
  const org = await testOrg({ seed });
  const { body } = await org.get('/api/v1/eventHooks/whoAudit000000000000');
  expect(body).toMatchObject({ status: 'ACTIVE', verificationStatus: 'VERIFIED' });
  expect(body.createdBy).toBe(org.store.tokens.all()[0]?.userId);
  expect((await org.get('/api/v1/inlineHooks')).body).toMatchObject([{ name: 'Ask', status: 'INACTIVE' }]);
  for (const [n, name] of ['Before', 'After'].entries()) {
    await makeGroup(org, name);
    const call = (await hook.calls(n + 1))[n];
    expect(call?.body.data.events[0].target[0].displayName).toBe(name);
    expect(call?.headers).toMatchObject({ 'x-team': 'audit', 'x-key': 'secret-of-the-hook' });
    await org.sandbox.org.dispatcher.idle();
    await org.reset();
  }
  await org.close();
  await hook.close();
});

test.each([
  [
    'events: [user.made], uri: https://a.example',
    'eventHooks[0].events[0] "user.made" is no event type that hooks may ask for',
  ],
  ['events: [user.lifecycle.create], uri: http://a.example', 'eventHooks[0].uri is wrong: The URI must use https'],
  [
    'events: [user.lifecycle.create], uri: https://a.example, headers: [{ key: Host, value: b }]',
    "eventHooks[0].headers is wrong: The header 'Host' is reserved",
  ],
])('a hook with %s is refused', async (members, message) => {
  await expect(loadSeed(write(`eventHooks:\n  - { name: A, ${members} }\n`))).rejects.toThrow(message);
});

test('acme has hooks that disturb nobody', async () => {
  const org = await testOrg({ seed: 'acme' });
  const { body: events } = await org.get('/api/v1/eventHooks');
  expect(events).toMatchObject([{ status: 'ACTIVE', verificationStatus: 'UNVERIFIED' }]);
  expect((await org.get('/api/v1/inlineHooks')).body).toMatchObject([{ status: 'INACTIVE' }]);
  const profile = { login: 'new@acme.example', email: 'new@acme.example', firstName: 'N', lastName: 'W' };
  expect((await org.post('/api/v1/users', { profile })).status).toBe(200);
  await org.sandbox.org.dispatcher.idle();
  expect(org.store.deliveries.count()).toBe(0);
  await org.close();
});
