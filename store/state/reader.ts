import { readFileSync } from 'node:fs';
import { piecesOf, textOf } from '../files/file-lines.js';
import type { Row } from '../rows/common.js';
import { HEADER_LINE, type ReadDocument, SECTION_LINE, type StateHeader, unusable } from './document.js';
import { checkHeader, isRecord, isWhole } from './header.js';

/** What follows the sections in a file that this program wrote; nothing that a reader of everything needs. */
const END_MEMBERS = ['mockta-index', 'mockta-crc32'];
const END_LINE = /^"mockta-(?:index|crc32)":(.*?)(,?)$/;

type ReadSection = readonly [collection: string, rows: Row[]];

const isRow = (row: unknown): boolean => isRecord(row) && typeof row.id === 'string' && isWhole(row.seq);

/** The file is not laid out as this program does it; it may be good JSON all the same. */
class OtherLayout extends Error {
  constructor(
    readonly line: number,
    readonly what: string,
  ) {
    super(what);
  }
}

const NOT_A_RECORD = 'this is not a record with "id" and "seq", as one line of JSON';

const newlinesIn = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
};

/** Finds the line at fault in records that did not parse together. */
function faultyLine(lines: readonly string[], first: number): OtherLayout {
  for (const [i, line] of lines.entries()) {
    try {
      if (isRow(JSON.parse(line.replace(/,$/, '')))) continue;
    } catch {
      // This one.
    }
    return new OtherLayout(first + i, NOT_A_RECORD);
  }
  return new OtherLayout(first, 'a comma is missing or too many between these records');
}

/** Records that stand together in one piece: parsed at once, which is faster than line by line. */
function parseRecords(text: string, first: number): Row[] {
  let rows: Row[];
  try {
    rows = JSON.parse(`[${text}]`) as Row[];
  } catch {
    throw faultyLine(text.split('\n'), first);
  }
  if (newlinesIn(text) + 1 !== rows.length) throw new OtherLayout(first, 'there is not one record on each line');
  for (const [i, row] of rows.entries()) if (!isRow(row)) throw new OtherLayout(first + i, NOT_A_RECORD);
  return rows;
}

const afterNewline = (at: number): number | undefined => (at < 0 ? undefined : at + 1);

/** Takes a file in the layout of this program apart, piece by piece. */
class LineReader {
  readonly sections: ReadSection[] = [];
  header: StateHeader | undefined;
  #line = 1;
  readonly #firstLines = new Map<string, number>();
  #rows: Row[] | undefined;
  /** The last record ended with a comma, so another one follows. */
  #more = false;
  #ended = false;
  /** The last section ended with a comma, so another one follows. */
  #moreSections = true;

  constructor(readonly path: string) {}

  /** @param text whole lines */
  take(text: string): void {
    let at = 0;
    while (at < text.length) {
      if (this.#rows) {
        at = this.#records(text, at, this.#rows);
        continue;
      }
      const newline = text.indexOf('\n', at);
      const end = newline < 0 ? text.length : newline;
      this.#structure(text.slice(at, end));
      this.#line += 1;
      at = end + 1;
    }
  }

