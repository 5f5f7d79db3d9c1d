import { describe, expect, test } from '@jest/globals';
import { readImage } from '../../objects/images/read-image.js';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';

const org = suiteOrg();
const refused = refusedBy(org);

const brand = (): string => `/api/v1/brands/${org.store.brands.all()[0]?.id}`;
const path = (): string => `${brand()}/themes/${org.store.themes.all()[0]?.id}`;

const look = {
  primaryColorHex: '#0b6e4f',
  secondaryColorHex: '#fff',
  signInPageTouchPointVariant: 'BACKGROUND_IMAGE',
  endUserDashboardTouchPointVariant: 'FULL_THEME',
  errorPageTouchPointVariant: 'BACKGROUND_SECONDARY_COLOR',
  emailTemplateTouchPointVariant: 'FULL_THEME',
};

describe('the theme of a brand', () => {
  test('is its only one, and looks as Okta does', async () => {
    const { body, headers } = await org.get(`${brand()}/themes`);
    const link = (name: string) => ({
      href: `${org.url}${path()}${name}`,
      hints: { allow: name === '' ? ['GET', 'PUT'] : ['POST', 'DELETE'] },
    });
    expect(body).toEqual([
      {
        id: expect.stringMatching(/^the\w{17}$/),
        logo: expect.stringMatching(/^http:.*\.svg$/),
        favicon: `${org.url}/favicon.ico`,
        backgroundImage: null,
        primaryColorHex: '#1662dd',
        primaryColorContrastHex: '#ffffff',
        secondaryColorHex: '#ebebed',
        secondaryColorContrastHex: '#000000',
        signInPageTouchPointVariant: 'OKTA_DEFAULT',
        endUserDashboardTouchPointVariant: 'OKTA_DEFAULT',
        errorPageTouchPointVariant: 'OKTA_DEFAULT',
        emailTemplateTouchPointVariant: 'OKTA_DEFAULT',
        loadingPageTouchPointVariant: 'OKTA_DEFAULT',
        _links: {
          favicon: link('/favicon'),
          self: link(''),
          logo: link('/logo'),
          'background-image': link('/background-image'),
        },
      },
    ]);
    expect(headers).not.toHaveProperty('link');
    expect((await org.get(path())).body).toEqual(body[0]);
  });

  test('shows images that are there', async () => {
    const [{ logo, favicon }] = (await org.get(`${brand()}/themes`)).body;
    const [logoAnswer, iconAnswer] = [await fetch(logo), await fetch(favicon)];
    expect([logoAnswer.status, logoAnswer.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect([iconAnswer.status, iconAnswer.headers.get('content-type')]).toEqual([200, 'image/x-icon']);
    expect(readImage(Buffer.from(await logoAnswer.arrayBuffer()))).toMatchObject({ type: 'SVG', height: 37 });
    expect(readImage(Buffer.from(await iconAnswer.arrayBuffer()))).toMatchObject({ type: 'ICO', width: 16 });
  });

  test('is found under its own brand alone', async () => {
    await refused(() => org.get('/api/v1/brands/bnd1/themes'), 404, 'E0000007');
    await refused(() => org.get(`${brand()}/themes/the1`), 404, 'Not found: Resource not found: the1 (Theme)');
    await org.post('/api/v1/domains', { domain: 'login.acme.com' });
    const other = org.store.brands.all()[1]?.id;
    const [theme] = (await org.get(`/api/v1/brands/${other}/themes`)).body;
    await refused(() => org.get(`${brand()}/themes/${theme.id}`), 404, 'E0000007');
    await refused(() => org.put(`${brand()}/themes/${theme.id}`, look), 404, 'E0000007');
  });
});

describe('an update of a theme', () => {
  test('finds contrasts that can be read, and leaves images alone', async () => {
    const { status, body } = await org.put(path(), { ...look, logo: 'x', backgroundImage: 'y', id: 'z' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...look,
      primaryColorContrastHex: '#ffffff',
      secondaryColorContrastHex: '#000000',
      backgroundImage: null,
    });
    const given = { ...look, primaryColorContrastHex: '#ABC', loadingPageTouchPointVariant: 'NONE' };
    expect((await org.put(path(), given)).body).toMatchObject(given);
    expect((await org.put(path(), look)).body.loadingPageTouchPointVariant).toBe('OKTA_DEFAULT');
  });

  test('is refused with a cause for each field, the first one named', async () => {
    const bad = { ...look, primaryColorHex: '#16', secondaryColorHex: null, emailTemplateTouchPointVariant: 'X' };
    await refused(
      () => org.put(path(), bad),
      400,
      'Api validation failed: primaryColorHex',
      'primaryColorHex: Invalid color hex: #16.',
      'secondaryColorHex: The field cannot be left blank',
      "emailTemplateTouchPointVariant: 'X' is invalid. Valid values: [OKTA_DEFAULT, FULL_THEME].",
    );
  });

  test.each([
    ['signInPageTouchPointVariant', 'OKTA_DEFAULT, BACKGROUND_SECONDARY_COLOR, BACKGROUND_IMAGE'],
    ['errorPageTouchPointVariant', 'OKTA_DEFAULT, BACKGROUND_SECONDARY_COLOR, BACKGROUND_IMAGE'],
    [
      'endUserDashboardTouchPointVariant',
      'OKTA_DEFAULT, WHITE_LOGO_BACKGROUND, FULL_THEME, LOGO_ON_FULL_WHITE_BACKGROUND',
    ],
    ['emailTemplateTouchPointVariant', 'OKTA_DEFAULT, FULL_THEME'],
  ])('takes of %s these alone: %s', async (field, values) => {
    for (const value of values.split(', ')) {
      expect((await org.put(path(), { ...look, [field]: value })).body[field]).toBe(value);
    }
    const cause = `${field}: 'NOPE' is invalid. Valid values: [${values}].`;
    await refused(() => org.put(path(), { ...look, [field]: 'NOPE' }), 400, 'E0000001', cause);
    const blank = `${field}: The field cannot be left blank`;
    await refused(() => org.put(path(), { ...look, [field]: null }), 400, 'E0000001', blank);
  });
});
