import type { Cursor } from './cursor.js';
import { limits } from './limits.js';
import type { Block, Operand, Reference, Step } from './nodes.js';

/** Reads the text between double quotes, which is a template itself. */
export type ReadQuoted = (text: string, cursor: Cursor, at: number) => Block;

/**
 * A name goes on after a hyphen (Velocity 1.7), but for a hyphen before a digit: there a subtraction begins
 * (facts: velocity).
 */
const NAME = /[A-Za-z](?:\w|-(?!\d))*/y;
const WORD = /[A-Za-z_][\w-]*/y;
const NUMBER = /-?(?:\d+(?:\.(?!\.)\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

function list(cursor: Cursor, close: string, read: () => void): void {
  do {
    cursor.skip();
    read();
    cursor.skip();
  } while (cursor.take(','));
  cursor.expect(close);
}

/** Reads the arguments of a method after its opening bracket. */
function readArguments(cursor: Cursor, quoted: ReadQuoted): Operand[] {
  const args: Operand[] = [];
  if (cursor.take(')')) return args;
  cursor.nested(() => list(cursor, ')', () => args.push(readOperand(cursor, quoted))));
  return args;
}

function readStep(cursor: Cursor, quoted: ReadQuoted): Step | undefined {
  if (cursor.take('[')) {
    return cursor.nested(() => {
      cursor.skip();
      const at = readOperand(cursor, quoted);
      if (at.kind === 'word') throw cursor.fault();
      cursor.skip();
      cursor.expect(']');
      return { kind: 'index', at };
    });
  }
  const start = cursor.at;
  const name = cursor.take('.') ? cursor.match(NAME)?.[0] : undefined;
  if (name === undefined) {
    cursor.at = start;
    return undefined;
  }
  // A bracket before a directive, or the end, is text; before anything else it opens the arguments.
  if (!cursor.match(/\((?!#|$)/y)) return { kind: 'property', name };
  return { kind: 'method', name, args: readArguments(cursor, quoted) };
}

/** Reads a reference where one stands: `undefined` (and nothing taken) for a dollar sign that is only text. */
export function readReference(cursor: Cursor, quoted: ReadQuoted): Reference | undefined {
  const offset = cursor.at;
  const head = cursor.match(/\$(!?)(\{?)/y);
  const name = head && cursor.match(NAME)?.[0];
  if (!head || name === undefined) {
    cursor.at = offset;
    return undefined;
  }
  cursor.part();
  const steps: Step[] = [];
  for (let step = readStep(cursor, quoted); step; step = readStep(cursor, quoted)) {
    if (steps.push(step) > limits.path) throw cursor.error('depth', `A reference of more than ${limits.path} steps`);
  }
  if (head[2]) cursor.expect('}');
  const source = cursor.since(offset);
  return { kind: 'reference', name, steps, quiet: head[1] !== '', braces: head[2] !== '', source };
}

function readText(cursor: Cursor, quoted: ReadQuoted): Operand {
  const start = cursor.at;
  const quote = cursor.char;
  const found = cursor.match(quote === '"' ? /"([^"]*)"(?:"([^"]*)")*/y : /'([^']*)'(?:'([^']*)')*/y);
  if (!found) throw cursor.fault();
  const source = found[0];
  const value = source.slice(1, -1).replaceAll(quote + quote, quote);
  if (quote === "'" || !/[$#]/.test(value)) return { kind: 'literal', value, source };
  return { kind: 'mixed', body: quoted(value, cursor, start), source };
}

function readNumber(cursor: Cursor): Operand | undefined {
  const source = cursor.match(NUMBER)?.[0];
  if (source === undefined) return undefined;
  if (source.length > 300) throw cursor.fault(cursor.at - source.length);
  return { kind: 'literal', value: /^-?\d+$/.test(source) ? BigInt(source) : Number(source), source };
}

function readList(cursor: Cursor, quoted: ReadQuoted): Operand {
  const start = cursor.at;
  cursor.at += 1;
  const items: Operand[] = [];
  if (cursor.take(']')) return { kind: 'list', items, source: '[]' };
  cursor.skip();
  items.push(readOperand(cursor, quoted));
  cursor.skip();
  if (cursor.take('..')) {
    cursor.skip();
    const to = readOperand(cursor, quoted);
    cursor.skip();
    cursor.expect(']');
    const bounds = [items[0] as Operand, to] as const;
    const whole = (bound: Operand) =>
      bound.kind === 'reference' || ('value' in bound && typeof bound.value === 'bigint');
    if (!bounds.every(whole)) throw cursor.fault(start);
    return { kind: 'range', from: bounds[0], to, source: cursor.since(start) };
  }
  if (cursor.take(',')) list(cursor, ']', () => items.push(readOperand(cursor, quoted)));
  else cursor.expect(']');
  return { kind: 'list', items, source: cursor.since(start) };
}

function readMap(cursor: Cursor, quoted: ReadQuoted): Operand {
  const start = cursor.at;
  cursor.at += 1;
  cursor.skip();
  const entries: (readonly [Operand, Operand])[] = [];
  if (cursor.take('}')) return { kind: 'map', entries, source: cursor.since(start) };
  list(cursor, '}', () => {
    const key = readOperand(cursor, quoted);
    if (key.kind === 'word') throw cursor.fault(start);
    cursor.skip();
    cursor.expect(':');
    cursor.skip();
    entries.push([key, readOperand(cursor, quoted)]);
  });
  return { kind: 'map', entries, source: cursor.since(start) };
}

/** Reads one operand: text, number, list, range, map, reference, true, false, or a bare word, which is worth null. */
export function readOperand(cursor: Cursor, quoted: ReadQuoted): Operand {
  cursor.part();
  return cursor.nested(() => {
    const { char } = cursor;
    if (char === '"' || char === "'") return readText(cursor, quoted);
    if (char === '[') return readList(cursor, quoted);
    if (char === '{') return readMap(cursor, quoted);
    const found = char === '$' ? readReference(cursor, quoted) : readNumber(cursor);
    if (found) return found;
    const source = cursor.match(WORD)?.[0];
    if (source === undefined) throw cursor.fault();
    if (source === 'true' || source === 'false') return { kind: 'literal', value: source === 'true', source };
    return { kind: 'word', source };
  });
}