  end(): ReadDocument {
    if (!this.header || !this.#ended) throw new OtherLayout(this.#line, 'the file ends too early; it was cut off');
    return {
      header: this.header,
      sections: this.sections,
      sealed: false,
      foreign: false,
      firstLines: this.#firstLines,
    };
  }

  #structure(line: string): void {
    if (this.#line === 1) {
      const header = HEADER_LINE.exec(line)?.[1];
      if (header === undefined) throw new OtherLayout(1, 'the "mockta" header is expected here');
      this.header = checkHeader(this.path, parseHeader(header));
      return;
    }
    const name = SECTION_LINE.exec(line)?.[1];
    if (this.sections.some(([other]) => other === name)) {
      throw unusable(this.path, this.#line, `the section "${name}" is there twice`);
    }
    if (name !== undefined && this.#moreSections) {
      this.#rows = [];
      this.#more = true;
      this.sections.push([name, this.#rows]);
      this.#firstLines.set(name, this.#line + 1);
    } else if (this.#moreSections && END_LINE.test(line)) this.#moreSections = endLine(line, this.#line);
    else if (line === '}' && !this.#moreSections && !this.#ended) this.#ended = true;
    else throw new OtherLayout(this.#line, 'a section such as "users":[ is expected here');
  }

  /** Takes records up to the end of the section or of the text. @returns where to go on */
  #records(text: string, at: number, rows: Row[]): number {
    const closing = text.startsWith(']', at) ? at : afterNewline(text.indexOf('\n]', at));
    const end = closing ?? text.length;
    const records = text.slice(at, end).trimEnd();
    if (records !== '') {
      if (!this.#more) throw new OtherLayout(this.#line, 'a comma is missing before this record');
      this.#more = records.endsWith(',');
      for (const row of parseRecords(this.#more ? records.slice(0, -1) : records, this.#line)) rows.push(row);
      this.#line += newlinesIn(records) + 1;
    }
    if (closing === undefined) return end;
    if (this.#more && rows.length > 0)
      throw new OtherLayout(this.#line, 'a comma stands before the end of the section');
    const newline = text.indexOf('\n', end);
    const close = text.slice(end, newline < 0 ? text.length : newline);
    if (close !== ']' && close !== '],') throw new OtherLayout(this.#line, '] is expected here');
    this.#moreSections = close === '],';
    this.#rows = undefined;
    this.#line += 1;
    return end + close.length + 1;
  }
}

/** @returns whether another member follows */
function endLine(line: string, number: number): boolean {
  const [, value = '', comma] = END_LINE.exec(line) ?? [];
  try {
    JSON.parse(value);
  } catch {
    throw new OtherLayout(number, 'this is not JSON');
  }
  return comma === ',';
}

function parseHeader(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OtherLayout(1, 'the "mockta" header is not JSON');
  }
}

/** What is wrong with text that is not JSON: the place that the parser names, if it names one. */
function notJson(path: string, text: string, message: string): Error {
  const position = /at position (\d+)/.exec(message)?.[1];
  const line = position === undefined ? undefined : newlinesIn(text.slice(0, Number(position))) + 1;
  const cut = /end of JSON input|Unterminated string/.test(message);
  return unusable(
    path,
    line,
    cut ? 'this is not JSON: it ends too early; it was cut off' : `this is not JSON (${message})`,
  );
}

/** A file that was laid out by another hand: any JSON of the right shape does. */
function readWhole(path: string, layout: OtherLayout): ReadDocument {
  // Some editors begin a file with a mark of its encoding.
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    // The reader of lines knows the place better, unless it did not know its way from the first line on.
    throw layout.line > 1 ? unusable(path, layout.line, layout.what) : notJson(path, text, (error as Error).message);
  }
  const { mockta, ...rest } = isRecord(document) ? document : {};
  const header = checkHeader(path, mockta);
  const sections: ReadSection[] = [];
  for (const [name, rows] of Object.entries(rest)) {
    if (END_MEMBERS.includes(name)) continue;
    if (!Array.isArray(rows)) throw unusable(path, undefined, `"${name}" is not a list of records`);
    const wrong = rows.findIndex((row) => !isRow(row));
    if (wrong >= 0 && layout.what === NOT_A_RECORD) throw unusable(path, layout.line, NOT_A_RECORD);
    if (wrong >= 0) throw unusable(path, undefined, `record ${wrong + 1} of "${name}" lacks its "id" or "seq"`);
    sections.push([name, rows as Row[]]);
  }
  return { header, sections, sealed: false, foreign: true };
}

/**
 * Reads a state file: in pieces where it is laid out as this program does it, as a whole where another hand did.
 * @throws StateFileError with the line at fault
 */
export function readState(path: string): ReadDocument {
  const reader = new LineReader(path);
  try {
    for (const piece of piecesOf(path)) reader.take(textOf(piece));
    return reader.end();
  } catch (error) {
    if (error instanceof OtherLayout) return readWhole(path, error);
    throw error;
  }
}
