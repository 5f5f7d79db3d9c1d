import { allowsOrigin } from '../objects/trusted-origins/allows.js';
import type { Exchange } from './exchange.js';

/**
 * What pages of other origins may ask for: what is about the person who looks at them (facts: conventions §1), and the
 * paths of signing in beside the API.
 */
const SHARED =
  /^\/+(?:api\/+v1\/+(?:users\/+[^/]+(?:\/+(?:appLinks|groups|lifecycle\/+delete_sessions))?|sessions\/+me(?:\/.*)?|authn(?:\/.*)?)|oauth2\/.*|\.well-known\/.*)\/*$/;

/** How long a browser may remember the answer to its question, in seconds. */
const REMEMBERED = '86400';

/**
 * Lets the page read the answer where a trusted origin with the scope CORS names its origin; no other page is told
 * anything. Called for requests that tell an origin: browsers send one from pages of other origins.
 */
export function shareWithOrigin({ req, res, org, path }: Exchange): void {
  const { origin } = req.headers;
  if (origin === undefined || !SHARED.test(path)) return;
  // Whoever asks is told by this header, and caches are told by that one.
  res.setHeader('Vary', 'Origin');
  if (!allowsOrigin(org.store.collections, origin, 'CORS')) return;
  res.setHeader('Access-Control-Allow-Origin', origin);
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  const method = req.headers['access-control-request-method'];
  if (req.method !== 'OPTIONS' || method === undefined) return;
  res.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, DELETE, OPTIONS');
  const names = req.headers['access-control-request-headers'];
  if (names !== undefined) res.setHeader('Access-Control-Allow-Headers', names);
  res.setHeader('Access-Control-Max-Age', REMEMBERED);
}
