// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity
import { describe, expect, test } from '@jest/globals';
import { emailTemplates, type TemplateName } from '../../objects/email-templates/table.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const brandId = (): string => org.store.brands.all()[0]?.id ?? '';
const path = (name = 'UserActivation'): string => `/api/v1/brands/${brandId()}/templates/email/${name}/customizations`;
const mail = (language: string, more: object = {}) => ({
  ...{ language, subject: `Hi in ${language}`, body: '<p>Go to ${activationLink}</p>' },
  ...more,
});
const create = async (language: string, more: object = {}): Promise<string> => {
  const { status, body } = await org.post(path(), mail(language, more));
  expect(status).toBe(201);
  return body.id;
};
const defaults = async (): Promise<string[]> =>
  (await org.get(path())).body
    .filter(({ isDefault }: { isDefault: boolean }) => isDefault)
    .map(({ language }: { language: string }) => language);

describe('a customization', () => {
  test('is made, shown, listed and found by the template of 2022, too', async () => {
    const { status, body } = await org.post(path('welcome'), mail('fr'));
    const at = (name: string) => `${org.url}${path(name)}/${body.id}`;
    const links = (name: string) => ({
      preview: { href: `${at(name)}/preview`, hints: { allow: ['GET'] } },
      template: { href: at(name).replace(/\/customizations.*/, ''), hints: { allow: ['GET'] } },
      self: { href: at(name), hints: { allow: ['GET', 'PUT', 'DELETE'] } },
      test: { href: at(name).replace(/customizations.*/, 'test'), hints: { allow: ['POST'] } },
    });
    const { created } = body;
    const shown = { ...mail('fr'), isDefault: true, created, lastUpdated: created };
    expect(status).toBe(201);
    expect(body).toEqual({ ...shown, id: expect.stringMatching(/^oel\w{17}$/), _links: links('welcome') });
    expect((await org.get(`${path()}/${body.id}`)).body).toEqual({ ...body, _links: links('UserActivation') });
    const listed = await org.get(path());
    expect(listed.body).toEqual([{ ...body, _links: links('UserActivation') }]);
    expect(listed.headers.link).toBe(`<${org.url}${path()}?limit=10>; rel="self"`);
  });

  test('is listed by page', async () => {
    for (const language of ['en', 'fr', 'de']) await create(language);
    const first = await org.get(`${path()}?limit=2`);
    const [, next = ''] = /<([^>]+)>; rel="next"/.exec(first.headers.link ?? '') ?? [];
    const second = await org.get(next.slice(org.url.length));
    const languages = [...first.body, ...second.body].map(({ language }) => language);
    expect(languages).toEqual(['en', 'fr', 'de']);
  });

  test('is found under its own template and brand alone', async () => {
    const id = await create('en');
    const gone = (name: string) => `Not found: Resource not found: ${name} (OrgCustomizedEmailTemplate)`;
    for (const [at, what] of [
      [`${path()}/oel1`, 'oel1'],
      [`${path('ForgotPassword')}/${id}`, id],
    ] as const) {
      await refused(() => org.get(at), 404, gone(what));
      await refused(() => org.get(`${at}/preview`), 404, gone(what));
      await refused(() => org.put(at, mail('en')), 404, gone(what));
      await refused(() => org.delete(at), 404, gone(what));
    }
    for (const at of [path('Nothing'), path().replace(brandId(), 'bnd1')]) {
      await refused(() => org.get(at), 404, 'E0000007');
      await refused(() => org.post(at, mail('en')), 404, 'E0000007');
      await refused(() => org.delete(at), 404, 'E0000007');
    }
  });

  test('fills in what is known of the caller, the org and its brand', async () => {
    const subject = 'Hi ${user.profile.firstName}';
    const body =
      '#set($n = $user.profile.lastName.toUpperCase())$n $!nothing $nothing ${activationToken} ${org.subDomain} ' +
      '${brand.theme.primaryColor} ${baseURL} $!{StringTool.escapeHtml("<b>")}';
    const id = await create('en', { subject, body });
    const shown = (await org.get(`${path()}/${id}/preview`)).body;
    expect(shown).toMatchObject({
      subject: 'Hi Ada',
      body: `ADMIN  $nothing sample-token sandbox #1662dd ${org.url} &lt;b&gt;`,
    });
    expect(Object.keys(shown._links)).toContain('self');
  });
});

describe('a preview', () => {
  test('names the groups that the list of the caller’s groups has, Everyone among them', async () => {
    const { body: listed } = await org.get('/api/v1/users/me/groups');
    const names = listed.map(({ profile }: { profile: { name: string } }) => profile.name);
    expect(names).toContain('Everyone');
    const body = '${activationLink}|#foreach($name in $user.groups.names)$name;#end';
    const { text } = await org.get(`${path()}/${await create('en', { body })}/preview`);
    expect(JSON.parse(text).body.split('|')[1]).toBe(names.map((name: string) => `${name};`).join(''));
  });
});

