/** Why a pattern is not taken. */
export class PatternError extends Error {}

const MAX_PATTERN = 256;
/** A pattern with k unbounded parts can cost the subject's length to the power of k. */
const MAX_UNBOUNDED = 3;
const MAX_SUBJECT = 256;
const MAX_REPEAT = 64;

/** How often a quantifier at this place repeats: its length in the text, and whether it is open at the end. */
function quantifierAt(source: string, at: number): { length: number; unbounded: boolean } | undefined {
  const char = source[at];
  if (char === '*' || char === '+') return { length: 1, unbounded: true };
  if (char === '?') return { length: 1, unbounded: false };
  const counted = /^\{(\d+)(,(\d*))?\}/.exec(source.slice(at, at + 16));
  if (!counted) return undefined;
  const most = counted[2] === undefined ? counted[1] : counted[3];
  if (Number(most) > MAX_REPEAT) throw new PatternError('repeats too often');
  return { length: counted[0].length, unbounded: most === '' };
}

/** Refuses what can take exponential or high polynomial time: repeated groups, back references, look-around. */
function check(source: string): void {
  let unbounded = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const char = source[at];
    if (char === '\\') {
      if (/[1-9k]/.test(source[at + 1] ?? '')) throw new PatternError('uses a back reference');
      at += 1;
    } else if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(' && source[at + 1] === '?' && source[at + 2] !== ':')
      throw new PatternError('uses look-around');
    else {
      const quantifier = quantifierAt(source, at);
      if (!quantifier) continue;
      if (quantifier.unbounded) unbounded += 1;
      const previous = source[at - 1];
      if (previous === ')' && source[at - 2] !== '\\' && source[at] !== '?') throw new PatternError('repeats a group');
      at += quantifier.length - 1;
    }
  }
  if (unbounded > MAX_UNBOUNDED) throw new PatternError(`has more than ${MAX_UNBOUNDED} open repetitions`);
}

/**
 * A pattern of the expression language as a test of the whole text. It may begin with `(?i)`.
 * @throws PatternError for a pattern that is none, or one whose cost is not bounded
 */
export function safePattern(pattern: string): (text: string) => boolean {
  if (pattern.length > MAX_PATTERN) throw new PatternError('is too long');
  const ignoreCase = pattern.startsWith('(?i)');
  const source = ignoreCase ? pattern.slice(4) : pattern;
  check(source);
  let regex: RegExp;
  try {
    regex = new RegExp(`^(?:${source})$`, ignoreCase ? 'i' : '');
  } catch {
    throw new PatternError('is not a regular expression');
  }
  return (text) => text.length <= MAX_SUBJECT && regex.test(text);
}
