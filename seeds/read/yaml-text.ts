import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLError } from 'yaml';
import { takeReserved } from './own-names.js';
import { type Path, type Problem, type SeedText, seedError } from './problems.js';
import { isHarmless, wordsOfYaml } from './words.js';
import { brokenReference } from './yaml-references.js';
import { isOfTag, seedTags } from './yaml-tags.js';

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

/** So often may aliases give what they name: sharing is common, and what multiplies by ten each time is stopped. */
const MOST_ALIASES = 100_000;

const options = {
  prettyErrors: false,
  logLevel: 'error',
  merge: true,
  stringKeys: true,
  resolveKnownTags: false,
  customTags: seedTags,
} as const;

/** Why a document that could be parsed has no value, and where: undefined where that is everywhere. */
function wordsOfNoValue(document: Document, said: string): { readonly reason: string; readonly offset?: number } {
  const broken = brokenReference(document);
  if (broken) return broken;
  return { reason: /alias/i.test(said) ? 'its aliases multiply past all bounds' : 'it is nested too deep' };
}

/** Reads the text of a YAML seed. @throws StateFileError with file and line for text that is none */
export function readYaml(file: string, text: string): SeedText {
  const lines = new LineCounter();
  const lineOf = (offset: number): number => lines.linePos(offset).line;
  const document = parseDocument(text, { ...options, lineCounter: lines });
  const faults: readonly YAMLError[] = [...document.errors, ...document.warnings.filter(isOfTag)];
  const problems = faults.map(
    ({ code, pos }): Problem => ({ path: [], message: wordsOfYaml(code, text.slice(...pos)), line: lineOf(pos[0]) }),
  );
  if (!faults.every(({ code }) => isHarmless(code))) throw seedError(file, problems);
  const locate = (path: Path): number => lineOf(offsetOf(document, path));
  try {
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { data, locate, problems: [...problems, ...takeReserved(data)] };
  } catch (error) {
    const { reason, offset = 0 } = wordsOfNoValue(document, (error as Error).message);
    throw seedError(file, [...problems, { path: [], message: `cannot be read: ${reason}`, line: lineOf(offset) }]);
  }
}
