import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { preferred } from '../../contract/media.js';
import { raw } from '../../contract/reply.js';
import type { Route } from '../../contract/routes.js';
import { routes } from '../../generated/routes.js';
import { isAcceptable } from '../../server/accept.js';
import { sendReply } from '../../server/render.js';
import { type TestOrg, testOrg } from '../support/org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await testOrg();
});
afterAll(() => org.close());

/** An app that answers everything with one result. */
const answering = (result: unknown) =>
  express().use((req, res) => {
    const { org: own } = org.sandbox;
    const place = { base: org.url, path: req.path, search: '', reads: true, head: req.method === 'HEAD' };
    const failed = (error: unknown) => console.error(error);
    const showing = { kept: own.kept(org.url), whole: true, failed, written: undefined };
    sendReply(res, result, 200, { requestId: 'r', limit: undefined, now: 0, ...place }, showing);
  });

const binary = (res: request.Response, done: (error: Error | null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  const stream = res as unknown as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
};

describe('an answer that is no JSON', () => {
  test.each([
    ['ISO-8859-1', 'é', Buffer.from([0xe9])],
    ['UTF-8', 'é', Buffer.from([0xc3, 0xa9])],
  ])('is text in %s', async (charset, text, bytes) => {
    const app = answering(raw(text, { mediaType: `application/xml;charset=${charset}` }));
    const answer = await request(app).get('/').buffer(true).parse(binary);
    expect(answer.headers['content-type']).toBe(`application/xml;charset=${charset}`);
    expect(answer.headers['x-okta-request-id']).toBe('r');
    expect(answer.body).toEqual(bytes);
  });

  test('is bytes, with a status and headers of its own; HEAD has the headers alone', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 128]).subarray(1);
    const app = answering(raw(bytes, { mediaType: 'image/png', status: 201, headers: { ETag: '"x"' } }));
    const answer = await request(app).get('/logo.png').buffer(true).parse(binary);
    expect([answer.status, answer.headers.etag, answer.headers['content-type']]).toEqual([201, '"x"', 'image/png']);
    expect(answer.body).toEqual(Buffer.from(bytes));
    const head = await request(app).head('/logo.png');
    expect([head.status, head.headers['content-length'], head.text]).toEqual([201, '4', undefined]);
  });
});

describe('what a client takes', () => {
  const route = (id: string): Route =>
    (routes as readonly Route[]).find(({ operationId }) => operationId === id) as Route;
  test.each([
    ['previewSAMLAppMetadata', undefined, true],
    ['previewSAMLAppMetadata', 'application/xml', true],
    ['previewSAMLAppMetadata', 'application/json, */*;q=0.8', true],
    ['previewSAMLAppMetadata', 'application/json', false],
    ['generateCsrForApplication', 'application/pkcs10', true],
    ['getCsrForIdentityProvider', 'application/json', true],
    ['getCsrForIdentityProvider', 'text/plain', false],
    ['listUsers', 'application/pkcs10', false],
    ['listUsers', 'application/json;q=0', false],
  ])('%s, %s: %s', (id, accept, fits) => {
    expect(isAcceptable(route(id), accept)).toBe(fits);
  });

  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/pkcs10', 'application/pkcs10'],
    ['application/json;q=0.5, application/pkcs10', 'application/pkcs10'],
    ['application/pkcs10;q=0.1, application/*', 'application/json'],
    ['image/*', undefined],
  ])('prefers by %s %s', (accept, type) => {
    expect(preferred(accept, ['application/json', 'application/pkcs10'])).toBe(type);
  });
});
