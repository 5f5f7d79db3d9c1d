import { METHODS, type Operation, operations, route } from './operations.js';

/** What a search gives: operations, the best first, the words to mark, and values out of a pasted path. */
export interface Found {
  readonly hits: readonly Operation[];
  readonly terms: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

const entries = operations.map((op) => ({
  op,
  id: op.id.toLowerCase(),
  words: op.id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(' '),
  summary: op.summary.toLowerCase(),
  path: op.path.toLowerCase(),
  group: op.group.toLowerCase(),
}));
type Entry = (typeof entries)[number];

function wordScore({ words, id }: Entry, term: string): number {
  if (words.includes(term) || words.includes(`${term}s`)) return 12;
  if (words.some((word) => word.startsWith(term))) return 9;
  return id.includes(term) ? 4 : 0;
}

function scoreOf(entry: Entry, term: string): number {
  const { op, path, group, summary } = entry;
  let score = wordScore(entry, term);
  if (op.method === term) score += 5;
  if (path.includes(`/${term}`)) score += 5;
  else if (path.includes(term)) score += 2;
  if (group.startsWith(term)) score += 4;
  if (summary.includes(term)) score += 2;
  return score;
}

/** The score of an operation in which every term is found, else undefined. */
function totalOf(entry: Entry, terms: readonly string[]): number | undefined {
  const joined = terms.join('');
  let total = entry.id === joined ? 100 : entry.id.startsWith(joined) ? 20 : 0;
  for (const term of terms) {
    const score = scoreOf(entry, term);
    if (score === 0) return undefined;
    total += score;
  }
  return total - entry.path.length / 50;
}

/** A path, a URL, or a method with one, as logs write it: the operations that it calls. */
function called(text: string): Found | undefined {
  const [, method, path = ''] = /^(?:(get|post|put|delete)\s+)?(https?:\/\/\S+|\/\S+)$/i.exec(text) ?? [];
  const methods = method === undefined ? METHODS : [method.toLowerCase()];
  const found = methods.map((one) => route(one, path)).filter((one) => one !== undefined);
  if (found.length === 0) return undefined;
  return { hits: found.map(({ op }) => op), terms: [], values: Object.assign({}, ...found.map((one) => one.values)) };
}

/** Finds operations: by words, all of which must occur, or by a path out of somebody's log. */
export function search(query: string): Found {
  const text = query.trim();
  if (text === '') return { hits: operations, terms: [], values: {} };
  const request = called(text);
  if (request) return request;
  const terms = text.toLowerCase().replace('/api/v1', '').split(/\s+/).filter(Boolean);
  const hits: { op: Operation; score: number }[] = [];
  for (const entry of entries) {
    const score = totalOf(entry, terms);
    if (score !== undefined) hits.push({ op: entry.op, score });
  }
  return { hits: hits.sort((a, b) => b.score - a.score).map(({ op }) => op), terms, values: {} };
}
