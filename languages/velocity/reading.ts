import type { Cursor } from './cursor.js';
import type { Block, Macro } from './nodes.js';
import type { ReadQuoted } from './operands.js';
import type { Operators } from './operators.js';

/** What ends a block; the end of the text ends the outermost alone. */
export type BlockEnd = 'end' | 'else' | 'elseif' | 'text';

/** A block, what ended it, and where that stands. */
export interface ReadBlock {
  body: Block;
  end: BlockEnd;
  offset: number;
}

/** One reading: the place in the text, the macros that were defined before it, and how what is within is read. */
export interface Reading {
  readonly cursor: Cursor;
  readonly macros: Map<string, Macro>;
  readonly operators: Operators;
  readonly quoted: ReadQuoted;
  readonly block: (reading: Reading) => ReadBlock;
}

/** Takes the rest of the line, if it is blank: the line of a directive is not printed. */
export function takeLineEnd(cursor: Cursor): void {
  cursor.match(/[ \t]*(?:\r\n|\r|\n)/y);
}

/** Reads a block that `#end` closes. */
export function readBody(reading: Reading): Block {
  const { cursor } = reading;
  takeLineEnd(cursor);
  return cursor.nested(() => {
    const { body, end, offset } = reading.block(reading);
    if (end !== 'end') throw cursor.fault(offset);
    return body;
  });
}
