import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { build as esbuild, type Plugin } from 'esbuild';
import { errorTable } from '../contract/error-table.js';
import { routes } from '../generated/routes.js';
import { provedClients } from './console-clients.js';
import { readRefusals } from './coverage/refusals.js';
import { readRecorded } from './replay/reached.js';
import { root } from './support/run.js';

/** What the pages of one sandbox may weigh together with the contract that they load, packed, in bytes. */
export const CONSOLE_BYTES = 80_000;

const folder = join(root, 'console');

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { operationId?: string; summary?: string }>>>>;
}

const spelled = (id: string): string =>
  id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/^./, (letter) => letter.toUpperCase());

const ROW = /^\| `(\w+)` \| .* \| (\S+) \| (\S+) \|$/gm;

/** What the matrix says of an operation: whether tests saw it succeed, and refuse. */
async function matrix(): Promise<Map<string, readonly [success: string, refusal: string]>> {
  const page = await readFile(join(root, 'docs/operations.md'), 'utf8');
  return new Map([...page.matchAll(ROW)].map(([, id = '', success = '', refusal = '']) => [id, [success, refusal]]));
}

/** What every operation of a kind may answer, whatever was recorded. */
const GENERAL = ['E0000001', 'E0000003', 'E0000007', 'E0000011', 'E0000047'];

/** What is known of the operations beside the contract: what recordings and tests saw, and what error codes say. */
async function knowledge(): Promise<string> {
  const seen = await matrix();
  const all = [...(await readRecorded())];
  const recorded = all.map(([id, { exact, of, refusals }]) => [id, [exact, of, ...refusals]]);
  const tested = [...(await readRefusals())];
  const odd = [...seen].filter(([, row]) => row.join() !== 'yes,yes');
  const missing = routes.filter(({ operationId }) => !seen.has(operationId));
  if (missing.length > 0) throw new Error(`docs/operations.md lacks ${missing[0]?.operationId}`);
  const codes = new Set([
    ...GENERAL,
    ...all.flatMap(([, one]) => one.refusals.map((each) => each.split(' ')[1] ?? '')),
    ...tested.flatMap(([, refusals]) => refusals.map((each) => each.split(' ')[1] ?? '')),
  ]);
  const texts = Object.entries(errorTable).flatMap(([code, [, text]]) => (codes.has(code) ? [[code, text]] : []));
  const of = (name: string, entries: readonly (readonly unknown[])[]): string =>
    `export const ${name} = ${JSON.stringify(Object.fromEntries(entries as [string, unknown][]))};\n`;
  return of('recorded', recorded) + of('tested', tested) + of('odd', odd) + of('texts', texts);
}

/** The list of operations, as a module that the pages share. */
async function indexModule(): Promise<string> {
  const { paths } = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')) as Document;
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const summaries = new Map(operations.map(({ operationId, summary }) => [operationId, summary]));
  const rows = routes.map((route) => {
    const { operationId: id, method, path, group } = route;
    const short = path.replace(/:(\w+)/g, '{$1}').replace('/api/v1', '');
    const row = [id, method, short, group, summaries.get(id) ?? spelled(id)];
    return 'when' in route ? [...row, route.when] : row;
  });
  return `export const rows = ${JSON.stringify(rows)};\n${await knowledge()}`;
}

/** Modules that a build makes out of the contract and the documents. */
const modules: Readonly<Record<string, () => Promise<string>>> = {
  'mockta:operations': indexModule,
  'mockta:clients': async () => `export const proved = ${JSON.stringify(await provedClients())};\n`,
};

const madePlugin: Plugin = {
  name: 'made',
  setup(build) {
    build.onResolve({ filter: /^mockta:/ }, ({ path }) => ({ path, namespace: 'mockta' }));
    build.onLoad({ filter: /.*/, namespace: 'mockta' }, async ({ path }) => ({
      contents: (await modules[path]?.()) ?? '',
      loader: 'js',
    }));
  },
};

/**
 * Makes the pages, each file packed: the server sends them as they lie there.
 * @param outdir where they go
 * @returns the size of each file, packed
 * @throws Error where together they are larger than CONSOLE_BYTES
 */
export async function buildConsole(outdir: string): Promise<Map<string, number>> {
  const entries = ['explorer.ts', 'landing.ts', 'requests.ts', 'theme.ts', 'console.css'];
  const { outputFiles } = await esbuild({
    absWorkingDir: folder,
    entryPoints: entries,
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    plugins: [madePlugin],
    logLevel: 'error',
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
  for (const page of await readdir(join(folder, 'pages'))) files.set(page, await readFile(join(folder, 'pages', page)));
  files.set('contract.json', await readFile(join(root, 'generated/openapi.json')));
  await mkdir(outdir, { recursive: true });
  const sizes = new Map<string, number>();
  for (const [name, bytes] of files) {
    const packed = gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION });
    sizes.set(name, packed.length);
    await writeFile(join(outdir, `${name}.gz`), packed);
  }
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  if (total > CONSOLE_BYTES) throw new Error(`the pages are ${total} bytes packed, over ${CONSOLE_BYTES}`);
  return sizes;
}
