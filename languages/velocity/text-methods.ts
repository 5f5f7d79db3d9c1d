import { type Found, type Search, searchFor } from '../pattern/one-way.js';
import { PatternError } from '../pattern/tree.js';
import type { Budget } from './budget.js';
import { type Method, type Methods, method, thrown, within } from './methods.js';
import { textOf, type Value } from './values.js';

type TextMethod = Method<string>;
const of = <const T extends Parameters<typeof method>[0]>(...args: Parameters<typeof method<string, T>>): TextMethod =>
  method<string, T>(...args);

function part(text: string, from: number, to: number): string {
  return from >= 0 && to <= text.length && from <= to
    ? text.slice(from, to)
    : thrown(`begin ${from}, end ${to}, length ${text.length}`);
}

/** A pattern of a template: Java throws for one that is none. */
function patternOf(source: string, budget: Budget): Search {
  try {
    return searchFor(source, budget);
  } catch (error) {
    if (error instanceof PatternError) thrown(`A pattern ${error.message}`);
    throw error;
  }
}

/** Java's replacement texts: `$1` for a group, a backslash before a sign that stands for itself. */
function replacementOf(template: string, text: string, found: Found): string {
  return template.replace(/\\([\s\S]?)|\$(\d?)/g, (_, escaped: string | undefined, group: string) => {
    if (escaped !== undefined) return escaped || thrown('A replacement ends in a backslash');
    if (group === '') return thrown('A replacement has a dollar sign without a group');
    if (Number(group) >= found.groups.length) return thrown(`No group ${group}`);
    const [start, end] = found.groups[Number(group)] ?? [0, 0];
    return text.slice(start, end);
  });
}

function everyFound(text: string, source: string, budget: Budget, most = Number.POSITIVE_INFINITY): Found[] {
  const pattern = patternOf(source, budget);
  const all: Found[] = [];
  for (let at = 0; at <= text.length && all.length < most; ) {
    const found = pattern.find(text, at);
    if (!found) break;
    const groups = Array.from({ length: pattern.groups + 1 }, (_, index) => found.groups[index]);
    all.push({ ...found, groups });
    at = found.end > found.start ? found.end : found.end + 1;
  }
  return all;
}

function patternReplaced(text: string, source: string, by: string, budget: Budget, most?: number): string {
  const parts: string[] = [];
  let at = 0;
  let length = text.length;
  for (const found of everyFound(text, source, budget, most)) {
    budget.spend(4 + (by.length >> 3));
    const put = replacementOf(by, text, found);
    length += put.length;
    budget.length(length);
    parts.push(text.slice(at, found.start), put);
    at = found.end;
  }
  return budget.text(parts.join('') + text.slice(at));
}

/** Replaces a text, in every place. The result's length is known, and checked, before it is built. */
function replaced(text: string, what: string, by: string, budget: Budget): string {
  budget.handle(text.length);
  const parts = text.split(what);
  budget.items(parts.length);
  const count = what ? parts.length - 1 : text.length + 1;
  budget.length(text.length + count * (by.length - what.length));
  return budget.text(what ? parts.join(by) : by + parts.map((char) => char + by).join(''));
}

/** Java's `split`: empty texts at the end go, unless a limit is given. */
function split(text: string, source: string, limit: number, budget: Budget): Value[] {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end } of everyFound(text, source, budget)) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (end === 0 || (start === end && start === text.length)) continue;
    parts.push(text.slice(at, start));
    at = end;
  }
  parts.push(text.slice(at));
  while (limit === 0 && parts.length > 1 && parts.at(-1) === '') parts.pop();
  return parts;
}

function chars(text: string, budget: Budget): Value[] {
  budget.items(text.length);
  return text.split('');
}

function compared(left: string, right: string): bigint {
  const end = Math.min(left.length, right.length);
  for (let at = 0; at < end; at += 1) {
    if (left[at] !== right[at]) return BigInt(left.charCodeAt(at) - right.charCodeAt(at));
  }
  return BigInt(left.length - right.length);
}

function hashOf(text: string): bigint {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(31, hash) + text.charCodeAt(at)) | 0;
  return BigInt(hash);
}

