import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { XMLFileInfo } from 'xmllint-wasm';
import { run } from '../support/run.js';

/** OASIS publishes the schemas; this package is a copy of them that a registry has. */
const PACKAGE = 'python3-saml==1.16.0';
const FOLDER = join('onelogin', 'saml2', 'schemas');
const ROOT = 'saml-schema-metadata-2.0.xsd';

/** The schema of SAML 2.0 metadata, and those that it imports. */
export interface MetadataSchema {
  readonly root: XMLFileInfo;
  readonly imported: readonly XMLFileInfo[];
}

async function readFrom(folder: string): Promise<MetadataSchema> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.xsd'));
  const files = await Promise.all(
    names.map(async (fileName) => ({ fileName, contents: await readFile(join(folder, fileName), 'utf8') })),
  );
  const root = files.find(({ fileName }) => fileName === ROOT);
  if (!root) throw new Error(`${folder} has no ${ROOT}`);
  return { root, imported: files.filter((file) => file !== root) };
}

/**
 * The schemas from the folder that SAML_SCHEMAS names, or else from a Python package, which is put into a folder of its own.
 * @returns in words what the machine lacks
 */
export async function metadataSchema(): Promise<MetadataSchema | string> {
  const own = process.env.SAML_SCHEMAS;
  if (own) return readFrom(own);
  const folder = await mkdtemp(join(tmpdir(), 'saml-schemas-'));
  try {
    const install = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, PACKAGE];
    const { code, output } = await run('python3', install, { quiet: true }).catch((error: Error) => ({
      code: 1,
      output: error.message,
    }));
    if (code !== 0)
      return `pip could not bring ${PACKAGE}, which has the schemas (${output.trim().split('\n').at(-1)})`;
    return await readFrom(join(folder, FOLDER));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
