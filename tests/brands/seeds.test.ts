// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type TestOrg, testOrg } from '../support/org.js';
import { form, png } from '../support/uploads.js';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockta-brands-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (text: string): Promise<TestOrg> => {
  const file = join(folder, 'team.yaml');
  writeFileSync(file, text);
  return testOrg({ seed: file });
};

const ownSeed = `
org: { subdomain: team, companyName: Team }
brands:
  - { default: true, locale: fr, theme: { primaryColorHex: '#000', signInPageTouchPointVariant: BACKGROUND_IMAGE } }
  - { name: Side, id: bnd00000000000000001, customPrivacyPolicyUrl: 'https://team.example/privacy' }
domains:
  - { domain: login.team.example, status: VERIFIED, brand: Side }
  - { domain: id.team.example }
emailCustomizations:
  - { brand: Side, template: AccountLockout, language: en, default: true, subject: Closed, body: '<p>Closed</p>' }
smsTemplates:
  - { name: Team, template: 'Team: \${code}' }
`;

describe('a seed', () => {
  test('holds brands with their themes, domains, mails and the text of messages', async () => {
    const org = await start(ownSeed);
    const brands = (await org.get('/api/v1/brands')).body;
    expect(brands.map((brand: { name: string; isDefault: boolean }) => [brand.name, brand.isDefault])).toEqual([
      ['id.team.example', false],
      ['Side', false],
      ['team', true],
    ]);
    expect(brands[2].locale).toBe('fr');
    expect(brands[1]).toMatchObject({ id: 'bnd00000000000000001', agreeToCustomPrivacyPolicy: true });
    const [theme] = (await org.get(`/api/v1/brands/${brands[2].id}/themes`)).body;
    expect(theme).toMatchObject({ primaryColorContrastHex: '#ffffff', secondaryColorHex: '#ebebed' });
    const { domains } = (await org.get('/api/v1/domains')).body;
    expect(domains[0]).toMatchObject({ validationStatus: 'VERIFIED', brandId: brands[1].id });
    const mails = `/api/v1/brands/${brands[1].id}/templates/email/AccountLockout/customizations`;
    expect((await org.get(mails)).body).toMatchObject([{ subject: 'Closed', isDefault: true }]);
    expect((await org.get('/api/v1/templates/sms')).body).toMatchObject([{ name: 'Default' }, { name: 'Team' }]);
    await org.close();
  });

  test('that says nothing of brands has a default one all the same', async () => {
    const org = await start('org: { subdomain: bare, companyName: Bare }\n');
    expect((await org.get('/api/v1/brands')).body).toMatchObject([{ name: 'bare', isDefault: true }]);
    await org.close();
  });

  test.each([
    ['brands: [{ removePoweredByOkta: true }]', 'brands[0] lacks name: the default brand alone may'],
    [
      'brands: [{ name: X, theme: { primaryColorHex: red } }]',
      'brands[0].theme.primaryColorHex is wrong: must be a colour',
    ],
    ['brands: [{ name: X, default: true }, { name: x }]', 'brands[1].name is the name of another brand'],
    ['domains: [{ domain: team.example, brand: default }]', 'domains[0].domain is wrong: must be a name in lower case'],
    ['domains: [{ domain: a.team.example, brand: Nobody }]', 'domains[0].brand names the brand "Nobody"'],
    ['smsTemplates: [{ name: X, template: none }]', 'smsTemplates[0].template is wrong: must contain ${code}'],
    [
      'emailCustomizations: [{ template: AccountLockout, language: en, subject: s, body: b }]',
      'emailCustomizations[0].default must be true of one language of a template',
    ],
    [
      'emailCustomizations: [{ template: Nothing, language: tlh, default: true, subject: s, body: b }]',
      'emailCustomizations[0].template',
    ],
  ])('is refused for %s', async (text, said) => {
    await expect(start(`org: { subdomain: team, companyName: Team }\n${text}\n`)).rejects.toThrow(said);
  });
});

describe('the seed acme', () => {
  test('shows a brand with its colours, mails in two languages, and a domain', async () => {
    const org = await testOrg({ seed: 'acme' });
    const [brand, partners] = (await org.get('/api/v1/brands')).body;
    expect(brand).toMatchObject({ name: 'Acme', isDefault: true });
    const mails = `/api/v1/brands/${brand.id}/templates/email/UserActivation/customizations`;
    const [en, fr] = (await org.get(mails)).body;
    expect([en.language, en.isDefault, fr.language]).toEqual(['en', true, 'fr']);
    expect((await org.get(`${mails}/${fr.id}/preview`)).body.subject).toBe('Bienvenue chez Acme, Ada');
    const [domain] = (await org.get('/api/v1/domains')).body.domains;
    expect(domain).toMatchObject({ domain: 'login.acme.example', validationStatus: 'VERIFIED', brandId: partners.id });
    await org.close();
  });
});

describe('a state folder', () => {
  test('of an earlier version gets its default brand, named by the org', async () => {
    const data = join(folder, 'old');
    cpSync(fileURLToPath(new URL('../fixtures/state-bb0d4f6/closed/', import.meta.url)), data, { recursive: true });
    const org = await testOrg({ data });
    const [{ name, isDefault }] = (await org.get('/api/v1/brands')).body;
    expect([name, isDefault]).toEqual([org.store.org.all()[0]?.subdomain, true]);
    await org.close();
  });

  test('keeps uploaded images', async () => {
    const data = join(folder, 'kept');
    const first = await testOrg({ data });
    const theme = `/api/v1/brands/${first.store.brands.all()[0]?.id}/themes/${first.store.themes.all()[0]?.id}`;
    const file = png(1000, 1000, 900_000);
    const { body, headers } = form(file);
    const { url } = (await first.post(`${theme}/background-image`, body, headers)).body;
    await first.close();
    const again = await testOrg({ data });
    const served = await fetch(again.url + new URL(url).pathname);
    expect(Buffer.from(await served.arrayBuffer()).equals(file)).toBe(true);
    expect((await again.get(theme)).body.backgroundImage).toBe(again.url + new URL(url).pathname);
    await again.close();
  });
});
