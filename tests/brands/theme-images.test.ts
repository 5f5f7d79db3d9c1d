import { describe, expect, test } from '@jest/globals';
import { suiteOrg } from '../support/org.js';
import { refusedBy } from '../support/refused.js';
import { form, png, svg } from '../support/uploads.js';

const org = suiteOrg();
const refused = refusedBy(org);

const path = (): string => `/api/v1/brands/${org.store.brands.all()[0]?.id}/themes/${org.store.themes.all()[0]?.id}`;
const theme = async () => (await org.get(path())).body;

async function send(place: string, file: Uint8Array, part?: string) {
  const { body, headers } = form(file, part);
  return org.post(`${path()}/${place}`, body, headers);
}

/** Asks for an address as anybody does, without a token. */
const fetched = (url: string): Promise<Response> => fetch(url);

const places = [
  ['logo', 'logo', 200, png(300, 100), /\/fs\/bco\/1\/fs0\w{17}$/],
  ['favicon', 'favicon', 201, png(64, 64), /\/bc\/image\/fileStoreRecord\?id=fs0\w{17}$/],
  ['background-image', 'backgroundImage', 201, png(2000, 900), /\/fs\/bco\/7\/fs0\w{17}$/],
] as const;

describe.each(places)('the %s of a theme', (place, member, status, file, address) => {
  test('is uploaded, shown, served to anybody, and goes back to the default', async () => {
    const before = (await theme())[member];
    const answer = await send(place, file);
    const { url } = answer.body;
    expect([answer.status, answer.headers.location]).toEqual([status, url]);
    expect(url).toMatch(address);
    expect((await theme())[member]).toBe(url);
    const served = await fetched(url);
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await served.arrayBuffer()).equals(file)).toBe(true);
    expect((await org.delete(`${path()}/${place}`)).status).toBe(204);
    expect((await theme())[member]).toBe(before);
    const gone = await fetched(url);
    expect([gone.status, ((await gone.json()) as { errorCode: string }).errorCode]).toEqual([404, 'E0000007']);
    expect((await org.delete(`${path()}/${place}`)).status).toBe(204);
  });

  test('is an image of a kind that can be shown there', async () => {
    await refused(() => send(place, svg), 400, 'Api validation failed: file');
    await refused(() => send(place, Buffer.from('no image')), 400, 'E0000001');
    await refused(() => send(place, Buffer.alloc(0)), 400, 'E0000001', 'file: The field cannot be left blank');
    await refused(() => send(place, file, 'image'), 400, 'E0000001', 'file: The field cannot be left blank');
    // A size that cannot be read is no size.
    await refused(() => send(place, png(0, 0)), 400, 'E0000001');
    await refused(() => org.post(`${path()}/${place}`, { file: 'x' }), 400, 'E0000021');
  });

  test('is for a theme that is there', async () => {
    const { body, headers } = form(file);
    const other = path().replace(/the\w{17}$/, 'the1');
    await refused(() => org.post(`${other}/${place}`, body, headers), 404, 'E0000007');
    await refused(() => org.delete(`${other}/${place}`), 404, 'E0000007');
  });
});

describe('an image that is too large', () => {
  test('is refused for each thing that is too much', async () => {
    const logo = () => send('logo', png(5568, 3712, 4158 * 1024));
    await refused(
      logo,
      400,
      'E0000001',
      'Your selected image is 4,158kB, which exceeds the 1,024kB limit',
      'Your selected image is 5,568 pixels wide, which exceeds the 3,840 pixel limit',
      'Your selected image is 3,712 pixels high, which exceeds the 2,160 pixel limit',
    );
    const say =
      'Your selected image should be in a 1:1 ratio for width and height. Found 199 x 200. ' +
      'The image should be 199 x 199 or 200 x 200.';
    await refused(() => send('favicon', png(199, 200)), 400, 'E0000001', say);
  });
});

describe('an uploaded file', () => {
  test('is kept once however often it comes, until nothing shows it', async () => {
    const file = png(64, 64);
    for (const place of ['logo', 'favicon', 'logo']) await send(place, file);
    expect(org.store.files.count()).toBe(1);
    await org.delete(`${path()}/logo`);
    expect(org.store.files.count()).toBe(1);
    await send('favicon', png(32, 32));
    expect(org.store.files.all().map(({ content }) => content.length)).toEqual([88]);
    await org.delete(`${path()}/favicon`);
    expect(org.store.files.count()).toBe(0);
  });

  test('is served so that no browser runs it', async () => {
    const { store } = org.sandbox.org;
    const row = { hash: 'x', mediaType: 'image/svg+xml', content: svg.toString('base64'), created: '' };
    const { id } = store.transaction(() => org.store.files.insert(row));
    const served = await fetched(`${org.url}/fs/bco/1/${id}`);
    expect(await served.text()).toBe(svg.toString());
    expect(served.headers.get('x-content-type-options')).toBe('nosniff');
    expect(served.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox$/);
    expect(served.headers.get('content-type')).toBe('image/svg+xml');
    store.transaction(() => org.store.files.remove(id));
  });

  test('has a name of its own: others are not found', async () => {
    for (const name of ['/fs/bco/1/fs0nothing', '/bc/image/fileStoreRecord?id=x', '/bc/image/fileStoreRecord']) {
      const { status, body } = await org.get(name);
      expect([status, body.errorCode]).toEqual([404, 'E0000007']);
    }
  });
});
