import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import { FILE_PART } from '../../contract/bodies.js';
import { OktaError } from '../../contract/errors.js';
import type { Route } from '../../contract/routes.js';
import { routes } from '../../generated/routes.js';
import { readBody } from '../../server/bodies/read.js';
import { sendRaw } from '../support/raw.js';

const FORM = 'multipart/form-data; boundary=xx';
const CERTIFICATES = ['application/x-x509-ca-cert', 'application/pkix-cert', 'application/x-pem-file'];

/** What the reader gave for the last request. */
interface Seen {
  readonly error?: unknown;
  readonly body?: unknown;
}

let server: Server;
let url: string;
let consumes: readonly string[] | undefined;
let seen: Seen = {};
let calls = 0;

beforeAll(async () => {
  const app = express().use((req, res) => {
    calls = 0;
    readBody(req, res, consumes, (error, body) => {
      calls += 1;
      seen = error ? { error } : { body };
      if (!res.headersSent) res.end();
    });
  });
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Reads a body as the edge would for an operation that takes these media types. */
async function read(
  takes: readonly string[] | undefined,
  type: string | undefined,
  body: string | Buffer,
  more = '',
): Promise<Seen> {
  consumes = takes;
  seen = {};
  const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n${type === undefined ? '' : `Content-Type: ${type}\r\n`}`;
  // The server may hang up on a body that is too large while the rest of it comes in.
  const late = (error: NodeJS.ErrnoException): void => expect(['EPIPE', 'ECONNRESET']).toContain(error.code);
  await sendRaw(url, `${head}${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n`, body).catch(late);
  return seen;
}

/** A part of a form: its headers after `Content-Disposition: form-data`, and its content. */
const part = (headers: string, content: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--xx\r\nContent-Disposition: form-data; ${headers}\r\n\r\n`),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);
const form = (...parts: Buffer[]): Buffer => Buffer.concat([...parts, Buffer.from('--xx--\r\n')]);
const upload = (body: Buffer | string): Promise<Seen> => read(['multipart/form-data'], FORM, body);

/** Every byte that there is, and what looks like the end of a part. */
const BYTES = Buffer.concat([Buffer.from(Array.from({ length: 256 }, (_, i) => i)), Buffer.from('\r\n--x\r\n')]);

const codeOf = ({ error }: Seen): unknown[] => (error instanceof OktaError ? [error.code, error.status] : [error]);

describe('a form with a file', () => {
  test.each([
    ['a file name and its type', 'name="file"; filename="a.png"\r\nContent-Type: image/png'],
    ['no file name, octet-stream', 'name="file"\r\nContent-Type: application/octet-stream'],
    ['no file name, an image', 'name="file"\r\nContent-Type: image/png'],
    ['no file name, no type', 'name="file"'],
    ['an empty file name', 'name="file"; filename=""\r\nContent-Type: image/png'],
    ['a type that is none', 'name="file"; filename="a"\r\nContent-Type: nonsense'],
  ])('is read byte by byte: %s', async (_, headers) => {
    expect(await upload(form(part(headers, BYTES)))).toEqual({ body: { file: BYTES, fields: {} } });
  });

  test('may have other parts, before and after', async () => {
    const fields = [part('name="a"', 'é'), part('name="__proto__"', 'x'), part('name="b"; filename="b"', 'ignored')];
    const { body } = await upload(form(...fields, part('name="file"', 'f'), part('name="a"', 'last')));
    expect(body).toMatchObject({ file: Buffer.from('f'), fields: { a: 'last' } });
  });

  test('may lack the file: the operation says what it thinks of that', async () => {
    expect(await upload(form(part('name="logo"', 'x')))).toEqual({ body: { file: undefined, fields: { logo: 'x' } } });
  });

  test('of more than a plain body may hold is read, over the bound it is not', async () => {
    const large = Buffer.alloc(9_000_000, 7);
    const { body } = await upload(form(part('name="file"; filename="a"', large)));
    expect((body as { file: Buffer }).file.equals(large)).toBe(true);
    expect(codeOf(await upload(form(part('name="file"', Buffer.alloc(16_777_216)))))).toEqual(['E0000003', 413]);
  });

  test('in chunks over the bound is refused once, though it never says how long it is', async () => {
    consumes = ['multipart/form-data'];
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1_048_576), Buffer.from('\r\n')]);
    const head = `POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: ${FORM}\r\nTransfer-Encoding: chunked\r\n\r\n`;
    const begin = part('name="file"; filename="a"', '').subarray(0, -2);
    const first = Buffer.concat([Buffer.from(`${begin.length.toString(16)}\r\n`), begin, Buffer.from('\r\n')]);
    await sendRaw(url, head, first, ...Array.from({ length: 18 }, () => chunk), '0\r\n\r\n').catch(() => {});
    expect([codeOf(seen), calls]).toEqual([['E0000003', 413], 1]);
  });
});

