import { keepFile } from '../../objects/files/keep.js';
import { imageMediaTypes } from '../../objects/files/media-types.js';
import type { SeedOrg } from '../types.js';
import { type Applying, pinned } from './applying.js';

/** How the bytes of each image begin that an org's logo may be. */
const mediaTypeOf = (bytes: Uint8Array): string =>
  bytes[0] === 0x89 ? imageMediaTypes.PNG : bytes[0] === 0xff ? imageMediaTypes.JPG : imageMediaTypes.GIF;

/** Makes the org itself. Its logo was looked at when the seed was read: a start does not load what reads images. */
export function applyOrg({ logo, ...org }: SeedOrg, { store, now }: Applying): void {
  const bytes = logo === undefined ? undefined : Buffer.from(logo, 'base64');
  const file = bytes && keepFile({ store, now: () => now }, bytes, mediaTypeOf(bytes));
  store.org.insert({ ...pinned(org), ...org, created: now, ...(file === undefined ? {} : { logo: file }) });
}
