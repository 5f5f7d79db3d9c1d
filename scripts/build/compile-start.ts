import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, run } from '../support/run.js';

/**
 * Leaves beside the build's CommonJS modules what V8 makes of the file that every start runs.
 * @param folder of the CommonJS modules, `chunks/start-*.js` among them
 * @param command the module that runs the command, relative to the folder
 * @throws Error where the file is not ASCII, or the start did not answer
 */
export async function compileStart(folder: string, command: string): Promise<void> {
  const names = (await readdir(join(folder, 'chunks'))).filter((name) => /^start-[^/]*\.js$/.test(name));
  if (names.length !== 1) throw new Error(`the build has ${names.length} files to start with, and one is compiled`);
  const file = `chunks/${names[0]}`;
  if (/[^\0-\x7f]/.test(await readFile(join(folder, file), 'utf8'))) {
    throw new Error(`${file} is not ASCII: it would be read as other characters than it has`);
  }
  // By Node alone: what loads TypeScript would be part of what is compiled.
  const program = join(root, '.artifacts/warm-up.mjs');
  const entry = join(root, 'scripts/build/warm-up.ts');
  await build({ entryPoints: [entry], outfile: program, bundle: true, format: 'esm', platform: 'node' });
  const made = await run(process.execPath, [program, folder, file, command], { quiet: true });
  if (made.code !== 0) throw new Error(made.output.trim());
}