const searching: [string, readonly TextMethod[]][] = [
  ['contains', [of(['text'], (text, [what]) => text.includes(what))]],
  [
    'startsWith',
    [
      of(['text'], (text, [start]) => text.startsWith(start)),
      of(['text', 'int'], (text, [start, at]) => at >= 0 && text.startsWith(start, at)),
    ],
  ],
  ['endsWith', [of(['text'], (text, [end]) => text.endsWith(end))]],
  [
    'indexOf',
    [
      of(['text'], (text, [what]) => BigInt(text.indexOf(what))),
      of(['text', 'int'], (text, [what, at]) => BigInt(text.indexOf(what, at))),
    ],
  ],
  [
    'lastIndexOf',
    [
      of(['text'], (text, [what]) => BigInt(text.lastIndexOf(what))),
      of(['text', 'int'], (text, [what, at]) => BigInt(at < 0 ? -1 : text.lastIndexOf(what, at))),
    ],
  ],
  ['matches', [of(['text'], (text, [source], budget) => patternOf(source, budget).find(text, 0, true) !== undefined)]],
  ['charAt', [of(['int'], (text, [at]) => text[within(at, text.length)] ?? '')]],
  ['codePointAt', [of(['int'], (text, [at]) => BigInt(text.codePointAt(within(at, text.length)) ?? 0))]],
];

const comparing: [string, readonly TextMethod[]][] = [
  ['equals', [of(['any'], (text, [other]) => text === other)]],
  ['contentEquals', [of(['text'], (text, [other]) => text === other)]],
  ['equalsIgnoreCase', [of(['text'], (text, [other]) => text.toLowerCase() === other.toLowerCase())]],
  ['compareTo', [of(['text'], (text, [other]) => compared(text, other))]],
  ['compareToIgnoreCase', [of(['text'], (text, [other]) => compared(text.toLowerCase(), other.toLowerCase()))]],
  ['hashCode', [of([], hashOf)]],
  ['isEmpty', [of([], (text) => text === '')]],
  ['isBlank', [of([], (text) => text.trim() === '')]],
  ['length', [of([], (text) => BigInt(text.length))]],
];

const changing: [string, readonly TextMethod[]][] = [
  ['concat', [of(['text'], (text, [more], budget) => budget.text(text + more))]],
  ['replace', [of(['text', 'text'], (text, [what, by], budget) => replaced(text, what, by, budget))]],
  ['replaceAll', [of(['text', 'text'], (text, [source, by], budget) => patternReplaced(text, source, by, budget))]],
  [
    'replaceFirst',
    [of(['text', 'text'], (text, [source, by], budget) => patternReplaced(text, source, by, budget, 1))],
  ],
  [
    'repeat',
    [
      of(['int'], (text, [count], budget) => {
        if (count < 0) thrown(`count is negative: ${count}`);
        budget.length(text.length * count);
        return budget.text(text.repeat(count));
      }),
    ],
  ],
  [
    'split',
    [
      of(['text'], (text, [source], budget) => split(text, source, 0, budget)),
      of(['text', 'int'], (text, [source, limit], budget) => split(text, source, limit, budget)),
    ],
  ],
  ['strip', [of([], (text) => text.trim())]],
  [
    'substring',
    [
      of(['int'], (text, [from]) => part(text, from, text.length)),
      of(['int', 'int'], (text, [from, to]) => part(text, from, to)),
    ],
  ],
  ['subSequence', [of(['int', 'int'], (text, [from, to]) => part(text, from, to))]],
  ['toCharArray', [of([], (text, _, budget) => chars(text, budget))]],
  ['toLowerCase', [of([], (text) => text.toLowerCase())]],
  ['toString', [of([], (text) => text)]],
  ['intern', [of([], (text) => text)]],
  ['toUpperCase', [of([], (text, _, budget) => budget.text(text.toUpperCase()))]],
  // Java takes away what is not above a blank; JavaScript's trim takes other blanks, too.
  ['trim', [of([], (text) => text.replace(/^[\0-\x20]+/, '').replace(/[\0-\x20]+$/, ''))]],
  ['valueOf', [of(['any'], (_, [value], budget) => textOf(value, budget))]],
];

/** The methods of Java's `String`. */
export const textMethods: Methods<string> = new Map([...searching, ...comparing, ...changing]);
