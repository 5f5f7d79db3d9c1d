// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity
import { expect, test } from '@jest/globals';
import { MAX_MESSAGES, putMessage } from '../../objects/outbox.js';
import { suiteOrg } from '../support/org.js';

const org = suiteOrg();

const person = (login: string, locale?: string) => ({
  profile: { firstName: 'Kim', lastName: 'Low', email: login, login, ...(locale ? { locale } : {}) },
});
const templates = (): string => `/api/v1/brands/${org.store.brands.all()[0]?.id}/templates/email`;
const rendered = async () => (await org.get('/_sandbox/outbox?render=true')).body;

test('the outbox shows mails as they read, when it is asked to', async () => {
  const { id } = (await org.post('/api/v1/users', person('kim@team.example'))).body;
  const [plain] = (await org.get('/_sandbox/outbox')).body;
  expect(plain).not.toHaveProperty('body');
  const [mail] = await rendered();
  expect(mail).toMatchObject({ ...plain, subject: 'Welcome to Okta!' });
  expect(mail.body).toContain(`href="${plain.content.activationUrl}"`);
  expect(mail.body).toContain('<p>Hello Kim,</p>');
  expect((await org.post(`/api/v1/users/${id}/lifecycle/deactivate?sendEmail=true`)).status).toBe(200);
  // No template of Okta's tells of it.
  expect((await rendered())[1]).not.toHaveProperty('subject');
});

test('mails are in the language of who gets them, by the templates as they are now', async () => {
  await org.post('/api/v1/users', person('kim@team.example', 'fr_CA'));
  await org.post('/api/v1/users', person('lee@team.example', 'es_ES'));
  const subjects = async () => (await rendered()).map(({ subject }: { subject: string }) => subject);
  expect(await subjects()).toEqual(['Welcome to Okta!', 'Welcome to Okta!']);
  for (const [language, subject] of [
    ['en', 'Welcome ${user.profile.firstName}'],
    ['fr', 'Bienvenue ${user.profile.firstName}'],
  ]) {
    await org.post(`${templates()}/UserActivation/customizations`, { language, subject, body: '${activationLink}' });
  }
  expect(await subjects()).toEqual(['Bienvenue Kim', 'Welcome Kim']);
});

test('a mail whose template cannot be filled in is shown without it', async () => {
  await org.post('/api/v1/users', person('kim@team.example'));
  const body = '${activationLink}#foreach($i in [1..100000])#foreach($j in [1..100000])#end#end';
  await org.post(`${templates()}/UserActivation/customizations`, { language: 'en', subject: 's', body });
  const [mail] = await rendered();
  expect(mail.template).toBe('activation');
  expect(mail).not.toHaveProperty('subject');
});

test('the outbox is shown by pages, a thousand mails at most in one', async () => {
  const [admin] = org.store.users.all();
  const mail = { kind: 'email', template: 'activation', userId: admin?.id ?? '', content: {} } as const;
  const created = '2026-01-01T00:00:00.000Z';
  org.sandbox.org.store.transaction(() => {
    for (let n = 0; n < 1500; n++) putMessage(org.store, { ...mail, to: `${n}@team.example`, created });
  });
  const found: string[] = [];
  const sizes: number[] = [];
  for (let next: string | undefined = '/_sandbox/outbox'; next !== undefined; ) {
    const { body, headers }: { body: { to: string }[]; headers: Record<string, string> } = await org.get(next);
    sizes.push(body.length);
    found.push(...body.map(({ to }) => to));
    next = /<http:\/\/[^/]+([^>]+)>; rel="next"/.exec(headers.link ?? '')?.[1];
  }
  expect(sizes).toEqual([1000, 500]);
  expect(found).toEqual(Array.from({ length: 1500 }, (_, n) => `${n}@team.example`));
  expect((await org.get('/_sandbox/outbox?limit=1001')).status).toBe(400);
});

test('a full outbox lets its oldest mails go, and keeps what is new', async () => {
  const { store } = org;
  const [admin] = store.users.all();
  const put = (to: string): void => {
    const mail = { kind: 'email', template: 'activation', to, userId: admin?.id ?? '', content: {} } as const;
    org.sandbox.org.store.transaction(() => putMessage(store, { ...mail, created: '2026-01-01T00:00:00.000Z' }));
  };
  for (let n = 0; n < MAX_MESSAGES; n++) put(`${n}@team.example`);
  expect(store.messages.count()).toBe(MAX_MESSAGES);
  put('last@team.example');
  const kept = store.messages.all();
  expect(kept.length).toBeLessThanOrEqual(MAX_MESSAGES);
  expect(kept.length).toBeGreaterThan(MAX_MESSAGES * 0.9);
  expect([kept.some(({ to }) => to === '0@team.example'), kept.at(-1)?.to]).toEqual([false, 'last@team.example']);
});
