import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root, run } from '../support/run.js';
import { samplesIn } from '../support/samples.js';

/** A project of somebody else with the package in it, as npm installs it, outside this one. */
export interface Project {
  readonly folder: string;
  /** How many packages npm installed. */
  readonly packages: number;
  /** What the package takes on the disk, in bytes. */
  readonly bytes: number;
  /** Runs this Node in the project. @returns what it wrote. @throws Error with that, where it fails */
  node(...args: string[]): Promise<string>;
  remove(): Promise<void>;
}

/** What the uses import besides the package. Links to ours: they bring along nothing that the package could find. */
const tools = ['@types/node', 'jest', 'supertest', 'typescript', 'vitest'];

/** Runs npm, as npm runs this or as the shell finds it. @throws Error with what it wrote, where it fails */
export async function npm(args: readonly string[], cwd: string): Promise<string> {
  const { npm_execpath: script } = process.env;
  const [program, ...first] = script === undefined ? ['npm'] : [process.execPath, script];
  const { code, output } = await run(program, [...first, ...args], { cwd, quiet: true });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${output.trim()}`);
  return output;
}

/** How many bytes the files below a folder have, each rounded up to what a disk gives it. */
async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((sum, size) => sum + Math.ceil(size / 4096) * 4096, 0);
}

/** Writes the samples of a page that name a file, as they are printed. */
async function writeSamples(page: string, folder: string): Promise<void> {
  for (const { file, code } of samplesIn(await readFile(join(root, page), 'utf8'))) {
    if (file !== undefined) await writeFile(join(folder, file), code);
  }
}

/** Makes a project and installs the package from its tarball, with nothing but that at hand. */
export async function projectWith(tarball: string): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'mockta-use-'));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify({ name: 'somebody-else', private: true })}\n`);
  await npm(['install', '--offline', '--no-audit', '--no-fund', tarball], folder);
  const modules = join(folder, 'node_modules');
  const packages = (await readdir(modules)).filter((name) => !name.startsWith('.')).length;
  const bytes = await sizeOf(join(modules, 'mockta'));
  for (const name of tools) {
    await mkdir(dirname(join(modules, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(modules, name));
  }
  await cp(join(root, 'scripts/package/uses'), folder, { recursive: true });
  await writeSamples('docs/in-process.md', folder);
  return {
    folder,
    packages,
    bytes,
    async node(...args) {
      const { code, output } = await run(process.execPath, args, { cwd: folder, quiet: true });
      if (code !== 0) throw new Error(`node ${args.join(' ')} failed:\n${output.trim()}`);
      return output;
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
