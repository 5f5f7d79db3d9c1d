import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../support/run.js';
import { benchFolder } from './servers.js';

/** The commit that figures of CPU are told against. */
export const REFERENCE = 'bb0d4f6';

/**
 * The built reference, made beside the first time it is asked for.
 * @returns its `dist/`
 * @throws Error where this is no clone that holds the commit, or it does not build
 */
export async function referenceDist(): Promise<string> {
  const folder = join(benchFolder, `reference-${REFERENCE}`);
  if (existsSync(join(folder, 'dist/server/main.js'))) return join(folder, 'dist');
  const aside = `${folder}.new`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  const steps: readonly (readonly [string, ...string[]])[] = [
    ['git', 'archive', '--format=tar', '-o', join(aside, 'source.tar'), REFERENCE],
    ['tar', '-xf', join(aside, 'source.tar'), '-C', aside],
  ];
  for (const [command, ...args] of steps) await step(command, args, root);
  symlinkSync(join(root, 'node_modules'), join(aside, 'node_modules'));
  await step(process.execPath, [join(root, 'node_modules/tsx/dist/cli.mjs'), 'scripts/build.ts'], aside);
  rmSync(folder, { recursive: true, force: true });
  renameSync(aside, folder);
  return join(folder, 'dist');
}

async function step(command: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await run(command, args, { quiet: true, cwd });
  if (code !== 0) throw new Error(`the reference ${REFERENCE} cannot be built: ${output.trim()}`);
}
