import { readExpression } from './expressions.js';
import type { Block, Branch, Node, Operand } from './nodes.js';
import { readOperand, readReference } from './operands.js';
import { type Reading, readBody, takeLineEnd } from './reading.js';

/** A directive whose name has been taken: `@` for a call with a body. */
export interface Directive {
  name: string;
  offset: number;
}

const OPEN = /[ \t]*\(/y;

function readCondition(reading: Reading): Branch['condition'] {
  const { cursor, quoted, operators } = reading;
  if (!cursor.match(OPEN)) throw cursor.fault();
  const condition = readExpression(cursor, quoted, operators);
  cursor.skip();
  cursor.expect(')');
  takeLineEnd(cursor);
  return condition;
}

function readIf(reading: Reading): Node {
  const { cursor } = reading;
  const branches: Branch[] = [];
  let otherwise: Block = [];
  return cursor.nested(() => {
    for (let part = 'if'; part !== 'end'; ) {
      const condition = part === 'else' ? undefined : readCondition(reading);
      const { body, end, offset } = reading.block(reading);
      if (condition) branches.push({ condition, body });
      else otherwise = body;
      if (end === 'text' || (!condition && end !== 'end')) throw cursor.fault(offset);
      part = end;
    }
    return { kind: 'if', branches, otherwise };
  });
}

function readSet({ cursor, quoted, operators }: Reading, { offset }: Directive): Node | string {
  if (!cursor.match(OPEN)) return cursor.since(offset);
  cursor.skip();
  const target = readReference(cursor, quoted);
  if (!target) throw cursor.fault();
  cursor.skip();
  cursor.expect('=');
  if (cursor.char === '=') throw cursor.fault();
  const value = readExpression(cursor, quoted, operators);
  cursor.skip();
  cursor.expect(')');
  takeLineEnd(cursor);
  return { kind: 'set', target, value };
}

function readForeach(reading: Reading): Node {
  const { cursor, quoted } = reading;
  if (!cursor.match(OPEN)) throw cursor.fault();
  cursor.skip();
  const variable = readReference(cursor, quoted);
  if (!variable) throw cursor.fault();
  // Velocity takes any word for `in`.
  if (!cursor.match(/\s+[A-Za-z]+(?=[\s$["'{])/y)) throw cursor.fault();
  cursor.skip();
  const source = readOperand(cursor, quoted);
  cursor.skip();
  cursor.expect(')');
  return { kind: 'foreach', variable: variable.name, source, body: readBody(reading) };
}

/** Arguments with blanks or commas between them, as of macros. */
function readLoose({ cursor, quoted }: Reading): Operand[] {
  const args: Operand[] = [];
  for (;;) {
    cursor.match(/[\s,]*/y);
    if (cursor.take(')')) return args;
    args.push(readOperand(cursor, quoted));
  }
}

function readMacro(reading: Reading): undefined {
  const { cursor } = reading;
  if (!cursor.match(OPEN)) throw cursor.fault();
  cursor.skip();
  const name = cursor.match(/[A-Za-z_][\w-]*/y)?.[0];
  if (name === undefined) throw cursor.fault();
  const parameters: string[] = [];
  for (cursor.match(/[\s,]*/y); !cursor.take(')'); cursor.match(/[\s,]*/y)) {
    const parameter = readReference(cursor, reading.quoted);
    if (!parameter) throw cursor.fault();
    parameters.push(parameter.name);
  }
  const body = readBody(reading);
  // The first definition stays (Velocity's default within one template).
  if (!reading.macros.has(name)) reading.macros.set(name, { parameters, body });
}

function readDefine(reading: Reading): Node {
  const { cursor, quoted } = reading;
  if (!cursor.match(OPEN)) throw cursor.fault();
  cursor.skip();
  const target = readReference(cursor, quoted);
  if (!target) throw cursor.fault();
  cursor.skip();
  cursor.expect(')');
  return { kind: 'define', name: target.name, body: readBody(reading) };
}

function readEvaluate(reading: Reading, { offset }: Directive): Node {
  const { cursor } = reading;
  const args = cursor.match(OPEN) ? readLoose(reading) : [];
  const [argument] = args;
  if (!argument || args.length > 1) throw cursor.fault(offset);
  takeLineEnd(cursor);
  return { kind: 'evaluate', argument };
}

function readSimple(kind: 'break' | 'stop') {
  return (reading: Reading): Node => {
    if (reading.cursor.match(/\(/y)) readLoose(reading);
    takeLineEnd(reading.cursor);
    return { kind };
  };
}

function readResource(reading: Reading, { name }: Directive): Node | undefined {
  if (!reading.cursor.match(OPEN)) return undefined;
  readLoose(reading);
  takeLineEnd(reading.cursor);
  return { kind: 'resource', name };
}

function readCall(reading: Reading, { name, offset }: Directive): Node | string {
  const { cursor } = reading;
  const rest = cursor.text[cursor.at - 1] === '}' ? '' : (cursor.match(/[\w-]*/y)?.[0] ?? '');
  const before = cursor.at;
  const args = cursor.match(OPEN) ? cursor.nested(() => readLoose(reading)) : undefined;
  if (!args && !reading.macros.has(name + rest)) {
    cursor.at = before;
    return cursor.since(offset);
  }
  if (args) takeLineEnd(cursor);
  const source = cursor.since(offset);
  return { kind: 'call', name: name + rest, args: args ?? [], content: undefined, source };
}

/** `#@name(...) ... #end`: the body is the macro's `$bodyContent`. */
function readBodyCall(reading: Reading, { offset }: Directive): Node | string {
  const { cursor } = reading;
  const found = cursor.match(/([A-Za-z][\w-]*)[ \t]*\(/y);
  if (!found) return '#@';
  const args = readLoose(reading);
  const content = readBody(reading);
  const source = cursor.since(offset);
  return { kind: 'call', name: found[1] ?? '', args, content, source };
}

type ReadsDirective = (reading: Reading, found: Directive) => Node | string | undefined;

const directives: ReadonlyMap<string, ReadsDirective> = new Map<string, ReadsDirective>([
  ['if', readIf],
  ['set', readSet],
  ['foreach', readForeach],
  ['macro', readMacro],
  ['define', readDefine],
  ['evaluate', readEvaluate],
  ['break', readSimple('break')],
  ['stop', readSimple('stop')],
  ['include', readResource],
  ['parse', readResource],
  ['@', readBodyCall],
]);

/** What a name after `#` means at this place. */
export function readsAs(reading: Reading, name: string): 'set' | 'directive' | 'unknown' {
  if (name === 'set') return 'set';
  const known = directives.has(name) || reading.macros.has(name) || ['end', 'else', 'elseif'].includes(name);
  return known ? 'directive' : 'unknown';
}

/** Reads what follows a directive's name: a node, the text that it is after all, or nothing (a macro's definition). */
export function readDirective(reading: Reading, found: Directive): Node | string | undefined {
  return (directives.get(found.name) ?? readCall)(reading, found);
}
