import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Request, Response } from 'express';
import { packageFile } from '../../store/files/package-files.js';
import type { ControlOptions } from '../guard.js';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
};

/** Nothing from elsewhere, nothing inline: what an org holds can never become code. */
const POLICY = [
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:",
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
].join('; ');

/** Where a build put the pages: in the package, or beside the sources. */
const places = ['console/', 'dist/console/'];

/** The bytes of a page's file, packed; undefined where there is none. */
async function packed(name: string): Promise<Buffer | undefined> {
  const found = places.map((place) => packageFile(`${place}${name}.gz`)).find((url) => existsSync(url));
  return found && readFile(found);
}

/** A page whose links lead below this path. */
async function ledBelow(page: Buffer, below: string): Promise<Buffer> {
  const text = (await promisify(gunzip)(page)).toString('utf8');
  return promisify(gzip)(text.replace(/(?<=\s(?:href|src)=")(?=\/)/g, () => below));
}

/**
 * Sends a file of the pages, packed where the client takes that.
 * @returns whether there is such a file
 */
export async function sendFile(
  { hosts: { below } }: Pick<ControlOptions, 'hosts'>,
  req: Request,
  res: Response,
  name: string,
  status = 200,
): Promise<boolean> {
  const [, ending = ''] = /^[\w-]+\.(html|js|css|json)$/.exec(name) ?? [];
  const kept = ending === '' ? undefined : await packed(name);
  if (!kept) return false;
  const bytes = ending === 'html' && below !== '' ? await ledBelow(kept, below) : kept;
  res.status(status).set({
    'Content-Type': types[ending],
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    Vary: 'Accept, Accept-Encoding',
  });
  if (req.acceptsEncodings('gzip') !== 'gzip') res.end(await promisify(gunzip)(bytes));
  else res.set('Content-Encoding', 'gzip').end(bytes);
  return true;
}

/** Sends a page; where the project runs from its sources and was never built, says how to. */
export async function sendPage(
  options: Pick<ControlOptions, 'hosts'>,
  req: Request,
  res: Response,
  name: string,
  status = 200,
): Promise<void> {
  if (await sendFile(options, req, res, name, status)) return;
  res.status(503).type('text/plain').send('The pages are not built yet: npm run build\n');
}

/** Whether the client would rather have a page than data. */
export const wantsPage = ({ headers }: Request): boolean => /\btext\/html\b/.test(headers.accept ?? '');
