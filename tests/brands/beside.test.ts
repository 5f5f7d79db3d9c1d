// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Velocity
import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { form, png } from '../support/uploads.js';

const org = suiteOrg();
const refused = refusedBy(org);

const PATH = '/api/v1/brands';
const DOMAINS = '/api/v1/domains';

/** The id of a brand that the org gets. */
async function create(name: string): Promise<string> {
  const { status, body } = await org.post(PATH, { name });
  expect(status).toBe(201);
  return body.id;
}

const idOfDefault = (): string => org.store.brands.where('isDefault', 'true')[0]?.id ?? '';

/** The type and the first target's name of the event that was logged last. */
async function lastEvent(): Promise<string[]> {
  const { body } = await org.get('/api/v1/logs?sortOrder=DESCENDING&limit=1');
  return [body[0].eventType, body[0].target[0].displayName];
}

describe('a brand beside the default one', () => {
  test('is made by its name, shown, updated as a whole and listed', async () => {
    const { status, body } = await org.post(PATH, { name: ' Acme ', removePoweredByOkta: true });
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Acme', isDefault: false, removePoweredByOkta: false });
    expect(await lastEvent()).toEqual(['system.brand.create', 'Acme']);
    expect((await org.get(`${PATH}/${body.id}`)).body).toEqual(body);
    const next = { ...body, removePoweredByOkta: true, locale: 'en' };
    expect((await org.put(`${PATH}/${body.id}`, next)).body).toEqual(next);
    expect((await org.get(PATH)).body).toContainEqual(next);
    expect((await org.get(`${PATH}/${body.id}/themes`)).body).toMatchObject([{ primaryColorHex: '#1662dd' }]);
  });

  test('has a name that no other has', async () => {
    const post = (body: unknown) => () => org.post(PATH, body);
    for (const body of [{}, { name: null }, { name: '  ' }]) {
      await refused(post(body), 400, 'E0000001', 'name: The field cannot be left blank');
    }
    await refused(post({ name: 'n'.repeat(256) }), 400, 'E0000001', 'name: The field is too long');
    for (const body of [undefined, [], { name: 5 }]) await refused(post(body), 400, 'E0000003');
    await create('Acme');
    await refused(post({ name: 'ACME' }), 409, 'E0000202');
  });

  test('goes by the link that it shows, with its theme, its images and its mails', async () => {
    const before = [org.store.themes.count(), org.store.files.count()];
    const id = await create('Acme');
    const [{ id: themeId }] = (await org.get(`${PATH}/${id}/themes`)).body;
    const { body: file, headers } = form(png(20, 20));
    expect((await org.post(`${PATH}/${id}/themes/${themeId}/logo`, file, headers)).status).toBe(200);
    const mail = { language: 'en', subject: 'Hi', body: '${activationLink}' };
    await org.post(`${PATH}/${id}/templates/email/UserActivation/customizations`, mail);
    expect((await org.delete(`${PATH}/${id}`)).status).toBe(204);
    expect(await lastEvent()).toEqual(['system.brand.delete', 'Acme']);
    expect([org.store.themes.count(), org.store.files.count()]).toEqual(before);
    expect(org.store.emailCustomizations.count()).toBe(0);
    await refused(() => org.delete(`${PATH}/${id}`), 404, `Not found: Resource not found: ${id} (Brand)`);
  });

  test('stays while it is the default one, or a domain has it', async () => {
    await refused(() => org.delete(`${PATH}/${idOfDefault()}`), 409, 'E0000200');
    const { body } = await org.post(DOMAINS, { domain: 'login.acme.com' });
    await refused(() => org.delete(`${PATH}/${body.brandId}`), 409, 'E0000201');
    await org.delete(`${DOMAINS}/${body.id}`);
    expect((await org.delete(`${PATH}/${body.brandId}`)).status).toBe(204);
  });
});

describe('the brand of a domain', () => {
  test('is exchanged for another by the link that the domain shows', async () => {
    const { body: made } = await org.post(DOMAINS, { domain: 'login.acme.com' });
    const brandId = await create('Acme');
    const { status, body } = await org.put(`${DOMAINS}/${made.id}`, { brandId });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...made,
      brandId,
      _links: { ...made._links, brand: { ...made._links.brand, href: `${org.url}${PATH}/${brandId}` } },
    });
    expect(await lastEvent()).toEqual(['system.custom_url_domain.update', 'login.acme.com']);
    expect((await org.get(`${DOMAINS}/${made.id}`)).body.brandId).toBe(brandId);
    expect((await org.put(`${DOMAINS}/${made.id}`, body)).body).toEqual(body);
  });

  test('is one that no other domain has', async () => {
    const { body: one } = await org.post(DOMAINS, { domain: 'login.acme.com' });
    const { body: other } = await org.post(DOMAINS, { domain: 'id.acme.com' });
    const put = (id: string, body: unknown) => () => org.put(`${DOMAINS}/${id}`, body);
    await refused(put(one.id, { brandId: other.brandId }), 409, 'E0000203');
    await refused(put(one.id, { brandId: 'bnd1' }), 409, 'E0000203');
    await refused(put(one.id, {}), 400, 'E0000001', 'brandId: The field cannot be left blank');
    await refused(put(one.id, { brandId: 5 }), 400, 'E0000003');
    await refused(put('OcD1', { brandId: one.brandId }), 404, 'E0000163');
    await refused(put('default', { brandId: one.brandId }), 400, 'Api validation failed: id');
  });
});
