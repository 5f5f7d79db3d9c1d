// What the stories of both versions of the Node SDK share: telling how they ended, and a look past the client.
import { deepStrictEqual } from 'node:assert';
import { createHmac } from 'node:crypto';

const url = process.env.OKTA_CLIENT_ORGURL;
const token = process.env.OKTA_CLIENT_TOKEN;

/** Asks the sandbox without the SDK: for what is not the story, such as the clock. */
export async function ask(method, path, body) {
  const headers = { authorization: `SSWS ${token}`, 'content-type': 'application/json' };
  const text = await (await fetch(url + path, { method, headers, body: body && JSON.stringify(body) })).text();
  return text === '' ? undefined : JSON.parse(text);
}

/** Uses up the limit of a path, and moves the clock to shortly before its minute is over. */
export async function spendLimit(path, calls) {
  for (let i = 0; i < calls; i++) await ask('GET', path);
  await ask('POST', '/_sandbox/clock', { advance: 57_000 });
}

/** The code of RFC 6238 for this secret in base32, by the time of the sandbox. */
export async function oneTimeCode(secret) {
  const { now } = await ask('GET', '/_sandbox/clock');
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac('sha1', key).update(step).digest();
  const at = digest.at(-1) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Fails the story where the two differ. */
export const expect = deepStrictEqual;

/** Status and code that a call is refused with. */
export const refusal = (call) =>
  call.then(
    () => 'not refused',
    (error) => `${error.status} ${error.errorCode}`,
  );

/** Everything that a collection of the SDK walks through. An empty page comes as null. */
export async function walked(collection) {
  const found = [];
  for await (const one of collection) if (one !== null) found.push(one);
  return found;
}

/** Somebody with a password. */
export const person = (name) => ({
  profile: { firstName: name, lastName: 'Low', email: `${name}@example.com`, login: `${name}@example.com` },
  credentials: { password: { value: 'Tr1cky-Kettle-9' } },
});

/** The bodies that both versions send. */
export const bodies = {
  rule: (groupId) => ({
    type: 'group_rule',
    name: 'Low',
    conditions: { expression: { type: 'urn:okta:expression:1.0', value: 'user.lastName == "Low"' } },
    actions: { assignUserToGroups: { groupIds: [groupId] } },
  }),
  schema: {
    definitions: {
      custom: {
        id: '#custom',
        type: 'object',
        properties: {
          badge: { title: 'Badge', type: 'string', permissions: [{ principal: 'SELF', action: 'READ_ONLY' }] },
        },
      },
    },
  },
  bookmark: {
    name: 'bookmark',
    label: 'Notes',
    signOnMode: 'BOOKMARK',
    settings: { app: { url: 'https://app.example', requestIntegration: false } },
  },
  web: {
    name: 'oidc_client',
    label: 'Web',
    signOnMode: 'OPENID_CONNECT',
    credentials: { oauthClient: { token_endpoint_auth_method: 'client_secret_basic' } },
    settings: {
      oauthClient: {
        redirect_uris: ['https://app.example/in'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        application_type: 'web',
      },
    },
  },
  totp: { factorType: 'token:software:totp', provider: 'GOOGLE' },
  policy: (groupId) => ({
    type: 'PASSWORD',
    name: 'Long passwords',
    conditions: { people: { groups: { include: [groupId] } } },
    settings: { password: { complexity: { minLength: 14 } } },
  }),
  policyRule: {
    type: 'PASSWORD',
    name: 'Everybody',
    actions: { passwordChange: { access: 'ALLOW' } },
    conditions: { network: { connection: 'ANYWHERE' } },
  },
  server: { name: 'Shop', audiences: ['api://shop'], description: '-' },
  scope: { name: 'shop.read', consent: 'IMPLICIT' },
  claim: { name: 'shop', status: 'ACTIVE', claimType: 'RESOURCE', valueType: 'EXPRESSION', value: 'user.login' },
  eventHook: {
    name: 'Watch',
    events: { type: 'EVENT_TYPE', items: ['user.lifecycle.create'] },
    channel: { type: 'HTTP', version: '1.0.0', config: { uri: 'https://hooks.example/in' } },
  },
  inlineHook: {
    name: 'Tokens',
    type: 'com.okta.oauth2.tokens.transform',
    version: '1.0.0',
    channel: { type: 'HTTP', version: '1.0.0', config: { uri: 'https://hooks.example/tokens', method: 'POST' } },
  },
};

/**
 * Runs the stories one after the other, and prints how each ended: `ok NAME`, `failed NAME: why`, or, where the client
 * has a fault that the story goes around, `fault NAME: its name`.
 */
export async function tell(stories) {
  for (const [name, story] of Object.entries(stories)) {
    try {
      const fault = await story();
      console.log(fault ? `fault ${name}: ${fault}` : `ok ${name}`);
    } catch (error) {
      console.log(`failed ${name}: ${String(error).replace(/\s+/g, ' ')}`);
      if (process.env.TRACE) console.log(error);
    }
  }
}
