import type { LogOrigin } from '../../store/rows/logs.js';

/** What an event says of the program that sent the request; all null for a job of the org. */
export interface Client {
  readonly rawUserAgent: string | null;
  readonly os: string | null;
  readonly browser: string | null;
  readonly device: string | null;
}

type Names = readonly (readonly [pattern: RegExp, name: string])[];

const BROWSERS: Names = [
  [/Edg\//, 'EDGE'],
  [/Firefox\//, 'FIREFOX'],
  [/Chrome\//, 'CHROME'],
  [/Safari\//, 'SAFARI'],
];
const SYSTEMS: Names = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'Mac OS X'],
  [/Linux/, 'Linux'],
];

const nameOf = (names: Names, text: string, otherwise: string): string =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;

const JOB: Client = { rawUserAgent: null, os: null, browser: null, device: null };
const UNKNOWN: Client = { rawUserAgent: null, os: 'Unknown', browser: 'UNKNOWN', device: 'Unknown' };

function parsed(raw: string): Client {
  if (!raw.startsWith('Mozilla/')) return { ...UNKNOWN, rawUserAgent: raw };
  const os = nameOf(SYSTEMS, raw, 'Unknown');
  const device = os === 'iOS' || os === 'Android' ? 'Mobile' : 'Computer';
  return { rawUserAgent: raw, os, browser: nameOf(BROWSERS, raw, 'UNKNOWN'), device };
}

const MAX_KEPT = 500;
const kept = new Map<string, Client>();

/** The client as the User-Agent header tells it; programs other than browsers are unknown (facts: system-log §1). */
export function clientOf({ url, userAgent }: LogOrigin): Client {
  if (url === undefined) return JOB;
  if (userAgent === undefined) return UNKNOWN;
  let client = kept.get(userAgent);
  if (!client) {
    if (kept.size >= MAX_KEPT) kept.clear();
    client = parsed(userAgent);
    kept.set(userAgent, client);
  }
  return client;
}
