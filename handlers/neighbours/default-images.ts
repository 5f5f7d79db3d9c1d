import { notFound } from '../../contract/errors.js';
import type { NeighbourHandler } from '../../contract/neighbours.js';
import { raw } from '../../contract/reply.js';
import { isLogoFile } from '../../objects/applications/catalogue.js';

/** Blue, green, red, opacity: Okta's primary colour, as bitmaps have it. */
const COLOR = Buffer.from([0xdd, 0x62, 0x16, 0xff]);
const SIDE = 16;

/** A page's icon: one square in one colour, as a bitmap within an ICO. */
function icon(): Buffer {
  const pixels = Buffer.alloc(SIDE * SIDE * 4, COLOR);
  // One bit a pixel, rows filled up to 32 bits: nothing is left out.
  const mask = Buffer.alloc(SIDE * 4);
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(SIDE, 4);
  head.writeInt32LE(SIDE * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const directory = Buffer.from([0, 0, 1, 0, 1, 0, SIDE, SIDE, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
  directory.writeUInt32LE(head.length + pixels.length + mask.length, 14);
  return Buffer.concat([directory, head, pixels, mask]);
}

const logo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="140" height="37" viewBox="0 0 140 37">' +
  '<circle cx="18.5" cy="18.5" r="12" fill="none" stroke="#1662dd" stroke-width="7"/>' +
  '<text x="44" y="27" font-family="sans-serif" font-size="26" fill="#1d1d21">mockta</text></svg>';

/** The icon of a theme that has none of its own. */
export const getFavicon: NeighbourHandler = () => raw(icon(), { mediaType: 'image/x-icon' });

/** The logo of a theme that has none of its own: a drawing of ours. */
export const getLogo: NeighbourHandler = () => raw(logo, { mediaType: 'image/svg+xml' });

/** A square in Okta's primary colour, 64 pixels wide. */
const SQUARE =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAABACAMAAACdt4HsAAAAA1BMVEUWYt0QeEVUAAAAG0lEQVR42u3BgQAAAADDoPlT3+AEVQEAAAB8AxBAAAG9PLePAAAA' +
  'AElFTkSuQmCC';

/** The logo of a group: the same plain picture. */
export const getGroupLogo: NeighbourHandler = () => raw(Buffer.from(SQUARE, 'base64'), { mediaType: 'image/png' });

/** The logo of an app that has none of its own: a plain picture under the name that Okta's has. @throws OktaError 404 E0000007 */
export const getAppLogo: NeighbourHandler = ({ params }) => {
  const { file = '' } = params;
  if (!isLogoFile(file)) throw notFound(file, 'FileStoreRecord');
  return file.endsWith('.svg')
    ? raw(logo, { mediaType: 'image/svg+xml' })
    : raw(Buffer.from(SQUARE, 'base64'), { mediaType: 'image/png' });
};
