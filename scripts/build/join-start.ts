import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Plugin, type RollupOutput, rollup } from '@rollup/wasm-node';
import type { Metafile } from 'esbuild';
import { root } from '../support/run.js';

/** What a start comes to by an `import()`: the state file and what writes it, and what a user asks first. */
const NEXT = ['store/state/file.ts', 'node_modules/lowdb/lib/index.js', 'handlers/users/index.ts'];

/** What the bundler wrote. */
type Chunks = Metafile['outputs'];

/** Adds a chunk and all that it loads by itself, not by a later `import()`. */
function reach(chunk: string, chunks: Chunks, seen: Set<string>): void {
  if (seen.has(chunk)) return;
  seen.add(chunk);
  for (const { path, kind, external } of chunks[chunk]?.imports ?? []) {
    if (kind === 'import-statement' && !external) reach(path, chunks, seen);
  }
}

/** The chunk that begins with this source. @throws Error where there is none */
function chunkOf(source: string, chunks: Chunks): string {
  const found = Object.keys(chunks).find((chunk) => chunks[chunk]?.entryPoint === source);
  if (found === undefined) throw new Error(`the build has no chunk that begins with ${source}`);
  return found;
}

/** What the bundler puts at the head of every chunk: CommonJS packages ask for Node's own modules by `require`. */
export const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Few chunks ask for anything, and to make a `require` for each would be a tenth of a start. */
const needlessRequire: Plugin = {
  name: 'needless-require',
  transform(code) {
    const rest = code.replace(REQUIRE, '');
    return /\brequire\b/.test(rest) ? null : { code: rest, map: null };
  },
};

/** Where a CommonJS module is, as modules know it. */
const ownUrl: Plugin = {
  name: 'own-url',
  resolveImportMeta: (property, { format }) =>
    format === 'cjs' && property === 'url' ? "require('node:url').pathToFileURL(__filename).href" : null,
};

/** Two forms of one build: modules to import, and modules to require, which can be started from compiled code. */
const forms = [
  { format: 'es', folder: '' },
  { format: 'cjs', folder: 'cjs', dynamicImportInCjs: false },
] as const;

/** A start that loads a second chunk has not been joined. @throws Error */
function checkJoined({ output }: RollupOutput): void {
  const names = new Set(output.map(({ fileName }) => fileName));
  for (const chunk of output) {
    const more =
      chunk.type === 'chunk' && chunk.name === 'start' ? chunk.imports.filter((name) => names.has(name)) : [];
    if (more.length > 0) throw new Error(`every start loads ${more.join(', ')} besides what is joined`);
  }
}

/**
 * Joins what every start loads, and what the first request of users adds, into one chunk: a hundred small files take
 * Node longer to find than to run. All else stays apart, to be loaded when it is asked for.
 * @param chunks what the bundler wrote, by path from the project's folder
 * @param to where the joined ones go; those to require into its `cjs`
 * @param entries sources that are started or imported from outside; the first is the command
 */
export async function joinStart(chunks: Chunks, to: string, entries: readonly string[]): Promise<void> {
  const start = new Set<string>();
  for (const source of [entries[0] ?? '', ...NEXT]) reach(chunkOf(source, chunks), chunks, start);
  const bundle = await rollup({
    input: Object.fromEntries(entries.map((entry) => [entry.replace(/\.ts$/, ''), join(root, chunkOf(entry, chunks))])),
    external: (id) => !id.startsWith('.') && !id.startsWith('/'),
    plugins: [needlessRequire, ownUrl],
    treeshake: false,
    onLog: () => undefined,
  });
  for (const { folder, ...form } of forms) {
    const written = await bundle.write({
      ...form,
      dir: join(to, folder),
      chunkFileNames: 'chunks/[name]-[hash].js',
      hoistTransitiveImports: false,
      manualChunks: (id) => (start.has(id.slice(root.length)) ? 'start' : undefined),
    });
    checkJoined(written);
  }
  await writeFile(join(to, 'cjs/package.json'), '{ "type": "commonjs" }\n');
  await bundle.close();
}
