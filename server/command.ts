import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { warmHandlers } from '../handlers/index.js';
import { StateFileError } from '../store/errors.js';
import { type Config, helpText, readConfig } from './config.js';
import { ConfigError } from './config-values.js';
import { directServer } from './direct.js';
import type { Listens, ServerBuilder } from './doors.js';
import { isLoopbackName } from './hosts.js';
import type { OpenOptions } from './open-org.js';
import { type OpenSandbox, openSandbox } from './open-sandbox.js';
import { ownToken } from './own-token.js';
import { type LoggedRequest, logLine } from './request-log.js';
import { holdTickShape } from './tick-shape.js';
import { VERSION } from './version.js';

/** How long a stop waits for answers that were begun, in milliseconds; then it drops connections that say nothing. */
const STOP_GRACE = 2000;
/** How often a stop looks for connections that have nothing to wait for any more, in milliseconds. */
const IDLE_MS = 25;

/** A path as a shell takes it. */
const quoted = (path: string): string => (/^[\w./:@%+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

/** What clients need to trust who answers: Node's variable, which is read when a process starts. */
function trustLines(url: string, authority: Listens['authority']): string[] {
  if (authority?.path !== undefined) return [`    export NODE_EXTRA_CA_CERTS=${quoted(authority.path)}`];
  if (authority) {
    return [
      `    curl -sk ${url}/_sandbox/ca.pem -o mockta-ca.pem`,
      '    export NODE_EXTRA_CA_CERTS="$PWD/mockta-ca.pem"',
    ];
  }
  if (!url.startsWith('https:')) return [];
  // What speaks https stands before it, and is somebody else's.
  return ['    # where its certificate is of a private authority: export NODE_EXTRA_CA_CERTS=that-authority.pem'];
}

/** What a user needs to know at the start, in one block. */
function startBlock(config: Config, sandbox: OpenSandbox, { port, authority }: Listens): string {
  const isAnywhere = config.host === '0.0.0.0' || config.host === '::';
  const host = isAnywhere ? 'localhost' : config.host.includes(':') ? `[${config.host}]` : config.host;
  const url = config.baseUrl ?? `${authority ? 'https' : 'http'}://${host}:${port}`;
  const trusted = authority && (authority.path ?? `in memory, see ${url}/_sandbox/ca.pem`);
  const data = config.data === undefined ? 'in memory, gone at the end' : join(config.data, `${sandbox.org.name}.json`);
  const known = sandbox.token !== '';
  return [
    '',
    `  mockta ${VERSION}  an Okta org on this machine`,
    '',
    `  URL    ${url}`,
    `  Token  ${known ? sandbox.token : 'one that the org holds, unknown here; --token adds another'}`,
    `  Seed   ${sandbox.seed}`,
    `  Data   ${data}`,
    ...(trusted === undefined ? [] : [`  CA     ${trusted}`]),
    '',
    '  Point an SDK at it:',
    `    export OKTA_CLIENT_ORGURL=${url}`,
    `    export OKTA_CLIENT_TOKEN=${known ? sandbox.token : '...'}`,
    ...trustLines(url, authority),
    '',
    '',
  ].join('\n');
}

/** Says what a stop does. Who read it may be gone: the same Ctrl-C ends a pipe's other end. */
function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/**
 * Answers what was begun, writes what is not written, and ends; a second signal ends at once.
 * @param kept where the org is afterwards, in words
 */
function stopOnSignals(sandbox: OpenSandbox, kept: string, close: () => Promise<void>): void {
  let stopping = false;
  process.stdout.on('error', () => {});
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say('\n  stopping, when what was begun is answered; once more stops at once');
    close()
      .then(() => sandbox.close())
      .then(
        () => {
          say(`  stopped; the org ${kept}`);
          process.exit(0);
        },
        (error: unknown) => {
          process.stderr.write(`mockta: ${error instanceof Error ? error.message : String(error)}\n`);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** What a sandbox is made with where this was asked for: what was not asked for keeps its own default. */
function sandboxOptions(config: Config): OpenOptions {
  const { coverage, token, data } = config;
  return {
    ...(config.seed === undefined ? {} : { seed: config.seed }),
    ...(config.data === undefined ? {} : { data: config.data }),
    durability: config.durability,
    fresh: config.fresh,
    ...(token === undefined ? {} : { token }),
    ...(isLoopbackName(config.host) ? {} : { ownToken: (isNeeded: boolean) => ownToken(data, isNeeded) }),
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
    host: config.host,
    allowHosts: config.allowHost,
    memory: config.memory,
    passwordCost: config.passwordCost,
    ...(config.journal === undefined ? {} : { journal: config.journal }),
    rateLimits: config.rateLimits,
    trustProxy: config.trustProxy,
    ...(config.controlToken === undefined ? {} : { controlToken: config.controlToken }),
    strict: config.strict,
    allowHookHosts: config.allowHookHosts,
    ...(config.log ? { onRequest: (request: LoggedRequest) => process.stdout.write(logLine(request)) } : {}),
    ...(config.idSeed === undefined ? {} : { idSeed: config.idSeed }),
    ...(coverage === undefined
      ? {}
      : {
          onAnswer: (operationId: string, status: number, errorCode = '') =>
            appendFileSync(join(coverage, `${process.pid}.txt`), `${operationId} ${status} ${errorCode}\n`),
        }),
  };
}

/** How long it waits where loading failed, as it may while very many files are open, in milliseconds. */
const WARM_AGAIN = 5000;

/**
 * Loads what later requests need, and what tidies up after them. What cannot be loaded now is loaded when it is asked
 * for, or a little later.
 */
function warm(sandbox: OpenSandbox, tries: number): void {
  const tidying = async (): Promise<void> => (await import('./at-rest.js')).tidyAtRest(sandbox.org.memory);
  warmHandlers()
    .then(tidying)
    .catch(() => {
      if (tries > 1) setTimeout(() => warm(sandbox, tries - 1), WARM_AGAIN).unref();
    });
}

/** The way in: the direct one, or by the Express app where that was asked for. */
async function serverFor({ express }: Config, sandbox: OpenSandbox): Promise<ServerBuilder> {
  if (!express) return directServer(sandbox);
  const { appOf, serverFor } = await import('./app.js');
  return (make) => serverFor(appOf(sandbox), make);
}

async function run(argv: readonly string[], slower: string | undefined): Promise<void> {
  const config = readConfig(argv);
  if (config === 'help' || config === 'version') {
    process.stdout.write(config === 'help' ? helpText() : `${VERSION}\n`);
    return;
  }
  for (const sentence of config.unknown) process.stderr.write(`mockta: ${sentence}\n`);
  if (config.log && slower !== undefined) process.stderr.write(`mockta: this start took longer: ${slower}\n`);
  const sandbox = await openSandbox(sandboxOptions(config), config.strict);
  try {
    const { https, port, host } = config;
    const listens = await sandbox.listen(await serverFor(config, sandbox), port, host, { https });
    const { server } = listens;
    holdTickShape();
    const kept = config.data === undefined ? 'is gone' : `is in ${join(config.data, `${sandbox.org.name}.json`)}`;
    stopOnSignals(
      sandbox,
      kept,
      () =>
        new Promise((resolve) => {
          // A connection that was busy is idle when it was answered, and a client may keep it: nobody waits for that.
          const idle = setInterval(() => server.closeIdleConnections(), IDLE_MS);
          const all = setTimeout(() => server.closeAllConnections(), STOP_GRACE);
          server.close(() => {
            clearInterval(idle);
            clearTimeout(all);
            resolve();
          });
          server.closeIdleConnections();
        }),
    );
    process.stdout.write(startBlock(config, sandbox, listens));
    // The first request finds its group loaded if it comes a moment later, and does not wait for it if it comes now.
    server.once('request', (_req, res) => res.once('close', () => setImmediate(() => warm(sandbox, 3))));
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

/**
 * Runs the command: a sandbox until a signal ends it. What goes wrong is told on standard error, with exit code 1.
 * @param argv the arguments, without those of Node
 * @param slower why the start could not use compiled code, where it could not
 */
export function runCommand(argv: readonly string[], slower?: string): void {
  run(argv, slower).catch((error: unknown) => {
    const expected = error instanceof ConfigError || error instanceof StateFileError;
    const plain = expected || (error instanceof Error && /is in use|cannot listen/.test(error.message));
    const text = plain ? (error as Error).message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`mockta: ${text}\n`);
    process.exitCode = 1;
  });
}
