import { forLast } from '../for-last.js';
import { isPlain, textOf } from '../json-text.js';
import type { Row } from '../rows/common.js';
import type { MembershipRow } from '../rows/groups.js';
import type { LogOrigin, LogRow, LogTarget } from '../rows/logs.js';

/** Whether an object has these members, in this order, and no more: then a pattern writes what JSON writes. */
function hasJust(value: object, names: readonly string[]): boolean {
  let at = 0;
  for (const name in value) {
    if (name !== names[at]) return false;
    at += 1;
  }
  return at === names.length;
}

/**
 * What follows an object's first members in its JSON, up to its end. Members have names that JSON writes as they are.
 * @param first the members that a pattern writes
 * @returns undefined where the object does not begin with just these, in this order
 */
function behind(value: object, first: readonly string[]): string | undefined {
  let at = 0;
  let text = '';
  for (const name in value) {
    if (at < first.length) {
      if (name !== first[at]) return undefined;
    } else {
      const member = (value as Readonly<Record<string, unknown>>)[name];
      if (member !== undefined) text += `,"${name}":${textOf(member)}`;
    }
    at += 1;
  }
  return at < first.length ? undefined : `${text}}`;
}

const TARGET = ['id', 'type', 'alternateId', 'displayName'];

function targetText(target: LogTarget): string {
  const { id, type, alternateId, displayName } = target;
  // Names come from what clients sent: whatever their type says, only a text is one.
  const areTexts = typeof alternateId === 'string' && typeof displayName === 'string';
  if (!areTexts || !hasJust(target, TARGET) || !isPlain(id + type + alternateId + displayName)) {
    return JSON.stringify(target);
  }
  return `{"id":"${id}","type":"${type}","alternateId":"${alternateId}","displayName":"${displayName}"}`;
}

/** Who calls, calls again; and what an event names second, as the group that somebody came into, the next one names, too. */
const actorText = forLast(targetText);
const secondText = forLast(targetText);

function listText(targets: readonly LogTarget[]): string {
  let text = '';
  for (const target of targets) text += text === '' ? targetText(target) : `,${secondText(target)}`;
  return `[${text}]`;
}

const ORIGIN = ['actor', 'requestId', 'tokenId', 'ip'];

function newOriginText(origin: LogOrigin): string {
  const { actor, requestId, tokenId, ip } = origin;
  const rest = behind(origin, ORIGIN);
  // A name may be there without a value, as where a connection is gone before its address was asked for.
  if (rest === undefined || tokenId === undefined || ip === undefined || !isPlain(requestId + tokenId + ip)) {
    return JSON.stringify(origin);
  }
  return `{"actor":${actorText(actor)},"requestId":"${requestId}","tokenId":"${tokenId}","ip":"${ip}"${rest}`;
}

/** What the events of one request share: the same objects stand in row after row. */
const originText = forLast(newOriginText);
const targetsText = forLast(listText);

const EVENT = ['id', 'seq', 'type', 'at', 'origin', 'targets'];

function eventText(event: LogRow): string {
  const { id, seq, type, at, origin, targets } = event;
  const rest = behind(event, EVENT);
  if (rest === undefined || !isPlain(id + type)) return JSON.stringify(event);
  const shared = `"origin":${originText(origin)},"targets":${targetsText(targets)}`;
  return `{"id":"${id}","seq":${seq},"type":"${type}","at":${at},${shared}${rest}`;
}

const MEMBERSHIP = ['id', 'seq', 'groupId', 'userId', 'manual', 'rules'];

function membershipText(row: MembershipRow): string {
  const { id, seq, groupId, userId, manual, rules } = row;
  if (!hasJust(row, MEMBERSHIP) || !isPlain(id + groupId + userId)) return JSON.stringify(row);
  const why = rules.length === 0 ? '[]' : JSON.stringify(rules);
  return `{"id":"${id}","seq":${seq},"groupId":"${groupId}","userId":"${userId}","manual":${manual},"rules":${why}}`;
}

/**
 * A row as JSON: the same text for every collection. What is written most is written by a pattern, sooner than JSON
 * walks through it, and parts that rows share are written once.
 */
export function rowText(collection: string, row: Row): string {
  if (collection === 'logs') return eventText(row as LogRow);
  return collection === 'memberships' ? membershipText(row as MembershipRow) : JSON.stringify(row);
}
