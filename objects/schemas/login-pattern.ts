import { isEmail } from './formats.js';

/** A rule for logins. */
export interface LoginRule {
  readonly kind: 'email' | 'any' | 'set';
  readonly fits: (login: string) => boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Char {
  readonly code: number;
  /** An unescaped hyphen: the sign of a range, or itself where it comes first. */
  readonly hyphen: boolean;
}

const emailRule: LoginRule = { kind: 'email', fits: isEmail };
const anyRule: LoginRule = { kind: 'any', fits: (login) => login.length > 0 };

/** Letters, digits and hyphens stand for themselves; everything else wants a backslash, which they may not have. */
function charsOf(inside: string): Char[] | undefined {
  const chars: Char[] = [];
  for (let i = 0; i < inside.length; i++) {
    const escaped = inside[i] === '\\';
    if (escaped) i += 1;
    const char = inside[i];
    if (char === undefined || /[0-9A-Za-z]/.test(char) === escaped) {
      if (char !== '-' || escaped) return undefined;
    }
    chars.push({ code: char.charCodeAt(0), hyphen: char === '-' && !escaped });
  }
  return chars;
}

/** Reads the inside of `[…]` as ranges of characters. */
function rangesOf(inside: string): Range[] | undefined {
  const chars = charsOf(inside);
  if (!chars || chars.length === 0) return undefined;
  const ranges: Range[] = [];
  for (let i = 0; i < chars.length; i++) {
    const from = chars[i];
    if (!from || (from.hyphen && i > 0)) return undefined;
    if (from.hyphen || !chars[i + 1]?.hyphen) {
      ranges.push({ from: from.code, to: from.code });
      continue;
    }
    const to = chars[i + 2];
    if (!to || to.hyphen || to.code < from.code) return undefined;
    ranges.push({ from: from.code, to: to.code });
    i += 2;
  }
  return ranges;
}

/**
 * The rule that `login.pattern` means (facts: schemas §3): none is an e-mail address, `.+` anything, `[…]+` characters
 * of a set. The pattern is never run as a regular expression, so none can be slow.
 * @returns undefined for any other pattern
 */
export function loginRule(pattern: string | null | undefined): LoginRule | undefined {
  if (pattern === undefined || pattern === null) return emailRule;
  if (pattern === '.+') return anyRule;
  if (pattern.length > 1000 || !pattern.startsWith('[') || !pattern.endsWith(']+')) return undefined;
  const ranges = rangesOf(pattern.slice(1, -2));
  if (!ranges) return undefined;
  const allowed = (code: number): boolean => ranges.some(({ from, to }) => code >= from && code <= to);
  const fits = (login: string): boolean => {
    for (let i = 0; i < login.length; i++) if (!allowed(login.charCodeAt(i))) return false;
    return login.length > 0;
  };
  return { kind: 'set', fits };
}
