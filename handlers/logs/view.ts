import { createHash } from 'node:crypto';
import type { Schemas } from '../../server/contract.js';
import type { View } from '../../server/reply.js';
import type { LogOrigin, LogRow, LogTarget } from '../../store/rows/org.js';
import { eventTypes } from './events.js';

/** A stable UUID for an event, made from its id. */
function uuidOf(id: string): string {
  const hex = createHash('sha256').update(id).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-1${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const BROWSERS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Edg\//, 'EDGE'],
  [/Firefox\//, 'FIREFOX'],
  [/Chrome\//, 'CHROME'],
  [/Safari\//, 'SAFARI'],
];
const SYSTEMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X/, 'Mac OS X'],
  [/Linux/, 'Linux'],
];

const named = (table: typeof BROWSERS, text: string, otherwise: string): string =>
  table.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;

/** The client as Okta tells it from the User-Agent; programs are unknown (facts: system-log §1). */
export function clientOf(origin: LogOrigin) {
  const raw = origin.userAgent;
  const browser = raw?.startsWith('Mozilla/') === true;
  const os = browser ? named(SYSTEMS, raw, 'Unknown') : 'Unknown';
  return {
    rawUserAgent: raw ?? null,
    os,
    browser: browser ? named(BROWSERS, raw, 'UNKNOWN') : 'UNKNOWN',
    device: !browser ? 'Unknown' : os === 'iOS' || os === 'Android' ? 'Mobile' : 'Computer',
  };
}

const NOWHERE = { city: null, state: null, country: null, postalCode: null, geolocation: { lat: null, lon: null } };

const targetView = ({ id, type, alternateId, displayName, detailEntry = null }: LogTarget) => ({
  id,
  type,
  alternateId,
  displayName,
  detailEntry,
});

/** What the event was about besides its targets: the request, and what the event type adds. */
export function debugDataOf({ origin, debugData }: LogRow): Readonly<Record<string, unknown>> {
  if (origin.url === undefined) return { ...debugData };
  const path = origin.url.split('?')[0] ?? '';
  return {
    requestId: origin.requestId,
    requestUri: path,
    threatSuspected: 'false',
    url: origin.url.includes('?') ? origin.url : `${path}?`,
    ...debugData,
  };
}

function requestView({ ip, url }: LogOrigin) {
  if (url === undefined || ip === undefined) return { ipChain: [] };
  const version = ip.includes(':') ? 'V6' : 'V4';
  return { ipChain: [{ ip, geographicalContext: NOWHERE, version, source: null }] };
}

function clientView(origin: LogOrigin) {
  if (origin.url === undefined) {
    return { userAgent: null, zone: null, device: null, id: null, ipAddress: null, geographicalContext: null };
  }
  const { rawUserAgent, os, browser, device } = clientOf(origin);
  return {
    userAgent: { rawUserAgent, os, browser },
    zone: 'null',
    device,
    id: null,
    ipAddress: origin.ip ?? null,
    geographicalContext: NOWHERE,
  };
}

/** The whole event, members in the order of real ones (facts: system-log §1). */
export const eventView: View<LogRow, Schemas['LogEvent']> = (row) => {
  const { origin } = row;
  const type = eventTypes[row.type];
  const job = origin.url === undefined;
  const event = {
    actor: targetView(origin.actor),
    client: clientView(origin),
    device: null,
    authenticationContext: {
      authenticationProvider: null,
      credentialProvider: null,
      credentialType: null,
      issuer: null,
      interface: null,
      authenticationStep: 0,
      rootSessionId: null,
      externalSessionId: origin.tokenId === undefined ? 'unknown' : `trs${origin.tokenId.slice(3)}`,
    },
    displayMessage: type?.message ?? row.type,
    eventType: row.type,
    outcome: row.outcome ?? { result: 'SUCCESS', reason: null },
    published: new Date(row.at).toISOString(),
    securityContext: { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null },
    severity: row.severity ?? 'INFO',
    debugContext: { debugData: debugDataOf(row) },
    legacyEventType: type?.legacy ?? null,
    transaction: {
      type: job ? 'JOB' : 'WEB',
      id: origin.requestId,
      detail: origin.tokenId === undefined ? {} : { requestApiTokenId: origin.tokenId },
    },
    uuid: uuidOf(row.id),
    version: '0',
    request: requestView(origin),
    target: row.targets.length > 0 ? row.targets.map(targetView) : null,
  };
  return event as unknown as Schemas['LogEvent'];
};
