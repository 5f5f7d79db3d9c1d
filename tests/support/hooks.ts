import type { TestAnswer, TestOrg } from './org.js';

const HOOKS = '/api/v1/eventHooks';

/** An event hook as a client sends it. */
export const eventHook = (uri: string, more: object = {}) => ({
  name: 'Audit',
  events: { type: 'EVENT_TYPE', items: ['user.lifecycle.create', 'group.lifecycle.create'] },
  channel: {
    type: 'HTTP',
    version: '1.0.0',
    config: {
      uri,
      headers: [{ key: 'X-Team', value: 'audit' }],
      authScheme: { type: 'HEADER', key: 'Authorization', value: 'secret-of-the-hook' },
    },
  },
  ...more,
});

/** An inline hook as a client sends it. */
export const inlineHook = (uri: string, more: object = {}) => ({
  name: 'Ask',
  type: 'com.okta.oauth2.tokens.transform',
  version: '1.0.0',
  channel: {
    type: 'HTTP',
    version: '1.0.0',
    config: { uri, method: 'POST', authScheme: { type: 'HEADER', key: 'X-Key', value: 'secret-of-the-hook' } },
  },
  ...more,
});

/** Makes something and gives its id. */
export async function made(org: TestOrg, path: string, body: object): Promise<string> {
  const answer = await org.post(`/api/v1/${path}`, body);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body.id;
}

/** Makes an event hook and has it verified. */
export async function verifiedHook(org: TestOrg, uri: string, more: object = {}): Promise<string> {
  const id = await made(org, 'eventHooks', eventHook(uri, more));
  const answer = await org.post(`${HOOKS}/${id}/lifecycle/verify`);
  if (answer.status !== 200) throw new Error(`verify: ${answer.status} ${answer.text}`);
  return id;
}

export const makeGroup = (org: TestOrg, name: string): Promise<TestAnswer> =>
  org.post('/api/v1/groups', { profile: { name } });

/** The deliveries of an org, the newest first, when nothing is on its way any more. */
export async function deliveries(org: TestOrg, query = ''): Promise<TestAnswer['body']> {
  await org.sandbox.org.dispatcher.idle();
  return (await org.get(`/_sandbox/deliveries${query}`)).body;
}
