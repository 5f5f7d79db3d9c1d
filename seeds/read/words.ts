import type { ErrorCode } from 'yaml';
import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with keys',
  record: 'an object with keys',
  null: 'null',
  undefined: 'nothing',
  Infinity: 'an endless one',
  NaN: 'none at all',
};

/** The kind of a value, by the name that the parser has for it. */
export const kindOf = (name: string): string => KINDS[name] ?? name;

/** What a parser's own sentence says it was given. */
const receivedIn = (message: string): string => /received (\w+)/.exec(message)?.[1] ?? 'undefined';

function wordsOfSize(issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): string {
  const isLeast = issue.code === 'too_small';
  const bound = Number(isLeast ? issue.minimum : issue.maximum);
  const most = isLeast ? 'at least' : 'at most';
  if (issue.origin === 'string') return `must have ${most} ${bound} ${bound === 1 ? 'character' : 'characters'}`;
  if (issue.origin === 'array') return `must have ${most} ${bound} ${bound === 1 ? 'item' : 'items'}`;
  return `must be ${issue.inclusive === false ? (isLeast ? 'more than' : 'less than') : most} ${bound}`;
}

/** The parser's own sentences begin so; all others are those of the seed's rules. */
const ITS_OWN = /^(?:Invalid|Too (?:big|small)|Unrecognized|Duplicate|Not)\b/;

/** What is wrong with a value, in our words: it goes on after the value's place. */
export function wordsOfIssue(issue: Issue): string {
  if (!ITS_OWN.test(issue.message)) return `is wrong: ${issue.message}`;
  if (issue.code === 'invalid_type') {
    const received = receivedIn(issue.message);
    return received === 'undefined'
      ? `is missing: it must be ${kindOf(issue.expected)}`
      : `is wrong: must be ${kindOf(issue.expected)}, not ${kindOf(received)}`;
  }
  if (issue.code === 'invalid_value') return `is wrong: must be ${issue.values.map(String).join(' or ')}`;
  if (issue.code === 'too_small' || issue.code === 'too_big') return `is wrong: ${wordsOfSize(issue)}`;
  if (issue.code === 'invalid_key') return 'is wrong: no key may be called so';
  if (issue.code === 'invalid_union') {
    const kinds = issue.errors.flatMap(([first]) => (first?.code === 'invalid_type' ? [kindOf(first.expected)] : []));
    return kinds.length === 0
      ? 'is wrong: none of the forms that it may have'
      : `is wrong: must be ${kinds.join(' or ')}`;
  }
  if (issue.code === 'invalid_format') return `is wrong: must be of the form "${issue.format}"`;
  return 'is wrong: not a value that can stand here';
}

/** What is wrong with YAML, by the code of its reader. */
const YAML_FAULTS: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: 'an alias (*name) can have no anchor and no tag',
  BAD_ALIAS: 'an alias (*name) names no anchor (&name) before it',
  BAD_COLLECTION_TYPE: 'a tag says another kind of value than stands here',
  BAD_DIRECTIVE: 'a line that begins with % is no directive',
  BAD_DQ_ESCAPE: 'a backslash in double quotes begins no escape; single quotes take it as it is',
  BAD_INDENT: 'the indentation does not fit the lines around it',
  BAD_PROP_ORDER: 'an anchor or a tag stands in the wrong place',
  BAD_SCALAR_START: 'a text cannot begin so; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'a key and its value stand where only a value can; quotes may be missing',
  BLOCK_IN_FLOW: 'inside { } and [ ] items are parted by commas, not by lines',
  DUPLICATE_KEY: 'this key is there already',
  IMPOSSIBLE: 'this cannot be read',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'something is missing here: a quote, a comma, a colon or a bracket',
  MULTILINE_IMPLICIT_KEY: 'a key goes over several lines; a colon may be missing',
  MULTIPLE_ANCHORS: 'a value has two anchors (&name)',
  MULTIPLE_DOCS: 'a second document begins here (---); a seed is one',
  MULTIPLE_TAGS: 'a value has two tags',
  NON_STRING_KEY: 'a key must be a text',
  RESOURCE_EXHAUSTION: 'it is too deep or too large to be read',
  TAB_AS_INDENT: 'a tab stands in the indentation; YAML takes spaces alone',
  TAG_RESOLVE_FAILED: 'a tag (!name) cannot stand here; leave it out',
  UNEXPECTED_TOKEN: 'this does not belong here',
};

/**
 * What is wrong with YAML, in our words.
 * @param at what stands there
 */
export function wordsOfYaml(code: ErrorCode, at: string): string {
  if (code === 'TAG_RESOLVE_FAILED' && at.startsWith('!')) return `the tag ${at} cannot stand here; leave it out`;
  return `not valid YAML: ${YAML_FAULTS[code] ?? YAML_FAULTS.IMPOSSIBLE}`;
}

/** Faults after which the rest can be read as it was meant. */
export const isHarmless = (code: ErrorCode): boolean =>
  code === 'DUPLICATE_KEY' || code === 'TAG_RESOLVE_FAILED' || code === 'BAD_DQ_ESCAPE';
