import { mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { rollup } from '@rollup/wasm-node';

const IMPORT = /^(?:import|export)\b[^'";]*?\bfrom\s*["'](\.[^"']+)["']|^import\s*["'](\.[^"']+)["']/gm;

/** Adds a file and all that it loads by itself, not by a later `import()`. */
async function reach(file: string, seen: Set<string>): Promise<void> {
  if (seen.has(file)) return;
  seen.add(file);
  const text = await readFile(file, 'utf8');
  for (const [, from, bare] of text.matchAll(IMPORT)) await reach(resolve(dirname(file), from ?? bare ?? ''), seen);
}

/** The chunk that a group's handlers begin with, by the name of the module that the registry loads. */
async function chunkOf(folder: string, name: string): Promise<string> {
  const found = (await readdir(join(folder, 'chunks'))).filter((file) => file.startsWith(`${name}-`));
  if (found.length !== 1) throw new Error(`the build has ${found.length} chunks of "${name}", and one is joined`);
  return join(folder, 'chunks', found[0] as string);
}

/**
 * Joins what every start loads, and what the first request of users adds, into one chunk: a hundred small files take
 * Node longer to find than to run. What an embedding loads besides (Express) is a chunk of its own; all else stays
 * apart, to be loaded when it is asked for.
 * @param from the folder of the bundler's chunks
 * @param to where the joined ones go
 * @param entries files that are started or imported from outside, relative to the folder; the first is the command
 */
export async function joinStart(from: string, to: string, entries: readonly string[]): Promise<void> {
  const [command, ...embedded] = entries.map((entry) => join(from, entry));
  const start = new Set<string>();
  await reach(command as string, start);
  await reach(await chunkOf(from, 'users'), start);
  const app = new Set(start);
  for (const entry of embedded) await reach(entry, app);
  const apart = new Set(entries.map((entry) => join(from, entry)));
  const chunkFor = (id: string): string | undefined => {
    if (apart.has(id)) return undefined;
    return start.has(id) ? 'start' : app.has(id) ? 'app' : undefined;
  };
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((entry) => [entry.replace(/\.js$/, ''), join(from, entry)])),
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    treeshake: false,
    onLog: () => undefined,
  });
  await mkdir(to, { recursive: true });
  await bundle.write({
    dir: to,
    format: 'es',
    chunkFileNames: 'chunks/[name]-[hash].js',
    hoistTransitiveImports: false,
    manualChunks: chunkFor,
  });
  await bundle.close();
}
