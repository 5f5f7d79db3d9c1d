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
import type { LogOrigin, LogRow, LogTarget } from '../../store/rows/logs.js';
import { badParameter } from './refusal.js';

const MAX_KEYWORDS = 10;
const MAX_LENGTH = 40;

const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Whether the keyword stands in the text as a word: between spaces, or as a part of a hyphenated word. */
function holds(text: string, keyword: string, isHyphenated: boolean): boolean {
  for (let at = text.indexOf(keyword); at >= 0; at = text.indexOf(keyword, at + 1)) {
    const before = at === 0 ? SPACE : text.charCodeAt(at - 1);
    const end = at + keyword.length;
    const after = end === text.length ? SPACE : text.charCodeAt(end);
    const isPart = (before === HYPHEN || after === HYPHEN) && !isHyphenated;
    if ((before <= SPACE || before === HYPHEN) && (after <= SPACE || after === HYPHEN)) {
      if (isPart || (before <= SPACE && after <= SPACE)) return true;
    }
  }
  return false;
}

/** Every text within a JSON value. */
function textsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textsIn).join('\n');
}

const textOf = ({ id, type, alternateId, displayName, detailEntry }: LogTarget): string =>
  `${id}\n${type}\n${alternateId}\n${displayName}${detailEntry ? `\n${textsIn(detailEntry)}` : ''}`;

/** Makes a text from a value, and gives the last one again as long as the values say the same. */
function kept<V>(make: (value: V) => string, isSame: (a: V, b: V) => boolean): (value: V) => string {
  let last: { readonly value: V; readonly text: string } | undefined;
  return (value) => {
    if (!last || (last.value !== value && !isSame(last.value, value))) last = { value, text: make(value) };
    return last.text;
  };
}

/** Texts of the one who did it. */
const actorText = kept<LogTarget>(
  (actor) => textOf(actor).toLowerCase(),
  (a, b) =>
    a.id === b.id &&
    a.type === b.type &&
    a.alternateId === b.alternateId &&
    a.displayName === b.displayName &&
    a.detailEntry === b.detailEntry,
);

/** Texts of the program that sent the request, and of its token. */
const clientText = kept<LogOrigin>(
  (origin) => {
    const all = `${sessionIdOf(origin)}\n${transactionTypeOf(origin)}`;
    const { ip, tokenId = '', url } = origin;
    if (url === undefined) return all.toLowerCase();
    const { rawUserAgent, os, browser, device } = clientOf(origin);
    const from = ip === undefined ? '' : `${ip}\n${ipVersionOf(ip)}`;
    // `false`: the suspicion of a threat, which events hold as a text.
    const program = `${rawUserAgent ?? ''}\n${os}\n${browser}\n${device}`;
    return `${all}\n${tokenId}\n${from}\n${program}\n${zoneNameOf(origin)}\nfalse`.toLowerCase();
  },
  (a, b) =>
    a.tokenId === b.tokenId &&
    a.sessionId === b.sessionId &&
    a.ip === b.ip &&
    a.zone === b.zone &&
    a.userAgent === b.userAgent &&
    (a.url === undefined) === (b.url === undefined),
);

/** Texts of the event type and the outcome; `0` is the version. */
function typeText(row: LogRow): string {
  const { result, reason } = outcomeOf(row);
  return `0\n${row.type}\n${messageOf(row)}\n${legacyTypeOf(row) ?? ''}\n${severityOf(row)}\n${result}\n${reason ?? ''}`.toLowerCase();
}

const plainTypes = new Map<string, string>();

/** The same, kept where the outcome is the usual one. */
function keptTypeText(row: LogRow): string {
  if (row.outcome || row.severity !== undefined) return typeText(row);
  let text = plainTypes.get(row.type);
  if (text === undefined) {
    text = typeText(row);
    plainTypes.set(row.type, text);
  }
  return text;
}

/** Texts that hardly two events share. */
function ownText({ targets, debugData, origin }: LogRow): string {
  let text = origin.requestId;
  for (const target of targets) text += `\n${textOf(target)}`;
  if (debugData) text += `\n${textsIn(debugData)}`;
  if (origin.url !== undefined) text += `\n${requestUriOf(origin)}\n${urlOf(origin)}`;
  return text.toLowerCase();
}

// Making the UUID and the time of an event costs more than all else: only for words that may be such a text or a part.
const UUID = /^[0-9a-f]{4}(?:[0-9a-f]{4}){0,2}$|^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^(?:\d{4}-\d\d-)?\d\dt[\d:.]+z$|^\d\d(?:\d\d)?$/;

const MAX_KEPT = 1000;

/** One word, and in which texts it stands. Texts that many events share are looked through once. */
function keyword(word: string) {
  const isHyphenated = word.includes('-');
  const isUuid = UUID.test(word);
  const isTime = TIME.test(word);
  const inText = (text: string): boolean => holds(text, word, isHyphenated);
  const known = new Map<string, boolean>();
  const inShared = (text: string): boolean => {
    let found = known.get(text);
    if (found === undefined) {
      if (known.size >= MAX_KEPT) known.clear();
      found = inText(text);
      known.set(text, found);
    }
    return found;
  };
  const inStamps = (row: LogRow): boolean =>
    (isUuid && inText(uuidOf(row.id))) || (isTime && inText(new Date(row.at).toISOString().toLowerCase()));
  return { inText, inShared, inStamps };
}

/**
 * A test for events in which every keyword stands as a whole word, in any value and in any case
 * (facts: system-log §2).
 * @throws OktaError 400 E0000001 for more than ten keywords, or one of more than 40 characters
 */
export function keywordTest(q: string): (row: LogRow) => boolean {
  const given = q.toLowerCase().split(/\s+/).filter(Boolean);
  const words = [...new Set(given)];
  if (words.some((word) => word.length > MAX_LENGTH)) {
    throw badParameter(
      'q',
      `Freeform search cannot contain items longer than ${MAX_LENGTH} characters. Please shorten the items in your search or use an advanced filter to query by specific fields.`,
    );
  }
  if (given.length > MAX_KEYWORDS) {
    throw badParameter('q', `Freeform search cannot contain more than ${MAX_KEYWORDS} items.`);
  }
  const keywords = words.map(keyword);
  return (row) => {
    const shared = [keptTypeText(row), actorText(row.origin.actor), clientText(row.origin)];
    let own: string | undefined;
    return keywords.every((word) => {
      if (shared.some(word.inShared)) return true;
      own ??= ownText(row);
      return word.inText(own) || word.inStamps(row);
    });
  };
}
