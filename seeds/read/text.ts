import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { jsonFaultLine, jsonLine } from './json-lines.js';
import { type Locate, type Path, type Problem, seedError } from './problems.js';
import { isHarmless, wordsOfYaml } from './words.js';

/** What a seed file says, and where it says it. */
export interface SeedText {
  readonly data: unknown;
  readonly locate: Locate;
  /** What is wrong with the text though the rest of it can be read. */
  readonly problems?: readonly Problem[];
}

const isJsonFile = (file: string): boolean => /\.json$/i.test(file);

/** JSON.parse first: the yaml reader would take minutes for a file that JSON.parse reads in a second. */
function readJson(file: string, text: string): SeedText {
  try {
    return { data: JSON.parse(text) as unknown, locate: (path) => jsonLine(text, path) };
  } catch (error) {
    const isCut = /end of JSON input|Unterminated/.test((error as Error).message);
    const message = `not valid JSON: ${isCut ? 'it ends too early' : 'this does not belong here'}`;
    throw seedError(file, [{ path: [], message, line: jsonFaultLine(text) }]);
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
  const problems = document.errors.map(
    ({ code, pos }): Problem => ({ path: [], message: wordsOfYaml(code), line: lines.linePos(pos[0]).line }),
  );
  if (!document.errors.every(({ code }) => isHarmless(code))) throw seedError(file, problems);
  const locate: Locate = (path) => lines.linePos(offsetOf(document, path)).line;
  try {
    return { data: document.toJS() as unknown, locate, problems };
  } catch (error) {
    // Aliases that multiply past all bounds, or nesting past the stack.
    const { message: said } = error as Error;
    const reason = /unresolved alias/i.test(said)
      ? 'an alias (*name) names no anchor (&name) before it'
      : /alias/i.test(said)
        ? 'its aliases multiply past all bounds'
        : 'it is nested too deep';
    throw seedError(file, [...problems, { path: [], message: `cannot be read: ${reason}` }]);
  }
}

/** Reads the text of a `.json` or YAML seed. @throws StateFileError with file and line for text that is neither */
export function readSeedText(file: string, text: string): SeedText {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') throw seedError(file, [{ path: [], message: 'the file is empty' }]);
  return isJsonFile(file) ? readJson(file, body) : readYaml(file, body);
}