describe('a form is refused', () => {
  const file = part('name="file"; filename="a"', 'x');
  test.each([
    ['torn inside the file', file.subarray(0, -3)],
    ['torn before its end', file],
    ['torn inside a header', file.subarray(0, 20)],
    ['that is none, as a client of Okta sends it again', '[object FormData]'],
    ['without parts', form()],
    ['with parts that say nothing of themselves', form(Buffer.from('--xx\r\nContent-Type: image/png\r\n\r\nx\r\n'))],
    ['with two files', form(file, file)],
    ['with two files, one without a name', form(file, part('name="file"', 'y'))],
    ['inside a form', form(part('name="file"\r\nContent-Type: multipart/mixed; boundary=yy', '--yy--'))],
    [
      'with a file in a charset that it is not in',
      form(part('name="file"\r\nContent-Type: image/png; charset=utf-8', BYTES)),
    ],
    ['with too many parts', form(...Array.from({ length: 30 }, (_, i) => part(`name="a${i}"`, 'x')))],
  ])('%s', async (_, body) => {
    expect(codeOf(await upload(body))).toEqual(['E0000003', 400]);
    expect(calls).toBe(1);
  });

  test('without a boundary, and compressed', async () => {
    const takes = ['multipart/form-data'];
    expect(codeOf(await read(takes, 'multipart/form-data', form(file)))).toEqual(['E0000003', 400]);
    expect(codeOf(await read(takes, FORM, form(file), 'Content-Encoding: gzip\r\n'))).toEqual(['E0000021', 400]);
  });
});

describe('other media types', () => {
  test.each(CERTIFICATES)('%s is bytes', async (type) => {
    const more = 'Content-Transfer-Encoding: BASE64\r\n';
    expect(await read(CERTIFICATES, `${type.toUpperCase()}; x=y`, BYTES, more)).toEqual({
      body: { bytes: BYTES, mediaType: type, transferEncoding: 'base64' },
    });
    expect(await read(CERTIFICATES, type, 'a')).toMatchObject({ body: { transferEncoding: undefined } });
    expect(codeOf(await read(CERTIFICATES, type, Buffer.alloc(1_048_577)))).toEqual(['E0000003', 413]);
  });

  test('a form of names and values', async () => {
    const takes = ['application/x-www-form-urlencoded'];
    const { body } = await read(takes, `${takes[0]}; charset=UTF-8`, 'a=1&b=%C3%A9+x&a=2&__proto__=z');
    expect(Object.entries(body as object)).toEqual([
      ['a', '2'],
      ['b', 'é x'],
      ['__proto__', 'z'],
    ]);
    expect(codeOf(await read(takes, `${takes[0]}; charset=utf-16`, 'a=1'))).toEqual(['E0000021', 400]);
  });

  test('are refused where the operation takes others, and where none is named', async () => {
    expect(codeOf(await read(CERTIFICATES, 'application/json', '{}'))).toEqual(['E0000021', 400]);
    expect(codeOf(await read(CERTIFICATES, 'application/x-pem-file2', 'x'))).toEqual(['E0000021', 400]);
    expect(codeOf(await read(undefined, FORM, form()))).toEqual(['E0000021', 400]);
    expect(codeOf(await read(CERTIFICATES, undefined, 'x'))).toEqual(['E0000018', 400]);
    expect(await read(undefined, 'application/vnd.x+json', '[1]')).toEqual({ body: [1] });
    expect(await read(CERTIFICATES, undefined, '')).toEqual({ body: undefined });
  });
});

test('every operation that takes a form with a file documents its one part as the reader names it', () => {
  const { paths } = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as {
    paths: Record<string, Record<string, { requestBody: { content: Record<string, { schema: object }> } }>>;
  };
  const takers = (routes as readonly Route[]).filter(
    (route) => 'consumes' in route && (route.consumes as readonly string[]).includes('multipart/form-data'),
  );
  expect(takers.length).toBeGreaterThan(0);
  for (const { path, method } of takers) {
    const { content } = paths[path.replace(/:(\w+)/g, '{$1}')]?.[method]?.requestBody ?? { content: {} };
    expect(content['multipart/form-data']?.schema).toMatchObject({
      properties: { [FILE_PART]: { type: 'string', format: 'binary' } },
    });
  }
});
