// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity
import { describe, expect, test } from '@jest/globals';
import { contents } from '../../objects/email-templates/contents.js';
import { emailTemplates, type TemplateName } from '../../objects/email-templates/table.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const names = Object.keys(emailTemplates) as TemplateName[];
const templates = (): string => `/api/v1/brands/${org.store.brands.all()[0]?.id}/templates/email`;
const named = async (path: string): Promise<string[]> =>
  (await org.get(path)).body.map(({ name }: { name: string }) => name);

/** Makes the org a Classic one. */
function toClassic(): void {
  const { store } = org.sandbox.org;
  store.transaction(() => org.store.org.update(org.store.org.all()[0]?.id ?? '', { pipeline: 'v1' }));
}

describe('email templates', () => {
  test('are listed ten at a time, in the order of Okta', async () => {
    const first = await org.get(templates());
    expect(first.headers.link).toContain(`<${org.url}${templates()}?limit=10>; rel="self"`);
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '') ?? [];
    expect([
      ...first.body.map(({ name }: { name: string }) => name),
      ...(await named(next.slice(org.url.length))),
    ]).toEqual(names.slice(0, 20));
    expect(await named(`${templates()}?limit=200`)).toEqual(names);
    expect(names).toHaveLength(28);
    expect(names.slice(0, 4)).toEqual([
      'UserActivation',
      'ForgotPassword',
      'ForgotPasswordDenied',
      'PasswordResetByAdmin',
    ]);
    expect(names.slice(-2)).toEqual(['PasswordChanged', 'MyAccountChangeConfirmation']);
    await refused(() => org.get('/api/v1/brands/bnd1/templates/email'), 404, 'E0000007');
  });

  test('are 25 in a Classic org', async () => {
    toClassic();
    const classic = await named(`${templates()}?limit=200`);
    expect(classic).toHaveLength(25);
    expect(classic).not.toContain('RegistrationActivation');
    await refused(() => org.get(`${templates()}/RegistrationActivation`), 404, 'E0000007');
    const { body } = await org.get(`${templates()}/AuthenticatorReset/default-content`);
    expect(body.subject).toBe('MFA Factor Reset');
  });

  test('go by their names of 2022 as well, and answer to the one that was asked for', async () => {
    for (const name of ['ForgotPassword', 'forgotPassword']) {
      const at = `${org.url}${templates()}/${name}`;
      expect((await org.get(`${templates()}/${name}`)).body).toEqual({
        name,
        _links: {
          settings: { href: `${at}/settings`, hints: { allow: ['GET', 'PUT'] } },
          self: { href: at, hints: { allow: ['GET'] } },
          defaultContent: { href: `${at}/default-content`, hints: { allow: ['GET'] } },
          test: { href: `${at}/test`, hints: { allow: ['POST'] } },
          customizations: { href: `${at}/customizations`, hints: { allow: ['GET', 'POST', 'DELETE'] } },
        },
      });
    }
    for (const name of ['forgotpassword', 'Nothing', '__proto__', 'constructor']) {
      await refused(() => org.get(`${templates()}/${name}`), 404, 'E0000007');
    }
  });
});

describe('default content', () => {
  test.each(names)('of %s holds what the mail is for, and can be kept as a customization', async (name) => {
    const { status, body } = await org.get(`${templates()}/${name}/default-content`);
    expect([status, body.subject]).toEqual([200, emailTemplates[name].subject]);
    const customized = { language: 'en', subject: body.subject, body: body.body };
    expect((await org.post(`${templates()}/${name}/customizations`, customized)).status).toBe(201);
  });

  test.each(names)('of %s reads without a gap', async (name) => {
    const { status, body } = await org.get(`${templates()}/${name}/default-content/preview`);
    expect(status).toBe(200);
    expect(body.body).toContain(`<h1>${contents[name].heading}</h1>`);
    expect(body.body).toContain('<p>Hello Ada,</p>');
    expect(`${body.subject}${body.body}`).not.toMatch(/\$\{|\bnull\b|undefined/);
  });

  test('is that of a template and a brand that are there', async () => {
    for (const path of ['Nothing/default-content', 'Nothing/default-content/preview']) {
      await refused(() => org.get(`${templates()}/${path}`), 404, 'E0000007');
    }
  });

  test('links to its template and its preview', async () => {
    const { body } = await org.get(`${templates()}/UserActivation/default-content`);
    expect(Object.keys(body._links)).toEqual(['preview', 'template', 'self', 'test']);
    const preview = await org.get(`${templates()}/UserActivation/default-content/preview`);
    expect(Object.keys(preview.body._links)).toEqual(['defaultContent', 'template', 'self']);
    expect(preview.body.body).toContain(`href="${org.url}/welcome/sample-token"`);
  });
});

describe('a test mail', () => {
  const outbox = () => org.store.messages.all();
  const test_ = (body?: object, query = '') => org.post(`${templates()}/ForgotPassword/test${query}`, body);
  const customize = async (language: string) =>
    (
      await org.post(`${templates()}/ForgotPassword/customizations`, {
        language,
        subject: language,
        body: `<p>\${resetPasswordLink} in ${language}</p>`,
      })
    ).body.id;

  test('goes to both addresses of the caller, filled in', async () => {
    const admin = org.store.users.all()[0];
    await org.post(`/api/v1/users/${admin?.id}`, { profile: { secondEmail: 'ada@home.example' } });
    expect((await test_({})).status).toBe(204);
    expect(outbox().map(({ to, template, userId }) => [to, template, userId])).toEqual([
      ['admin@mockta.example', 'ForgotPassword', admin?.id],
      ['ada@home.example', 'ForgotPassword', admin?.id],
    ]);
    expect(outbox()[0]?.content).toMatchObject({
      subject: 'Account password reset',
      body: expect.stringContaining('/signin/reset-password/sample-token'),
    });
  });

  test('is of the customization that is named, else of the language, else of the default one', async () => {
    await customize('de');
    const fr = await customize('fr');
    for (const [body, query] of [
      [{ customizationId: fr }],
      [{}],
      [undefined, '?language=fr'],
      [{}, '?language=es'],
    ] as const) {
      expect((await test_(body, query ?? '')).status).toBe(204);
    }
    expect(outbox().map(({ content }) => content.subject)).toEqual(['fr', 'de', 'fr', 'de']);
    await refused(() => test_({ customizationId: 'oel1' }), 404, 'E0000007');
    await refused(() => test_({}, '?language=tlh'), 400, 'E0000237');
    await refused(() => test_({}, '?language=a_b!'), 400, 'E0000236');
    await refused(() => org.post(`${templates()}/Nothing/test`, {}), 404, 'E0000007');
  });

  test('is refused where the template cannot be filled in', async () => {
    const body = '<p>${resetPasswordLink}</p>#foreach($i in [1..100000])#foreach($j in [1..100000])x#end#end';
    const { id } = (
      await org.post(`${templates()}/ForgotPassword/customizations`, { language: 'en', subject: 's', body })
    ).body;
    await refused(() => test_({ customizationId: id }), 400, 'Api validation failed: body');
  });
});
