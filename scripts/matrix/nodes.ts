import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from '../support/run.js';

/** The versions of Node that mockta is held to: the oldest that is allowed, and the newest of each later long one. */
export const versions = ['20.20.2', '22.23.5', '24.22.3', '26.12.1'] as const;

/** Outside the repository: programs for other machines than the one that looks, of a hundred megabytes each. */
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mockta/nodes');

/** The npm package that holds Node's program for this machine. */
const packageName = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/**
 * The folder of a version's program; installed when it is first asked for.
 * @throws Error where npm has none for this machine
 */
export async function nodeOf(version: string): Promise<string> {
  const folder = join(cache, version);
  const bin = join(folder, 'node_modules', packageName, 'bin');
  const program = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return bin;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${packageName}@${version}`];
  const { code, output } = await run('npm', args, { cwd: folder, quiet: true });
  if (code === 0 && existsSync(program)) return bin;
  throw new Error(`there is no Node ${version} for this machine, as ${packageName} of npm:\n${output.trim()}`);
}