describe('the default customization', () => {
  test('is the first one, whatever it asks for', async () => {
    await create('fr', { isDefault: false });
    await create('en', { isDefault: false });
    await create('de');
    expect(await defaults()).toEqual(['fr']);
  });

  test('is one: a second is refused, and so is a second in a language', async () => {
    await create('en', { isDefault: true });
    await refused(() => org.post(path(), mail('fr', { isDefault: true })), 409, 'E0000182');
    await refused(() => org.post(path(), mail('EN')), 409, 'E0000183');
    const fr = await create('fr');
    await refused(() => org.put(`${path()}/${fr}`, mail('en')), 409, 'E0000183');
  });

  test('passes to another that asks for it, and cannot be given up', async () => {
    const [en, fr] = [await create('en'), await create('fr')];
    await refused(() => org.put(`${path()}/${en}`, mail('en', { isDefault: false })), 409, 'E0000185');
    expect((await org.put(`${path()}/${en}`, mail('en'))).body.isDefault).toBe(true);
    expect((await org.put(`${path()}/${fr}`, mail('fr'))).body.isDefault).toBe(false);
    const { status, body } = await org.put(`${path()}/${fr}`, mail('fr', { isDefault: true }));
    expect([status, body.isDefault]).toEqual([200, true]);
    expect(await defaults()).toEqual(['fr']);
  });

  test('is not deleted beside others, and goes as the last one', async () => {
    const [en, fr] = [await create('en'), await create('fr')];
    await refused(() => org.delete(`${path()}/${en}`), 409, 'E0000184');
    expect((await org.delete(`${path()}/${fr}`)).status).toBe(204);
    expect((await org.delete(`${path()}/${en}`)).status).toBe(204);
    expect((await org.get(path())).body).toEqual([]);
  });

  test('goes with all others where all go', async () => {
    for (const language of ['en', 'fr']) await create(language);
    await org.post(path('ForgotPassword'), { ...mail('en'), body: '${resetPasswordLink}' });
    expect((await org.delete(path())).status).toBe(204);
    expect((await org.get(path())).body).toEqual([]);
    expect(org.store.emailCustomizations.count()).toBe(1);
    expect((await org.delete(path())).status).toBe(204);
  });

  test('is of another template than those of other templates', async () => {
    await create('en');
    const other = await org.post(path('ForgotPassword'), { ...mail('en'), body: '${resetPasswordLink}' });
    expect([other.status, other.body.isDefault]).toEqual([201, true]);
  });
});

describe('what a customization says', () => {
  const refuse = (body: object, error: string, ...causes: string[]) =>
    refused(() => org.post(path(), body), 400, error, ...causes);

  test('has a language that mails can be in, written as Okta writes it', async () => {
    expect((await org.post(path(), mail('PT-br'))).body.language).toBe('pt-BR');
    await refuse(mail('english please'), 'E0000236');
    await refuse(mail('tlh'), 'E0000237');
    await refuse(mail('', {}), 'E0000001', 'language: The field cannot be left blank');
  });

  test('has a subject and a body, neither too long', async () => {
    await refuse({}, 'Api validation failed: language');
    await refuse(mail('en', { subject: null, body: ' ' }), 'Api validation failed: subject');
    await refuse(mail('en', { subject: 's'.repeat(129) }), 'E0000001', 'subject: The field is too long');
    const long = `\${activationLink}${'x'.repeat(65_536)}`;
    await refuse(mail('en', { body: long }), 'E0000001', 'body: The field is too long');
    await create('en', { subject: 's'.repeat(128), body: long.slice(0, 65_535) });
  });

  test.each([
    ['#if($user)no end', 'body'],
    ['${activationLink} ${unheardOf}', 'body'],
    ['#foreach($x in', 'body'],
  ])('is a template that can be filled in: not %s', async (body, what) => {
    await refuse(mail('en', { body }), `Api validation failed: ${what}`, 'The Message contains an invalid expression');
    const id = await create('fr');
    await refused(() => org.put(`${path()}/${id}`, mail('fr', { body })), 400, 'E0000001');
    await refuse(mail('en', { subject: body.slice(-17) }), 'Api validation failed: subject');
  });

  test('may name what it sets itself, and money', async () => {
    await create('en', {
      body: '#set($x = 1)${x} costs $5 ${activationLink} #foreach($g in $user.groups.names)${g}#end',
    });
  });

  test.each((Object.keys(emailTemplates) as TemplateName[]).filter((name) => emailTemplates[name].required.length > 0))(
    'holds what %s is for',
    async (name) => {
      const { required } = emailTemplates[name];
      const braced = (names: readonly string[]) => names.map((one) => `\${${one}}`);
      const causes = required.map((names) => `body: The template must contain ${braced(names).join(' or ')}`);
      await refused(() => org.post(path(name), mail('en', { body: 'Hello' })), 400, 'E0000001', ...causes);
      for (const [n, language] of ['en', 'fr', 'de', 'es'].entries()) {
        const body = required.map((names) => `\${${names[n % names.length]}}`).join(' ');
        expect((await org.post(path(name), mail(language, { body }))).status).toBe(201);
      }
    },
  );
});

describe('a customization that does too much', () => {
  test.each([
    ['never ends', '#foreach($i in [1..100000])#foreach($j in [1..100000])#end#end'],
    ['grows without end', '#set($x = "0123456789")#foreach($i in [1..1000])#set($x = "$x$x")#end$x'],
    ['calls itself', '#macro(again)#again()#end#again()'],
    ['reads files', '#include("/etc/passwd")'],
    ['breaks a method', '$user.profile.firstName.substring(99)'],
  ])('%s, and is stopped when it is read', async (_, body) => {
    const id = await create('en', { body: `\${activationLink}${body}` });
    await refused(() => org.get(`${path()}/${id}/preview`), 400, 'Api validation failed: body');
  });
});
