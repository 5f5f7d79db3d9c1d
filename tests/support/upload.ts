import type { Ask } from './group-events.js';

/** The smallest PNG: one pixel. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A form whose only part is a file, and the header that goes with it. */
export function upload(path: string, file: Buffer, part = 'file'): Ask & { readonly body: Buffer } {
  const head = `--xx\r\nContent-Disposition: form-data; name="${part}"; filename="image.png"\r\n\r\n`;
  return {
    method: 'post',
    path: `/api/v1${path}`,
    body: Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--xx--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=xx' },
  };
}
