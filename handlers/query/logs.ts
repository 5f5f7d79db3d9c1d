import { OktaError } from '../../server/errors.js';
import type { LogRow, LogTarget } from '../../store/rows/org.js';
import { eventTypes } from '../logs/events.js';
import { clientOf, debugDataOf } from '../logs/view.js';
import { type Field, type FieldTable, type FilterProblem, operators, pathGetter } from './index.js';

const BY_MESSAGE: readonly string[] = ['eq', 'co', 'sw', 'pr', 'gt', 'ge', 'lt', 'le'];

/** The System Log's own words and form (facts: system-log §3). */
export function logFilterError({ kind, text, position, found, op }: FilterProblem): OktaError {
  const say = (code: 'E0000031' | 'E0000053', summary: string): OktaError =>
    new OktaError(code, { summary, form: 'log' });
  if (kind === 'field') return say('E0000053', `field is not valid: ${found}`);
  if (kind === 'combination') {
    return say(
      'E0000031',
      `The supplied combination of operator and field is not currently supported. Operator: ${op}, Field: ${found}`,
    );
  }
  if (kind === 'operator') {
    return say(
      'E0000053',
      `Invalid filter '${text}': Unrecognized attribute operator '${found}' at position ${position}. Expected: ${BY_MESSAGE.join()}`,
    );
  }
  return say('E0000053', `Invalid filter '${text}': Unexpected '${found}' at position ${position}.`);
}

type Getter = (row: LogRow) => unknown;

const ofTargets =
  (name: keyof LogTarget): Getter =>
  (row) =>
    row.targets.map((target) => target[name]);

/** Paths of the shown event, read from the stored row without building it. */
const getters: Readonly<Record<string, Getter>> = {
  eventType: (row) => row.type,
  displayMessage: (row) => eventTypes[row.type]?.message,
  legacyEventType: (row) => eventTypes[row.type]?.legacy,
  severity: (row) => row.severity ?? 'INFO',
  version: () => '0',
  'actor.id': (row) => row.origin.actor.id,
  'actor.type': (row) => row.origin.actor.type,
  'actor.alternateId': (row) => row.origin.actor.alternateId,
  'actor.displayName': (row) => row.origin.actor.displayName,
  'client.ipAddress': (row) => row.origin.ip,
  'client.device': (row) => clientOf(row.origin).device,
  'client.userAgent.rawUserAgent': (row) => row.origin.userAgent,
  'client.userAgent.os': (row) => clientOf(row.origin).os,
  'client.userAgent.browser': (row) => clientOf(row.origin).browser,
  'request.ipChain.ip': (row) => row.origin.ip,
  'outcome.result': (row) => row.outcome?.result ?? 'SUCCESS',
  'outcome.reason': (row) => row.outcome?.reason ?? null,
  'target.id': ofTargets('id'),
  'target.type': ofTargets('type'),
  'target.alternateId': ofTargets('alternateId'),
  'target.displayName': ofTargets('displayName'),
  'transaction.id': (row) => row.origin.requestId,
  'transaction.type': (row) => (row.origin.url === undefined ? 'JOB' : 'WEB'),
  'transaction.detail.requestApiTokenId': (row) => row.origin.tokenId,
};

const snakeCase = (path: string): string => path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const NO_CO: ReadonlySet<string> = new Set(['debugContext.debugData.url', 'debugContext.debugData.requestUri']);

function fieldAt(given: string): Field<LogRow> | undefined {
  const path = snakeCase(given);
  const get = Object.hasOwn(getters, path) ? getters[path] : undefined;
  if (get) return { get, type: 'any', ops: operators };
  if (!path.startsWith('debugContext.debugData.')) return undefined;
  const read = pathGetter(path.slice('debugContext.debugData.'.length));
  return {
    get: (row) => read(debugDataOf(row)),
    type: 'any',
    ops: NO_CO.has(path) ? operators.filter((op) => op !== 'co') : operators,
  };
}

/** `GET /logs?filter=`: any path of an event but its time. */
export const logFilter: FieldTable<LogRow> = {
  fields: {},
  dynamic: fieldAt,
  caseSensitive: false,
  error: logFilterError,
};
