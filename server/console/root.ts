import type { Request, Response } from 'express';
import { routes } from '../../generated/routes.js';
import { type ControlOptions, isLetIn } from '../guard.js';
import { CONTRACT, factsOf } from './facts.js';
import { sendPage, wantsPage } from './files.js';

/** What anybody may know who reaches the server. */
const openly = ({ version, hosts: { below } }: ControlOptions) => ({
  name: 'mockta',
  version,
  contract: CONTRACT,
  operations: routes.length,
  explorer: `${below}/_sandbox/explorer`,
  requests: `${below}/_sandbox/requests`,
  openapi: `${below}/_sandbox/openapi.json`,
});

/** A few lines for a terminal. */
function asText(options: ControlOptions, req: Request): string {
  const { version, contract, operations } = openly(options);
  const head = `mockta ${version}: an Okta org on this machine. ${operations} operations of the Management API ${contract}.`;
  if (!isLetIn(options, req)) return `${head}\n`;
  const { url, token, seed, data } = factsOf(options, req);
  const call = `  curl -H 'Authorization: SSWS ${token === '' ? '...' : token}' ${url}/api/v1/users/me`;
  return `${head}\n\n${call}\n\n  seed      ${seed}\n  data      ${data}\n  explorer  ${url}/_sandbox/explorer\n`;
}

/** Answers `/`: the landing for a browser, JSON for who asks for it, else a short text. */
export async function answerRoot(options: ControlOptions, req: Request, res: Response): Promise<void> {
  if (wantsPage(req)) return sendPage(options, req, res, 'landing.html');
  res.set({ 'Cache-Control': 'no-store', Vary: 'Accept', 'X-Content-Type-Options': 'nosniff' });
  if (!/\bapplication\/json\b/.test(req.headers.accept ?? '')) {
    res.type('text/plain').send(asText(options, req));
    return;
  }
  res.json({ ...openly(options), ...(isLetIn(options, req) ? factsOf(options, req) : {}) });
}
