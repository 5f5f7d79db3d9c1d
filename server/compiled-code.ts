import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/** What V8 made of a file, and what that is good for: `start.json` beside `start.v8`. */
export interface CompiledCode {
  /** The file that was compiled, relative to the folder. */
  readonly file: string;
  /** The module that runs the command once that file is there. */
  readonly command: string;
  /** Node's version and the processor's kind: V8 itself takes no code of another V8, but looks at little more. */
  readonly node: string;
  readonly arch: string;
  /** Check sums of the file and of the code: V8 trusts what it is given. */
  readonly source: number;
  readonly code: number;
}

/** What compiled code must be for. */
export const thisNode = { node: process.version, arch: process.arch };

/**
 * Runs a CommonJS file as Node would, and leaves it where `require` finds it. It has to be ASCII.
 * @param code what V8 made of this very file before; without it, or where V8 refuses it, the file is compiled
 * @returns the script, whose code can be taken
 */
export function runFile(file: string, source: string, code?: Buffer): Script {
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${source}\n})`;
  // V8 keeps the name with the code: stacks show it wherever that was made, so it is no path.
  const filename = `mockta/${basename(file)}`;
  const script = new Script(wrapped, { filename, ...(code ? { cachedData: code } : {}) });
  const require = createRequire(file);
  const module = { exports: {}, id: file, filename: file, loaded: true, children: [], paths: [] };
  require.cache[file] = module as unknown as NodeJS.Module;
  const run = script.runInThisContext() as (...given: readonly unknown[]) => void;
  run.call(module.exports, module.exports, require, module, file, dirname(file));
  return script;
}

/** What lies in the folder, if it fits; else why it does not. */
function read(folder: URL): { made: CompiledCode; file: string; source: string; code: Buffer } | string {
  try {
    const made = JSON.parse(readFileSync(new URL('start.json', folder), 'utf8')) as CompiledCode;
    const { node, arch } = thisNode;
    if (made.node !== node || made.arch !== arch)
      return `its code was compiled by Node ${made.node} on ${made.arch}, and this is ${node} on ${arch}`;
    const file = fileURLToPath(new URL(made.file, folder));
    const bytes = readFileSync(file);
    const code = readFileSync(new URL('start.v8', folder));
    if (crc32(bytes) !== made.source || crc32(code) !== made.code) return 'its compiled code is damaged';
    return { made, file, source: bytes.toString('latin1'), code };
  } catch (error) {
    return `its compiled code cannot be read (${(error as NodeJS.ErrnoException).code ?? 'damaged'})`;
  }
}

/**
 * Runs the command from compiled code, where a build left some that fits.
 * @param folder the build's CommonJS modules
 * @param argv the command's arguments
 * @returns undefined where it runs; else why it does not, as a clause
 */
export function runCompiled(folder: URL, argv: readonly string[]): string | undefined {
  const found = read(folder);
  if (typeof found === 'string') return found;
  const { cachedDataRejected } = runFile(found.file, found.source, found.code);
  const { runCommand } = createRequire(found.file)(fileURLToPath(new URL(found.made.command, folder))) as {
    runCommand(argv: readonly string[], slower?: string): void;
  };
  runCommand(argv, cachedDataRejected ? 'V8 takes no code that was compiled with other flags' : undefined);
  return undefined;
}
