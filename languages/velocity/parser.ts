import { Cursor, placeIn } from './cursor.js';
import { type Directive, readDirective, readsAs } from './directives.js';
import { TemplateError } from './error.js';
import { limits } from './limits.js';
import type { Block, Macro, Node } from './nodes.js';
import { type ReadQuoted, readReference } from './operands.js';
import { Operators } from './operators.js';
import { type ReadBlock, type Reading, takeLineEnd } from './reading.js';

/** A template that has been read: it can be rendered any number of times. */
export interface Template {
  readonly body: Block;
  readonly macros: ReadonlyMap<string, Macro>;
}

const directive = /#(?:\{([A-Za-z]\w*)\}|([A-Za-z]\w*))/y;

function push(body: Node[], text: string): void {
  const last = body.at(-1);
  if (last?.kind === 'text') last.text += text;
  else if (text) body.push({ kind: 'text', text });
}

/** A comment or raw text, which no backslash takes away: what it prints, or `undefined` where none begins. */
function readUnparsed(cursor: Cursor): string | undefined {
  const start = cursor.at;
  if (cursor.match(/##[^\r\n]*(?:\r\n|\r|\n)?/y)) return '';
  const [open, close] = cursor.take('#*') ? [2, '*#'] : cursor.take('#[[') ? [3, ']]#'] : [0, ''];
  if (open === 0) return undefined;
  const end = cursor.text.indexOf(close, cursor.at);
  if (end < 0 && open === 3) throw cursor.fault(start);
  cursor.at = end < 0 ? cursor.text.length : end + close.length;
  return open === 3 ? cursor.text.slice(start + 3, end) : '';
}

/** What a backslash stands before decides how it prints: Velocity drops it only where there is something to escape. */
function readEscaped(reading: Reading, body: Node[]): Directive | undefined {
  const { cursor } = reading;
  const slashes = cursor.match(/\\+/y)?.[0].length ?? 0;
  const all = '\\'.repeat(slashes);
  if (cursor.char === '$') {
    const reference = readReference(cursor, reading.quoted);
    if (reference) body.push({ kind: 'output', reference, slashes });
    else push(body, all);
    return undefined;
  }
  const found = cursor.match(directive);
  const name = found && (found[1] ?? found[2]);
  if (!found || name === undefined) {
    push(body, all);
    return undefined;
  }
  const is = readsAs(reading, name);
  if (is === 'unknown' || slashes % 2 === 1) {
    push(body, (is === 'unknown' ? all : '\\'.repeat((slashes - 1) / 2)) + found[0]);
    return undefined;
  }
  push(body, is === 'set' ? all : '\\'.repeat(slashes / 2));
  return { name, offset: cursor.at - found[0].length };
}

function readDollar(reading: Reading, body: Node[]): void {
  const { cursor } = reading;
  const reference = readReference(cursor, reading.quoted);
  if (reference) {
    body.push({ kind: 'output', reference, slashes: 0 });
    return;
  }
  const odd = cursor.match(/\$(\\+)!/y);
  if (odd) push(body, `$${odd[1]?.slice(1)}!`);
  else if (cursor.match(/\$!!/y)) push(body, '$!');
  else push(body, cursor.match(/\$!?\{?/y)?.[0] ?? '');
}

/** Text up to the next sign that can begin something; blanks that are all there is before a `#set` go with it. */
function readPlain(cursor: Cursor, body: Node[]): boolean {
  const text = cursor.match(/(?:[^$#\\]+|\$(?![A-Za-z!{\\])|#(?![A-Za-z{@#*[]))+/y)?.[0];
  if (text === undefined) return false;
  const goes = /^[ \t]+$/.test(text) && /#(?:set|\{set\})[ \t]*\(/y;
  if (goes) {
    goes.lastIndex = cursor.at;
    if (goes.test(cursor.text)) return true;
  }
  push(body, text);
  return true;
}

/** Reads nodes up to what ends the block, which is taken. */
function readBlock(reading: Reading): ReadBlock {
  const { cursor } = reading;
  const body: Node[] = [];
  while (!cursor.done) {
    if (readPlain(cursor, body)) continue;
    cursor.part();
    let found: Directive | undefined;
    if (cursor.char === '$') readDollar(reading, body);
    else if (cursor.char === '\\') found = readEscaped(reading, body);
    else {
      const unparsed = readUnparsed(cursor);
      if (unparsed !== undefined) {
        push(body, unparsed);
        // What stands before a construct is no part of the text after it.
        if (!unparsed) body.push({ kind: 'text', text: '' });
        continue;
      }
      const offset = cursor.at;
      const name = cursor.match(directive);
      if (name) found = { name: name[1] ?? name[2] ?? '', offset };
      else if (cursor.take('#@')) found = { name: '@', offset };
      else push(body, cursor.match(/#/y)?.[0] ?? '');
    }
    if (!found) continue;
    const { name, offset } = found;
    if (name === 'end' || name === 'else' || name === 'elseif') {
      if (name !== 'elseif') takeLineEnd(cursor);
      return { body, end: name, offset };
    }
    const node = readDirective(reading, found);
    if (typeof node === 'string') push(body, node);
    else if (node) body.push(node);
  }
  return { body, end: 'text', offset: cursor.at };
}

/** Reads a template, or one in quotes within `outer`, where `macros` are known. */
export function readWithin(text: string, macros: Map<string, Macro>, operators: Operators, outer?: Cursor): Block {
  const cursor = new Cursor(text, outer);
  const { body, end, offset } = readBlock({
    cursor,
    macros,
    operators,
    quoted: quotedIn(macros, operators),
    block: readBlock,
  });
  if (end !== 'text') throw cursor.fault(offset);
  return body;
}

function quotedIn(macros: Map<string, Macro>, operators: Operators): ReadQuoted {
  return (text, cursor, at) =>
    cursor.nested(() => {
      try {
        return readWithin(text, macros, operators, cursor);
      } catch (fault) {
        if (!(fault instanceof TemplateError) || fault.line === undefined) throw fault;
        const { line, column } = placeIn(cursor.text, at);
        const message = `In the quotes at line ${line}, column ${column}: ${fault.message}`;
        throw new TemplateError(fault.kind, message, line, column);
      }
    });
}

/**
 * Reads a template.
 * @throws TemplateError `syntax` with line and column; `length` for a text over `limits.template`, or more parts or
 *   different expressions than the limits; `depth`
 */
export function parseTemplate(text: string): Template {
  if (text.length > limits.template) {
    throw new TemplateError('length', `The template is longer than ${limits.template} characters`);
  }
  const macros = new Map<string, Macro>();
  const body = readWithin(text, macros, new Operators());
  return { body, macros };
}
