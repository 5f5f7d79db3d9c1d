import type { OktaError } from '../../contract/errors.js';
import {
  type Field,
  type FieldTable,
  type FilterProblem,
  operators,
  pathGetter,
} from '../../languages/filter/compile.js';
import { clientOf } from '../../objects/logs/client.js';
import { uuidOf } from '../../objects/logs/uuid.js';
import {
  ipVersionOf,
  legacyTypeOf,
  messageOf,
  outcomeOf,
  requestUriOf,
  sessionIdOf,
  severityOf,
  transactionTypeOf,
  urlOf,
  zoneNameOf,
} from '../../objects/logs/view.js';
import type { LogRow, LogTarget } from '../../store/rows/logs.js';
import { logRefusal } from './refusal.js';

/** The operators as the System Log lists them. */
const EXPECTED = 'eq,co,sw,pr,gt,ge,lt,le';

/** The System Log's own words (facts: system-log §3). */
function logFilterError({ kind, text, position, found, op }: FilterProblem): OktaError {
  if (kind === 'field') return logRefusal('E0000053', `field is not valid: ${found}`);
  if (kind === 'combination') {
    const summary = 'The supplied combination of operator and field is not currently supported.';
    return logRefusal('E0000031', `${summary} Operator: ${op}, Field: ${found}`);
  }
  const refuse = (what: string): OktaError => logRefusal('E0000053', `Invalid filter '${text}': ${what}`);
  if (kind === 'operator') {
    return refuse(`Unrecognized attribute operator '${found}' at position ${position}. Expected: ${EXPECTED}`);
  }
  if (kind === 'value') return refuse(`Unsupported value for '${found}' at position ${position}.`);
  if (kind === 'size') return refuse(`The filter is too long from position ${position} on.`);
  return refuse(
    found === '' ? `Unexpected end at position ${position}.` : `Unexpected '${found}' at position ${position}.`,
  );
}

type Getter = (row: LogRow) => unknown;

const nothing: Getter = () => null;

/** For what only a request has, not a job. */
const ofRequest =
  (get: Getter): Getter =>
  (row) =>
    row.origin.url === undefined ? null : get(row);

const ofTargets =
  (name: keyof LogTarget): Getter =>
  ({ targets }) => {
    const only = targets.length === 1 ? targets[0] : undefined;
    return only ? only[name] : targets.map((target) => target[name]);
  };

/** The members of an event that are always null, and with them their own. */
const NULL_MEMBERS: readonly string[] = [
  'device',
  'client.id',
  'client.geographicalContext',
  'authenticationContext.authenticationProvider',
  'authenticationContext.credentialProvider',
  'authenticationContext.credentialType',
  'authenticationContext.issuer',
  'authenticationContext.interface',
  'authenticationContext.rootSessionId',
  'securityContext',
  'request.ipChain.source',
  'request.ipChain.geographicalContext',
];

/** Paths of the event as it is shown, read from the stored row without building the event. */
const getters: ReadonlyMap<string, Getter> = new Map<string, Getter>([
  ['uuid', (row) => uuidOf(row.id)],
  ['eventType', (row) => row.type],
  ['displayMessage', messageOf],
  ['legacyEventType', legacyTypeOf],
  ['severity', severityOf],
  ['version', () => '0'],
  ['actor.id', (row) => row.origin.actor.id],
  ['actor.type', (row) => row.origin.actor.type],
  ['actor.alternateId', (row) => row.origin.actor.alternateId],
  ['actor.displayName', (row) => row.origin.actor.displayName],
  ['actor.detailEntry', (row) => row.origin.actor.detailEntry],
  ['client.userAgent', ofRequest((row) => clientOf(row.origin))],
  ['client.ipAddress', ofRequest((row) => row.origin.ip)],
  ['client.zone', ofRequest((row) => zoneNameOf(row.origin))],
  ['client.device', (row) => clientOf(row.origin).device],
  ['client.userAgent.rawUserAgent', (row) => clientOf(row.origin).rawUserAgent],
  ['client.userAgent.os', (row) => clientOf(row.origin).os],
  ['client.userAgent.browser', (row) => clientOf(row.origin).browser],
  ['authenticationContext.authenticationStep', () => 0],
  ['authenticationContext.externalSessionId', (row) => sessionIdOf(row.origin)],
  ['outcome.result', (row) => outcomeOf(row).result],
  ['outcome.reason', (row) => outcomeOf(row).reason],
  ['transaction.id', (row) => row.origin.requestId],
  ['transaction.type', (row) => transactionTypeOf(row.origin)],
  ['transaction.detail.requestApiTokenId', (row) => row.origin.tokenId],
  ['request.ipChain', ofRequest((row) => row.origin.ip)],
  ['request.ipChain.ip', ofRequest((row) => row.origin.ip)],
  ['request.ipChain.version', ofRequest(({ origin: { ip } }) => ip && ipVersionOf(ip))],
  ['target', (row) => row.targets],
  ['target.id', ofTargets('id')],
  ['target.type', ofTargets('type')],
  ['target.alternateId', ofTargets('alternateId')],
  ['target.displayName', ofTargets('displayName')],
  ['target.detailEntry', (row) => row.targets.flatMap((target) => target.detailEntry ?? [])],
]);

/** What debugData says of the request, unless the event type says otherwise. */
const requestFacts: ReadonlyMap<string, Getter> = new Map<string, Getter>([
  ['requestId', ofRequest((row) => row.origin.requestId)],
  ['requestUri', (row) => requestUriOf(row.origin)],
  ['threatSuspected', ofRequest(() => 'false')],
  ['url', (row) => urlOf(row.origin)],
]);

/** What is left of the path behind the prefix and its dot. */
const below = (prefix: string, path: string): string | undefined =>
  path.startsWith(`${prefix}.`) ? path.slice(prefix.length + 1) : undefined;

/** Paths whose members the event type decides. */
function openGetter(path: string): Getter | undefined {
  const debug = below('debugContext.debugData', path);
  if (debug !== undefined) {
    const given = pathGetter(debug);
    const fact = requestFacts.get(debug) ?? nothing;
    return (row) => given(row.debugData) ?? fact(row);
  }
  const ofActor = below('actor.detailEntry', path);
  if (ofActor !== undefined) {
    const read = pathGetter(ofActor);
    return (row) => read(row.origin.actor.detailEntry);
  }
  const ofTarget = below('target.detailEntry', path);
  if (ofTarget === undefined) return undefined;
  const read = pathGetter(ofTarget);
  return (row) => row.targets.flatMap((target) => read(target.detailEntry) ?? []);
}

const getterOf = (path: string): Getter | undefined =>
  getters.get(path) ??
  openGetter(path) ??
  (NULL_MEMBERS.some((name) => path === name || path.startsWith(`${name}.`)) ? nothing : undefined);

/** Okta's examples write some names in snake case: `event_type` for `eventType`. */
const camelCase = (path: string): string => path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

const NOT_CONTAINS: ReadonlySet<string> = new Set(['debugContext.debugData.url', 'debugContext.debugData.requestUri']);

function logField(path: string): Field<LogRow> | undefined {
  const known = getterOf(path) ? path : camelCase(path);
  const get = getterOf(known);
  if (!get) return undefined;
  return { get, type: 'any', ops: NOT_CONTAINS.has(known) ? operators.filter((op) => op !== 'co') : operators };
}

/** `GET /logs?filter=`: any path of an event but its time (facts: system-log §2). */
export const logFilter: FieldTable<LogRow> = {
  fields: {},
  dynamic: logField,
  caseSensitive: false,
  error: logFilterError,
};
