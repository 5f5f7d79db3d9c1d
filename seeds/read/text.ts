import { repeatedKeys } from './json-keys.js';
import { jsonFaultLine, jsonLine } from './json-lines.js';
import { mayHoldReserved, takeReserved } from './own-names.js';
import { type SeedText, seedError } from './problems.js';
import { readYaml } from './yaml-text.js';

const isJsonFile = (file: string): boolean => /\.json$/i.test(file);

/** JSON.parse first: the yaml reader would take minutes for a file that JSON.parse reads in a second. */
function readJson(file: string, text: string): SeedText {
  try {
    const data: unknown = JSON.parse(text);
    const problems = [...repeatedKeys(text, data), ...(mayHoldReserved(text) ? takeReserved(data) : [])];
    return { data, locate: (path) => jsonLine(text, path), problems };
  } catch (error) {
    const isCut = /end of JSON input|Unterminated/.test((error as Error).message);
    const message = `not valid JSON: ${isCut ? 'it ends too early' : 'this does not belong here'}`;
    throw seedError(file, [{ path: [], message, line: jsonFaultLine(text) }]);
  }
}

/** Reads the text of a `.json` or YAML seed. @throws StateFileError with file and line for text that is neither */
export function readSeedText(file: string, text: string): SeedText {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (body.trim() === '') throw seedError(file, [{ path: [], message: 'the file is empty' }]);
  return isJsonFile(file) ? readJson(file, body) : readYaml(file, body);
}
