// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Okta's macros
import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const PATH = '/api/v1/templates/sms';
const translations = { es: '${org.name}: el código es ${code}', fr: '${org.name} : le code est ${code}' };
const text = { name: 'Ours', type: 'SMS_VERIFY_CODE', template: '${org.name} code: ${code}', translations };
const create = async (): Promise<string> => (await org.post(PATH, text)).body.id;

const builtIn = {
  id: 'default',
  name: 'Default',
  type: 'SMS_VERIFY_CODE',
  template: 'Your verification code is ${code}.',
  created: '2026-01-15T09:30:00.000Z',
  lastUpdated: '2026-01-15T09:30:00.000Z',
};

describe('the default text', () => {
  test('is listed first, and dated when it is asked for', async () => {
    expect((await org.get(PATH)).body).toEqual([builtIn]);
    org.clock.advance(5000);
    const { body } = await org.get(`${PATH}/default`);
    expect(body).toEqual({ ...builtIn, created: body.created, lastUpdated: body.created });
    expect(body.created).toBe('2026-01-15T09:30:05.000Z');
  });

  test('stays as it is', async () => {
    await refused(() => org.put(`${PATH}/default`, text), 403, 'E0000006');
    await refused(() => org.post(`${PATH}/default`, { name: 'x' }), 403, 'E0000006');
    await refused(() => org.delete(`${PATH}/default`), 403, 'E0000006');
  });
});

describe('a text of the org', () => {
  test('is made, listed after the default one, and goes', async () => {
    const { status, body } = await org.post(PATH, text);
    const { created } = body;
    expect(status).toBe(200);
    expect(body).toEqual({ ...text, id: expect.stringMatching(/^cst\w{17}$/), created, lastUpdated: created });
    expect((await org.get(PATH)).body).toEqual([builtIn, body]);
    expect((await org.get(`${PATH}?templateType=SMS_VERIFY_CODE`)).body).toHaveLength(2);
    expect((await org.get(`${PATH}?templateType=OTHER`)).body).toEqual([]);
    expect((await org.delete(`${PATH}/${body.id}`)).status).toBe(204);
    const gone = `Not found: Resource not found: ${body.id} (AppInstance)`;
    await refused(() => org.get(`${PATH}/${body.id}`), 404, gone);
    await refused(() => org.put(`${PATH}/${body.id}`, text), 404, gone);
    await refused(() => org.post(`${PATH}/${body.id}`, text), 404, gone);
    await refused(() => org.delete(`${PATH}/${body.id}`), 404, gone);
  });

  test('is the only one of its type', async () => {
    await create();
    await refused(() => org.post(PATH, { ...text, name: 'Another' }), 400, 'E0000001');
  });

  test.each([
    [{ name: '' }, 'name: The field cannot be left blank'],
    [{ name: null }, 'name: The field cannot be left blank'],
    [{ name: 'n'.repeat(51) }, 'name: The field is too long'],
    [{ type: null }, 'type: The field cannot be left blank'],
    [{ template: null }, 'template: The field cannot be left blank'],
    [{ template: 'No code' }, 'template: The text must contain ${code}'],
    [{ template: '${code} for ${user.name}' }, 'template: There is no macro named user.name'],
    [{ template: `\${code}${'x'.repeat(155)}` }, 'template: The field is too long'],
    [{ translations: { es: 'nada' } }, 'translations: The text must contain ${code}'],
    [{ translations: { 'not a tag': '${code}' } }, 'translations: not a tag is not a language'],
  ])('is refused with %j', async (changes, cause) => {
    await refused(() => org.post(PATH, { ...text, ...changes }), 400, 'E0000001', cause);
    const id = await create();
    await refused(() => org.put(`${PATH}/${id}`, { ...text, ...changes }), 400, 'E0000001', cause);
  });

  test('tells everything that is missing at once', async () => {
    const blank = (field: string) => `${field}: The field cannot be left blank`;
    const { errorCauses } = (await org.post(PATH, { translations: { es: 'nada' } })).body;
    expect(errorCauses.map((cause: { errorSummary: string }) => cause.errorSummary)).toEqual([
      ...['name', 'type', 'template'].map(blank),
      'translations: The text must contain ${code}',
    ]);
  });

  test('is of a known type, and its translations are texts', async () => {
    await refused(() => org.post(PATH, { ...text, type: 'SMS_FUN' }), 400, 'E0000003');
    await refused(() => org.post(PATH, { ...text, translations: { es: 5 } }), 400, 'E0000003');
    const id = await create();
    await refused(() => org.post(`${PATH}/${id}`, { type: 'SMS_FUN' }), 400, 'E0000003');
    await refused(() => org.post(`${PATH}/${id}`, { template: 'none' }), 400, 'E0000001');
  });

  test('is changed in part: what is not given stays, an empty translation goes', async () => {
    const id = await create();
    org.clock.advance(1000);
    const changes = { name: 'Else', translations: { es: '', fr: null, de: 'Ihr Code: ${code}' } };
    const { status, body } = await org.post(`${PATH}/${id}`, changes);
    expect([status, body.name, body.template]).toEqual([200, 'Else', text.template]);
    expect(body.translations).toEqual({ de: 'Ihr Code: ${code}' });
    expect(body.lastUpdated > body.created).toBe(true);
  });

  test('is replaced whole; the answer leaves out its translations', async () => {
    const id = await create();
    const { status, body } = await org.put(`${PATH}/${id}`, { ...text, template: 'New ${code}' });
    expect([status, body.template, 'translations' in body]).toEqual([200, 'New ${code}', false]);
    expect((await org.get(`${PATH}/${id}`)).body.translations).toEqual(translations);
    await org.put(`${PATH}/${id}`, { ...text, translations: undefined });
    expect((await org.get(`${PATH}/${id}`)).body).not.toHaveProperty('translations');
  });
});
