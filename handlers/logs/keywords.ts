import type { OktaError } from '../../server/errors.js';
import type { LogRow } from '../../store/rows/org.js';
import { eventTypes } from './events.js';
import { debugDataOf } from './view.js';

const MAX_KEYWORDS = 10;
const MAX_LENGTH = 40;

type Refuse = (code: 'E0000001', summary: string) => OktaError;

/** The words that `q` may name in a value: the whole, and its parts between spaces and hyphens. */
function addWords(words: Set<string>, value: unknown): void {
  if (typeof value !== 'string' || value === '') return;
  const text = value.toLowerCase();
  words.add(text);
  for (const word of text.split(/\s+/)) {
    words.add(word);
    for (const part of word.split('-')) words.add(part);
  }
}

function wordsOf(row: LogRow): Set<string> {
  const words = new Set<string>();
  const { actor, ip, userAgent, requestId, tokenId } = row.origin;
  const type = eventTypes[row.type];
  for (const value of [
    row.type,
    type?.message,
    type?.legacy,
    row.severity ?? 'INFO',
    ip,
    userAgent,
    requestId,
    tokenId,
  ]) {
    addWords(words, value);
  }
  addWords(words, row.outcome?.result ?? 'SUCCESS');
  addWords(words, row.outcome?.reason);
  for (const object of [actor, ...row.targets]) {
    for (const value of [object.id, object.type, object.alternateId, object.displayName]) addWords(words, value);
  }
  for (const value of Object.values(debugDataOf(row))) addWords(words, value);
  return words;
}

/**
 * A test for events in which every keyword stands as a whole word, in any value (facts: system-log §2).
 * @throws OktaError 400 E0000001 for more than ten keywords, or one of more than 40 characters
 */
export function keywordTest(q: string, refuse: Refuse): (row: LogRow) => boolean {
  const keywords = q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (keywords.some((keyword) => keyword.length > MAX_LENGTH)) {
    throw refuse(
      'E0000001',
      `Api validation failed: 'q': Freeform search cannot contain items longer than ${MAX_LENGTH} characters. Please shorten the items in your search or use an advanced filter to query by specific fields.`,
    );
  }
  if (keywords.length > MAX_KEYWORDS) {
    throw refuse(
      'E0000001',
      `Api validation failed: 'q': Freeform search cannot contain more than ${MAX_KEYWORDS} items.`,
    );
  }
  return (row) => {
    const words = wordsOf(row);
    return keywords.every((keyword) => words.has(keyword));
  };
}
