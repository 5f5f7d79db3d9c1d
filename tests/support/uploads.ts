import type { Ask } from './group-events.js';

const BOUNDARY = 'the-boundary-of-a-test';

/** A form with one part, as a client sends a file. */
export function form(
  file: Uint8Array,
  part = 'file',
): { readonly body: Buffer; readonly headers: Record<string, string> } {
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${part}"; filename="it"\r\n\r\n`;
  return {
    body: Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  };
}

/** The upload of a file to a path below the API. */
export const upload = (path: string, file: Uint8Array): Ask => ({
  method: 'post',
  path: `/api/v1${path}`,
  ...form(file),
});

/** As much of a PNG as tells its size, and as many bytes as are wanted. */
export function png(width: number, height: number, size = 64): Buffer {
  const data = Buffer.alloc(size);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(data);
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return data;
}

/** An SVG that would run a script. */
export const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>',
);
