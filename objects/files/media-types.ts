import type { ImageType } from '../images/read-image.js';

/** What an image is sent as, whatever its uploader called it. */
export const imageMediaTypes: Readonly<Record<ImageType, string>> = {
  PNG: 'image/png',
  JPG: 'image/jpeg',
  GIF: 'image/gif',
  ICO: 'image/x-icon',
  SVG: 'image/svg+xml',
};
