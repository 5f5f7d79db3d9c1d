// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what mails hold is Velocity
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { loadSeed, type Seed } from '../../seeds/load.js';
import { StateFileError } from '../../store/errors.js';

// What people mistype where a seed's shape says little: apps, policies, servers, mails, places.

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-slips-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function load(text: string): Promise<Seed> {
  const file = join(folder, 'a.yaml');
  writeFileSync(file, text);
  return loadSeed(file);
}

const password = (settings: string): string =>
  `policies:\n  - type: PASSWORD\n    name: P\n    settings: ${settings}\n`;
const signOn = (actions: string): string =>
  `policies:\n  - type: OKTA_SIGN_ON\n    name: P\n    rules:\n      - {name: r, actions: ${actions}}\n`;
const server = (parts: string): string =>
  `authorizationServers:\n  - name: S\n    audiences: ["api://s"]\n    scopes: [{name: car}]\n    ${parts}\n`;
const mail = (subject: string, body: string): string =>
  `emailCustomizations:\n  - {template: UserActivation, language: en, default: true,\n     subject: "${subject}",\n     body: "${body}"}\n`;

test.each<[what: string, text: string, ...faults: unknown[]]>([
  [
    'a setting that is mistyped',
    password('{password: {complexity: {minLenght: 12}}}'),
    '4: policies[0].settings.password.complexity.minLenght is not a known key (did you mean minLength?)',
  ],
  [
    'a setting of another kind',
    password('{password: {age: {historyCount: four}}}'),
    '4: policies[0].settings.password.age.historyCount is wrong: must be a number, not a text',
  ],
  [
    'a setting for a whole part',
    password('{password: {lockout: 5}}'),
    '4: policies[0].settings.password.lockout is wrong: must be an object with keys, not a number',
  ],
  [
    'an action in other capitals',
    signOn('{signOn: {access: ALLOW}}'),
    '5: policies[0].rules[0].actions.signOn is not a known key (did you mean signon?)',
  ],
  [
    'authenticators that are none',
    'policies:\n  - type: MFA_ENROLL\n    name: P\n    settings: {type: AUTHENTICATORS, authenticators: [null, {enroll: {self: REQUIRED}}]}\n',
    '4: policies[0].settings.authenticators[0] is wrong: must be an object with a key',
    '4: policies[0].settings.authenticators[1] is wrong: must be an object with a key',
  ],
  [
    'an app that is not in the catalogue',
    'apps:\n  - {label: X, name: slackk}\n',
    '2: apps[0].name is wrong: the catalogue has no "slackk" (did you mean slack?)',
  ],
  [
    'a sign-on mode that there is not',
    'apps:\n  - {label: X, signOnMode: SAML2}\n',
    '2: apps[0].signOnMode is wrong: must be BOOKMARK or BASIC_AUTH or BROWSER_PLUGIN or SECURE_PASSWORD_STORE or AUTO_LOGIN or WS_FEDERATION or SAML_2_0 or SAML_1_1 or OPENID_CONNECT',
  ],
  [
    'settings of an app that are none',
    'apps:\n  - {label: X, name: bookmark, settings: {app: 7}}\n',
    '2: apps[0] is wrong: a value in it is of another kind than it must be, or none that it may be',
  ],
  [
    'a kind of provider in other capitals',
    'identityProviders:\n  - type: Okta\n    name: G\n    protocol: {}\n    policy: {}\n',
    expect.stringMatching(/^2: identityProviders\[0\]\.type is wrong: must be SAML2 or OIDC or X509 or GOOGLE or /),
  ],
  [
    'a country by its name',
    'zones:\n  - {type: DYNAMIC, name: Z,\n     locations: [{country: Sweden}]}\n',
    '3: zones[0].locations[0] is wrong: must have two capital letters for a country, such as SE, and a region such as SE-AB',
  ],
  [
    'a scope that the server has not',
    server('claims: [{name: c, value: user.login, scopes: [openid, cars]}]'),
    '5: authorizationServers[0].claims[0].scopes[1] names the scope "cars", which the server has not (did you mean car?)',
  ],
  [
    'a scope of a rule',
    server('policies: [{name: p, rules: [{name: r, grantTypes: [password], scopes: [emial]}]}]'),
    '5: authorizationServers[0].policies[0].rules[0].scopes[0] names the scope "emial", which the server has not (did you mean email?)',
  ],
  [
    'a text for a list that may be so long',
    'authorizationServers:\n  - {name: S, audiences: "api://s"}\n',
    '2: authorizationServers[0].audiences is wrong: must be a list, not a text',
  ],
  [
    'a mail without its link',
    mail('Hello', 'Hello'),
    '4: emailCustomizations[0].body cannot be sent: The template must contain ${activationLink} or ${activationToken}',
  ],
  [
    'a mail with a variable that there is not',
    mail('Hello ${usr.profile.firstName}', '${activationLink}'),
    '3: emailCustomizations[0].subject cannot be sent: The Message contains an invalid expression',
  ],
  [
    'a property that people of the seed below have not',
    'userProperties:\n  size: {required: true}\n',
    '1: "admin@mockta.example", which the seed goes on from, does not fit: profile lacks size',
  ],
])('%s is told with its line, and once', async (_, text, ...faults) => {
  const error: unknown = await load(text).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StateFileError);
  const [, ...told] = (error as Error).message.replaceAll(`${folder}/a.yaml:`, '').split('\n');
  expect(told.map((line) => line.trim())).toEqual(faults);
});

test('what Okta’s own policies do not show is taken as it is written, and so is null', async () => {
  const settings = { password: { complexity: { minLength: null, maxLength: 30 }, age: null }, x: { y: [1] } };
  const seed = await load(password(JSON.stringify(settings)));
  expect(seed.policies.find(({ name }) => name === 'P')?.settings).toEqual(settings);
  const both = { password: { complexity: { minLength: 9, minLenght: 12 } } };
  expect((await load(password(JSON.stringify(both)))).policies.find(({ name }) => name === 'P')?.settings).toEqual(
    both,
  );
});
