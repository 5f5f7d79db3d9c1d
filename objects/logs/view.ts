import { eventTypeOf } from '../../contract/event-table.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { LogOrigin, LogRow, LogTarget } from '../../store/rows/logs.js';
import { clientOf } from './client.js';
import { tailOf, uuidOf } from './uuid.js';

/** The sentence that the event type shows. */
export const messageOf = ({ type }: LogRow): string => eventTypeOf(type)?.message ?? type;

/** The event's name in the old Events API, which for some types told failures apart. */
export function legacyTypeOf({ type, outcome }: LogRow): string | null {
  const known = eventTypeOf(type);
  return (outcome?.result === 'FAILURE' ? known?.failed : undefined) ?? known?.legacy ?? null;
}

const SUCCESS = { result: 'SUCCESS', reason: null };

export const outcomeOf = (row: LogRow): NonNullable<LogRow['outcome']> => row.outcome ?? SUCCESS;
export const severityOf = (row: LogRow): string => row.severity ?? 'INFO';

/** `WEB` for what a request did, `JOB` for what the org did itself. */
export const transactionTypeOf = ({ url }: LogOrigin): string => (url === undefined ? 'JOB' : 'WEB');

/** The session of a person, or the one that Okta makes up for the calls of one API token. */
export const sessionIdOf = ({ sessionId, tokenId }: LogOrigin): string =>
  sessionId ?? (tokenId === undefined ? 'unknown' : `trs${tailOf(tokenId)}`);

/** The network zones that held the address; where none did, the text `null`, as Okta writes it. */
export const zoneNameOf = ({ zone }: LogOrigin): string => zone ?? 'null';

/** The path of the request, without its query. */
export function requestUriOf({ url }: LogOrigin): string | undefined {
  const end = url?.indexOf('?') ?? -1;
  return end < 0 ? url : url?.slice(0, end);
}

/** Path and query; the question mark is there even without a query. */
export const urlOf = ({ url }: LogOrigin): string | undefined =>
  url === undefined || url.includes('?') ? url : `${url}?`;

/** What the event says beyond its targets: the request, and what the event type adds. */
function debugDataOf({ origin, debugData }: LogRow): Readonly<Record<string, unknown>> {
  if (origin.url === undefined) return { ...debugData };
  const { requestId } = origin;
  return {
    requestId,
    requestUri: requestUriOf(origin),
    threatSuspected: 'false',
    url: urlOf(origin),
    ...debugData,
  };
}

/** The version of an IP address. */
export const ipVersionOf = (ip: string): string => (ip.includes(':') ? 'V6' : 'V4');

const NOWHERE = { city: null, state: null, country: null, postalCode: null, geolocation: { lat: null, lon: null } };

const targetView = ({ id, type, alternateId, displayName, detailEntry = null }: LogTarget) => ({
  id,
  type,
  alternateId,
  displayName,
  detailEntry,
});

function clientView(origin: LogOrigin) {
  if (origin.url === undefined) {
    return { userAgent: null, zone: null, device: null, id: null, ipAddress: null, geographicalContext: null };
  }
  const { rawUserAgent, os, browser, device } = clientOf(origin);
  return {
    userAgent: { rawUserAgent, os, browser },
    zone: zoneNameOf(origin),
    device,
    id: null,
    ipAddress: origin.ip ?? null,
    geographicalContext: NOWHERE,
  };
}

const authenticationView = (origin: LogOrigin) => ({
  authenticationProvider: null,
  credentialProvider: null,
  credentialType: null,
  issuer: null,
  interface: null,
  authenticationStep: 0,
  rootSessionId: null,
  externalSessionId: sessionIdOf(origin),
});

const transactionView = (origin: LogOrigin) => ({
  type: transactionTypeOf(origin),
  id: origin.requestId,
  detail: origin.tokenId === undefined ? {} : { requestApiTokenId: origin.tokenId },
});

const requestView = ({ ip, url }: LogOrigin) => ({
  ipChain:
    url === undefined || ip === undefined
      ? []
      : [{ ip, geographicalContext: NOWHERE, version: ipVersionOf(ip), source: null }],
});

/** The whole event, members in the order of real ones (facts: system-log §1). */
export const eventView: View<LogRow, Schemas['LogEvent']> = (row) => {
  const { origin } = row;
  return {
    actor: targetView(origin.actor),
    client: clientView(origin),
    device: null,
    authenticationContext: authenticationView(origin),
    displayMessage: messageOf(row),
    eventType: row.type,
    outcome: outcomeOf(row),
    published: new Date(row.at).toISOString(),
    securityContext: { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null },
    severity: severityOf(row),
    debugContext: { debugData: debugDataOf(row) },
    legacyEventType: legacyTypeOf(row),
    transaction: transactionView(origin),
    uuid: uuidOf(row.id),
    version: '0',
    request: requestView(origin),
    target: row.targets.length > 0 ? row.targets.map(targetView) : null,
  };
};
