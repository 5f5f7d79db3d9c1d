import { readFile } from 'node:fs/promises';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** What the package may hold. */
const wanted = [
  /^(?:CHANGELOG\.md|LICENSE|NOTICE|README\.md|package\.json)$/,
  /^docs\/[\w-]+\.md$/,
  /^lib\/(?:cjs\/)?(?:chunks|server)\/[\w-]+\.js$/,
  /^lib\/(?:cjs\/)?server\/index\.d\.ts$/,
  /^lib\/cjs\/(?:package\.json|start\.(?:json|v8))$/,
  /^lib\/console\/[\w.-]+\.gz$/,
  /^lib\/generated\/(?:openapi|rows|seeds\/\w+)\.json$/,
  /^lib\/store\/(?:[\w-]+\/)*[\w-]+-worker\.js$/,
  /^lib\/server\/seeding\/worker\.js$/,
  /^lib\/LICENSES\.txt$/,
];

/** A packed package, read. */
export interface Tarball {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Its files, by their paths in the package. */
  readonly files: readonly string[];
  text(path: string): string;
}

/** Reads a tarball. */
export async function readTarball(file: string): Promise<Tarball> {
  const bytes = new Uint8Array(await readFile(file));
  const contents = createPackageFromTarballData(bytes);
  const start = '/node_modules/mockta/';
  return {
    bytes,
    files: contents.listFiles().map((path) => path.slice(start.length)),
    text: (path) => contents.readFile(`${start}${path}`),
  };
}

/** @throws Error for files that nobody needs, and for a manifest that asks for other packages or runs something */
export function checkContents({ files, text }: Tarball): string {
  const strange = files.filter((path) => !wanted.some((kind) => kind.test(path)));
  if (strange.length > 0) throw new Error(`nobody needs these files: ${strange.join(', ')}`);
  const manifest = JSON.parse(text('package.json')) as Record<string, unknown>;
  const members = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies', 'scripts'];
  const found = members.filter((name) => manifest[name] !== undefined);
  if (found.length > 0) throw new Error(`the packed manifest has ${found.join(', ')}`);
  return `${files.length} files`;
}

/** @throws Error with what publint says, suggestions too */
export async function checkWithPublint({ bytes }: Tarball): Promise<string> {
  const { messages, pkg } = await publint({ pack: { tarball: bytes.buffer }, strict: true });
  if (messages.length === 0) return 'clean';
  throw new Error(messages.map((message) => formatMessage(message, pkg, { color: false })).join('\n'));
}

/** @throws Error with what are-the-types-wrong finds, in any way of resolving */
export async function checkTypes({ bytes }: Tarball): Promise<string> {
  const result = await checkPackage(createPackageFromTarballData(bytes));
  if (result.types === false) throw new Error('the package has no types');
  if (result.problems.length > 0) throw new Error(JSON.stringify(result.problems, null, 2));
  return `clean in ${Object.keys(result.entrypoints['.']?.resolutions ?? {}).join(', ')}`;
}
