import { existsSync, readFileSync } from 'node:fs';
import type { Row } from './rows/common.js';
import { FORMAT, piecesOf, type StateHeader, type StateReader, unusable } from './state-file.js';

const HEADER_LINE = /^\{"mockta":(\{.*\}),?$/;
const SECTION_LINE = /^"(\w+)":\[$/;

function checkHeader(path: string, value: unknown): StateHeader {
  const header = value as Partial<StateHeader> | undefined;
  if (typeof header !== 'object' || header === null || typeof header.format !== 'number') {
    throw unusable(path, 1, 'this is not a state file: the "mockta" header with its format is missing');
  }
  if (header.format > FORMAT) {
    throw unusable(path, 1, `format ${header.format} is newer than this version's format ${FORMAT}; use a newer mockta`);
  }
  const whole = Number.isSafeInteger(header.commit) && Number.isSafeInteger(header.ids);
  if (!whole || typeof header.suffix !== 'string' || typeof header.seed?.name !== 'string') {
    throw unusable(path, 1, 'the "mockta" header lacks commit, ids, suffix or seed');
  }
  return header as StateHeader;
}

function checkRow(path: string, line: number | undefined, row: unknown): void {
  const { id, seq } = (row ?? {}) as Partial<Row>;
  if (typeof id !== 'string' || !Number.isSafeInteger(seq)) throw unusable(path, line, 'a record lacks its "id" or "seq"');
}

/** Finds the line at fault in a run of records that did not parse as a whole. */
function parseOneByOne(path: string, lines: readonly string[], first: number): Row[] {
  return lines.map((line, i) => {
    try {
      return JSON.parse(line.endsWith(',') ? line.slice(0, -1) : line) as Row;
    } catch {
      throw unusable(path, first + i, 'this line is not a JSON record; the file may have been cut off or edited');
    }
  });
}

/** Records of one section that stand together in one piece: parsed at once, which is faster than line by line. */
function parseRun(path: string, lines: readonly string[], first: number): Row[] {
  const text = lines.join('');
  let rows: Row[];
  try {
    rows = JSON.parse(`[${text.endsWith(',') ? text.slice(0, -1) : text}]`) as Row[];
  } catch {
    rows = parseOneByOne(path, lines, first);
  }
  for (let i = 0; i < rows.length; i++) checkRow(path, first + i, rows[i]);
  return rows;
}

/** A file that was laid out by another hand: any JSON of the right shape does. */
function readWhole(path: string, reader: StateReader): void {
  let document: unknown;
  try {
    document = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw unusable(path, undefined, `this is not JSON (${(error as Error).message})`);
  }
  const { mockta, ...sections } = (document ?? {}) as Record<string, unknown>;
  reader.header(checkHeader(path, mockta), true);
  for (const [name, rows] of Object.entries(sections)) {
    if (!Array.isArray(rows)) throw unusable(path, undefined, `"${name}" is not a list of records`);
    for (const row of rows) checkRow(path, undefined, row);
    reader.rows(name, rows as Row[]);
  }
}

/**
 * Reads a state file, line by line as this program writes it, or whole.
 * @throws StateFileError with the line at fault; the reader may have been told a part by then
 */
export function readState(path: string, reader: StateReader): void {
  if (!existsSync(path)) throw unusable(path, undefined, 'the file is not there');
  let number = 0;
  let section: string | undefined;
  let ended = false;
  for (const piece of piecesOf(path)) {
    const lines = piece.split('\n');
    if (lines.at(-1) === '') lines.pop();
    let run: string[] = [];
    let runStart = 0;
    const flush = (): void => {
      if (run.length > 0 && section !== undefined) reader.rows(section, parseRun(path, run, runStart));
      run = [];
    };
    for (const line of lines) {
      number += 1;
      if (number === 1) {
        const header = HEADER_LINE.exec(line)?.[1];
        if (header === undefined) return readWhole(path, reader);
        reader.header(checkHeader(path, JSON.parse(header)), false);
      } else if (section !== undefined && (line === ']' || line === '],')) {
        flush();
        section = undefined;
      } else if (section !== undefined) {
        if (run.length === 0) runStart = number;
        run.push(line);
      } else if (line === '}') ended = true;
      else {
        section = SECTION_LINE.exec(line)?.[1];
        if (section === undefined) throw unusable(path, number, 'a section such as "users":[ is expected here');
      }
    }
    flush();
  }
  if (!ended) throw unusable(path, number, 'the file ends too early; it was cut off');
}
