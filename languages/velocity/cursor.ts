import { TemplateError, type TemplateFault } from './error.js';
import { limits } from './limits.js';

/** Line and column, from 1, of an offset. */
export function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - before.lastIndexOf('\n') };
}

/** A place in a template's text; it only moves on, so that reading takes time in proportion to the text. */
export class Cursor {
  at = 0;
  #depth: number;
  readonly #parts: { count: number };

  /** A quoted template is within `outer`, and counts for it. */
  constructor(
    readonly text: string,
    outer?: Cursor,
  ) {
    this.#depth = outer ? outer.#depth : 0;
    this.#parts = outer ? outer.#parts : { count: 0 };
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  get char(): string {
    return this.text[this.at] ?? '';
  }

  /** Takes what a sticky pattern matches here. */
  match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at += found[0].length;
    return found;
  }

  take(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  skip(): void {
    this.match(/\s*/y);
  }

  expect(text: string): void {
    if (!this.take(text)) throw this.fault();
  }

  since(start: number): string {
    return this.text.slice(start, this.at);
  }

  /** Counts what is more than text. */
  part(): void {
    this.#parts.count += 1;
    if (this.#parts.count > limits.parts) throw this.error('length', `More than ${limits.parts} parts`);
  }

  /** Reads something that can hold its like. */
  nested<T>(read: () => T): T {
    if (this.#depth >= limits.nesting) throw this.error('depth', `Nested deeper than ${limits.nesting}`);
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** What is wrong with the text here. */
  fault(at = this.at): TemplateError {
    const found = this.text.slice(at, at + 20).split('\n', 1)[0] || (at < this.text.length ? '\\n' : '');
    return this.error('syntax', found ? `Encountered "${found}"` : 'Encountered the end of the template', at);
  }

  /** A fault of the template at a place of its text. */
  error(kind: TemplateFault, message: string, at = this.at): TemplateError {
    const { line, column } = placeIn(this.text, at);
    return new TemplateError(kind, `${message} at line ${line}, column ${column}`, line, column);
  }
}
