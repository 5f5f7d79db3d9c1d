import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { jsonFaultLine, jsonLine } from './json-lines.js';
import { type Locate, type Path, type Problem, seedError } from './problems.js';

/** What a seed file says, and where it says it. */
export interface SeedText {
  readonly data: unknown;
  readonly locate: Locate;
}

const isJsonFile = (file: string): boolean => /\.json$/i.test(file);

/** JSON.parse first: the yaml reader would take minutes for a file that JSON.parse reads in a second. */
function readJson(file: string, text: string): SeedText {
  try {
    return { data: JSON.parse(text) as unknown, locate: (path) => jsonLine(text, path) };
  } catch (error) {
    const message = (error as Error).message.split(/,? ?\.\.\.| in JSON at position| \(line/)[0];
    throw seedError(file, [{ path: [], message: `not valid JSON: ${message}`, line: jsonFaultLine(text) }]);
  }
}

type Document = ReturnType<typeof parseDocument>;

/** The offset of the deepest part of a path that is there; for a member of a mapping that of its key. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = document.contents?.range?.[0] ?? 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(part));
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof part === 'number') {
      node = node.items[part];
      const range = (node as { range?: readonly number[] } | undefined)?.range;
      offset = range?.[0] ?? offset;
    } else break;
  }
  return offset;
}

function readYaml(file: string, text: string): SeedText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) {
    const problemOf = ({ message, pos }: { message: string; pos: [number, number] }): Problem => ({
      path: [],
      message: `not valid YAML: ${message}`,
      line: lines.linePos(pos[0]).line,
    });
    throw seedError(file, document.errors.map(problemOf));
  }
  const locate: Locate = (path) => lines.linePos(offsetOf(document, path)).line;
  try {
    return { data: document.toJS() as unknown, locate };
  } catch (error) {
    // Aliases that multiply past all bounds, or nesting past the stack.
    throw seedError(file, [{ path: [], message: `cannot be read: ${(error as Error).message}` }]);
  }
}

/** Reads the text of a `.json` or YAML seed. @throws StateFileError with file and line for text that is neither */
export function readSeedText(file: string, text: string): SeedText {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') throw seedError(file, [{ path: [], message: 'the file is empty' }]);
  return isJsonFile(file) ? readJson(file, body) : readYaml(file, body);
}
