import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from '../support/run.js';
import { emulateSeedOf, emulateToken } from './data.js';
import { benchFolder, type Launch, TOKEN } from './servers.js';

/** Installs a peer into .bench/, once: peers are no dependencies of the project. */
async function install(name: string, version: string): Promise<string> {
  const folder = join(benchFolder, 'node_modules', name);
  if (existsSync(join(folder, 'package.json'))) return folder;
  mkdirSync(benchFolder, { recursive: true });
  const manifest = join(benchFolder, 'package.json');
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "private": true }\n');
  const { code, output } = await run(
    'npm',
    ['install', '--save-exact', '--no-audit', '--no-fund', `${name}@${version}`],
    {
      cwd: benchFolder,
      quiet: true,
    },
  );
  if (code !== 0) throw new Error(`${name} cannot be installed: ${output.trim()}`);
  return folder;
}

/** A token of emulate's: each n has its own. */
export const emulateHeaders = (n: number) => ({ authorization: `Bearer ${emulateToken(n)}` });

/** emulate's Okta service with so many users. */
export async function emulate(users: number): Promise<Launch> {
  const folder = await install('emulate', '0.11.2');
  const seed = emulateSeedOf(users);
  return {
    args: (port) => [join(folder, 'dist/index.js'), 'start', '--service', 'okta', '--port', `${port}`, '--seed', seed],
    path: '/api/v1/users',
    headers: emulateHeaders(0),
  };
}

/** Prism over the contract that the sandbox serves. */
export async function prism(): Promise<Launch> {
  const folder = await install('@stoplight/prism-cli', '5.8.3');
  const document = join(root, 'generated/openapi.json');
  return {
    args: (port) => [join(folder, 'dist/index.js'), 'mock', '--port', `${port}`, '--host', '127.0.0.1', document],
    path: '/api/v1/users/00u1',
    headers: { authorization: `SSWS ${TOKEN}` },
  };
}
