import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, constants, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { nodeOf } from '../matrix/nodes.js';
import { root, run } from '../support/run.js';
import type { Command, RealClient } from './table.js';

/** How a story ended: `ok`, `fault NAME` where it goes round a fault of the client, or `failed: why`. */
export type Outcome = string;

/** A sandbox in a process of its own, over https. */
interface Sandbox {
  readonly env: NodeJS.ProcessEnv;
  /** The file of the authority's certificate. */
  readonly ca: string;
  stop(): Promise<void>;
}

/** What clients need is installed here, a folder each: beside the repository, never in it. */
const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mockta-clients');

/** Runs a command. @returns what it wrote, rejects with it where the command fails */
async function done([program = '', ...args]: Command, cwd: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const { code, output } = await run(program, args, { cwd, env: env as Record<string, string>, quiet: true });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/** The first of the programs that this machine lacks. */
export async function lacking(tools: readonly string[]): Promise<string | undefined> {
  for (const tool of tools) {
    const folders = (process.env.PATH ?? '').split(delimiter);
    const tries = await Promise.allSettled(folders.map((folder) => access(join(folder, tool), constants.X_OK)));
    if (tries.every(({ status }) => status === 'rejected')) return tool;
  }
  return undefined;
}

async function started(child: ChildProcess): Promise<string> {
  let out = '';
  for await (const chunk of child.stdout ?? []) {
    out += chunk;
    if (/OKTA_CLIENT_TOKEN=\S+\s/.test(out)) return out;
  }
  throw new Error('the sandbox did not start');
}

/** Starts the built server with enforced limits, and with a new org. */
async function startSandbox(): Promise<Sandbox> {
  const data = await mkdtemp(join(tmpdir(), 'mockta-clients-'));
  const args = [join(root, 'dist/server/main.js'), '--https', '--port', '0', '--data', data, '--rate-limits'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const out = await started(child);
  child.stdout?.resume();
  const of = (name: string): string => new RegExp(`${name}=(\\S+)`).exec(out)?.[1] ?? '';
  const ca = join(data, 'tls/ca.pem');
  return {
    ca,
    env: {
      OKTA_CLIENT_ORGURL: of('OKTA_CLIENT_ORGURL'),
      OKTA_CLIENT_TOKEN: of('OKTA_CLIENT_TOKEN'),
      SSL_CERT_FILE: ca,
      NODE_EXTRA_CA_CERTS: ca,
    },
    async stop() {
      child.kill();
      await once(child, 'exit');
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Where a client runs. */
interface Place {
  readonly folder: string;
  /** Its own Node before others, where it wants one. */
  readonly env: NodeJS.ProcessEnv;
  /** A command with what its `{…}` stand for. */
  filled(command: Command, ca?: string): Command;
}

async function placeOf({ name, version, node }: RealClient): Promise<Place> {
  const bin = node === undefined ? undefined : await nodeOf(node);
  return {
    folder: join(cache, `${name}-${version}`),
    env: bin === undefined ? {} : { PATH: `${bin}${delimiter}${process.env.PATH}` },
    filled: (command, ca = '') =>
      command.map((word) => word.replace('{ca}', ca).replace('{node}', bin === undefined ? '' : dirname(bin))),
  };
}

/** Installs a client where it is not, and puts its programs beside it. */
async function install(client: RealClient, { folder, env, filled }: Place): Promise<void> {
  const stamp = join(folder, '.installed');
  await mkdir(folder, { recursive: true });
  await cp(join(root, 'scripts/clients', client.programs), folder, { recursive: true });
  const wanted = JSON.stringify(client.install);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  for (const command of client.install) await done(filled(command), folder, env);
  await writeFile(stamp, wanted);
}

/** Reads `ok NAME`, `fault NAME: which` and `failed NAME: why`, a line each. */
function outcomesIn(text: string): Map<string, Outcome> {
  const outcomes = new Map<string, Outcome>();
  for (const [, how = '', name = '', more] of text.matchAll(/^(ok|fault|failed) ([^:\n]+)(?:: (.*))?$/gm)) {
    outcomes.set(name, how === 'ok' ? 'ok' : how === 'fault' ? `fault ${more}` : `failed: ${more}`);
  }
  return outcomes;
}

/**
 * Has a client tell its stories: first the start that people copy, then the rest.
 * @returns how each ended, by name
 */
export async function storiesOf(client: RealClient): Promise<Map<string, Outcome>> {
  const place = await placeOf(client);
  await install(client, place);
  const sandbox = await startSandbox();
  const ran = (command: Command): Promise<string> =>
    done(place.filled(command, sandbox.ca), place.folder, { ...sandbox.env, ...place.env });
  try {
    for (const command of client.before ?? []) await ran(command);
    const outcomes = new Map<string, Outcome>();
    if (client.start) {
      const how = await ran(client.start.run).then(
        () => 'ok',
        (error: Error) => `failed: ${error.message}`,
      );
      outcomes.set('start', how);
    }
    const told = await ran(client.stories);
    return new Map([...outcomes, ...outcomesIn(told)]);
  } finally {
    await sandbox.stop();
  }
}
