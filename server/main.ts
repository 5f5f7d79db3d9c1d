#!/usr/bin/env node
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { StateFileError } from '../store/errors.js';
import { type Config, ConfigError, helpText, readConfig } from './config.js';
import type { Listens } from './doors.js';
import { isLoopbackName } from './hosts.js';
import { ownToken } from './own-token.js';
import { type LoggedRequest, logLine } from './request-log.js';
import { createSandbox, type Sandbox, type SandboxOptions, warmHandlers } from './sandbox.js';
import { VERSION } from './version.js';

/** How long a stop waits for answers that were begun, in milliseconds; then it drops connections that say nothing. */
const STOP_GRACE = 2000;

/** What a user needs to know at the start, in one block. */
function startBlock(config: Config, sandbox: Sandbox, { port, authority }: Listens): string {
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
    '',
    '',
  ].join('\n');
}

/** Answers what was begun, writes what is not written, and ends; a second signal ends at once. */
function stopOnSignals(sandbox: Sandbox, close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    close()
      .then(() => sandbox.close())
      .then(
        () => process.exit(0),
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
function sandboxOptions(config: Config): SandboxOptions {
  const { coverage } = config;
  const token = config.token ?? (isLoopbackName(config.host) ? undefined : ownToken(config.data));
  return {
    ...(config.seed === undefined ? {} : { seed: config.seed }),
    ...(config.data === undefined ? {} : { data: config.data }),
    durability: config.durability,
    fresh: config.fresh,
    ...(token === undefined ? {} : { token }),
    ...(config.baseUrl === undefined ? {} : { baseUrl: config.baseUrl }),
    host: config.host,
    allowHosts: config.allowHost,
    memory: config.memory,
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
          onAnswer: (operationId: string, status: number) =>
            appendFileSync(join(coverage, `${process.pid}.txt`), `${operationId} ${status}\n`),
        }),
  };
}

/** How long it waits where loading failed, as it may while very many files are open, in milliseconds. */
const WARM_AGAIN = 5000;

/** Loads what later requests need. What cannot be loaded now is loaded when it is asked for, or a little later. */
function warm(tries: number): void {
  warmHandlers().catch(() => {
    if (tries > 1) setTimeout(() => warm(tries - 1), WARM_AGAIN).unref();
  });
}

async function main(): Promise<void> {
  const config = readConfig(process.argv.slice(2));
  if (config === 'help' || config === 'version') {
    process.stdout.write(config === 'help' ? helpText() : `${VERSION}\n`);
    return;
  }
  const sandbox = await createSandbox(sandboxOptions(config));
  try {
    const listens = await sandbox.listen(config.port, config.host, { https: config.https });
    const { server } = listens;
    stopOnSignals(
      sandbox,
      () =>
        new Promise((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
          setTimeout(() => server.closeAllConnections(), STOP_GRACE).unref();
        }),
    );
    process.stdout.write(startBlock(config, sandbox, listens));
    // The first request finds its group loaded if it comes a moment later, and does not wait for it if it comes now.
    server.once('request', (_req, res) => res.once('close', () => setImmediate(() => warm(3))));
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof StateFileError;
  const plain = expected || (error instanceof Error && /is in use|cannot listen/.test(error.message));
  process.stderr.write(`mockta: ${plain ? (error as Error).message : error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
