import type { LogRow, LogTarget } from '../../store/rows/org.js';
import { clientOf } from './client.js';
import { badParameter } from './refusal.js';
import { uuidOf } from './uuid.js';
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
} from './view.js';

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

/** Every text of the event's request and client. */
function requestText({ origin }: LogRow): string {
  const { actor, requestId, tokenId = '', ip = '', url } = origin;
  const all = `${textOf(actor)}\n${requestId}\n${sessionIdOf(origin)}\n${transactionTypeOf(origin)}`;
  if (url === undefined) return all;
  const { rawUserAgent, os, browser, device } = clientOf(origin);
  const from = ip === '' ? '' : `${ip}\n${ipVersionOf(ip)}`;
  // `null` and `false`: the zone and the suspicion of a threat, which events hold as texts.
  return `${all}\n${tokenId}\n${from}\n${rawUserAgent ?? ''}\n${os}\n${browser}\n${device}\n${requestUriOf(origin)}\n${urlOf(origin)}\nnull\nfalse`;
}

/** Every text of the event as it is shown, but those of its time and its UUID; in lower case. */
function eventText(row: LogRow): string {
  const { result, reason } = outcomeOf(row);
  let text = `0\n${row.type}\n${messageOf(row)}\n${legacyTypeOf(row) ?? ''}\n${severityOf(row)}\n${result}\n${reason ?? ''}`;
  for (const target of row.targets) text += `\n${textOf(target)}`;
  if (row.debugData) text += `\n${textsIn(row.debugData)}`;
  return `${text}\n${requestText(row)}`.toLowerCase();
}

/** Whether a word may be of a UUID or a time, which cost more to make than all other texts. */
const MAYBE_STAMP = /^[0-9a-f][-0-9a-f:.tz]*$/;

/**
 * A test for events in which every keyword stands as a whole word, in any value and in any case
 * (facts: system-log §2).
 * @throws OktaError 400 E0000001 for more than ten keywords, or one of more than 40 characters
 */
export function keywordTest(q: string): (row: LogRow) => boolean {
  const words = [...new Set(q.toLowerCase().split(/\s+/).filter(Boolean))];
  if (words.some((word) => word.length > MAX_LENGTH)) {
    throw badParameter(
      'q',
      `Freeform search cannot contain items longer than ${MAX_LENGTH} characters. Please shorten the items in your search or use an advanced filter to query by specific fields.`,
    );
  }
  if (words.length > MAX_KEYWORDS) {
    throw badParameter('q', `Freeform search cannot contain more than ${MAX_KEYWORDS} items.`);
  }
  const keywords = words.map((word) => ({
    word,
    isHyphenated: word.includes('-'),
    maybeStamp: MAYBE_STAMP.test(word),
  }));
  return (row) => {
    const text = eventText(row);
    let stamps: string | undefined;
    return keywords.every(({ word, isHyphenated, maybeStamp }) => {
      if (holds(text, word, isHyphenated)) return true;
      if (!maybeStamp) return false;
      stamps ??= `${uuidOf(row.id)}\n${new Date(row.at).toISOString().toLowerCase()}`;
      return holds(stamps, word, isHyphenated);
    });
  };
}
