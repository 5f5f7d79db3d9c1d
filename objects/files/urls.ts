import type { Links } from '../../contract/links.js';

/** The folder of Okta's file store that holds an image, by what the image is for (facts: common-b, Location). */
const folders = { logo: '1', appLogo: '4', background: '7' } as const;

/** Where an uploaded file is served. A page's icon has an address of its own kind. */
export const fileUrl = ({ base }: Pick<Links, 'base'>, kind: keyof typeof folders | 'favicon', id: string): string =>
  kind === 'favicon' ? `${base}/bc/image/fileStoreRecord?id=${id}` : `${base}/fs/bco/${folders[kind]}/${id}`;
