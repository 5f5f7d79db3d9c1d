// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity
import { expect, test } from '@jest/globals';
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
