import type { Value } from './functions.js';
import { compileMapping, type Mapping } from './mapping.js';

/** A text with expressions in it, such as `${source.userName}${instance.userSuffix}`. */
export type Template = readonly (string | Mapping)[];

const MAX_KEPT = 256;
const kept = new Map<string, Template>();

/** `fn:name(...)` is how templates call a function; `instance.x` is written into the profile as `instanceX`. */
const plain = (expression: string): string =>
  expression.replace(/\bfn:(\w)/g, 'fn.$1').replace(/\binstance\.(\w)(\w*)/g, (_, first: string, rest: string) => {
    return `source.instance${first.toUpperCase()}${rest}`;
  });

function compile(source: string): Template {
  const parts = source.split(/\$\{([^}]*)\}/);
  // Without a place to fill in it is an expression as a whole.
  if (parts.length === 1) return [compileMapping('user', plain(source), () => true)];
  return parts.map((part, i) => (i % 2 === 0 ? part : compileMapping('user', plain(part), () => true)));
}

/**
 * A template of usernames (facts: apps §2).
 * @throws ExpressionError for an expression in it that is none
 */
export function templateOf(source: string): Template {
  let template = kept.get(source);
  if (!template) {
    template = compile(source);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(source, template);
  }
  return template;
}

const shown = (value: Value): string => (value === null || typeof value === 'object' ? '' : String(value));

/** The text that a template makes of a profile. */
export const filled = (template: Template, profile: Readonly<Record<string, unknown>>): string =>
  template.map((part) => (typeof part === 'string' ? part : shown(part.valueFor(profile)))).join('');
