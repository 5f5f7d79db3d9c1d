import { appendFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import request from 'supertest';
import { inconsistencies } from '../../objects/invariants.js';
import { appOf } from '../../server/app.js';
import { directServer } from '../../server/direct.js';
import { openSandbox } from '../../server/open-sandbox.js';
import { asOption } from '../../server/options.js';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../server/sandbox.js';
import type { Clock } from '../../store/clock.js';
import { rsaPool } from '../../store/rsa-pool.js';
import type { Store } from '../../store/types.js';

/** An answer as tests look at it. `body` is parsed JSON, undefined where there is none. */
export interface TestAnswer {
  readonly status: number;
  readonly body: request.Response['body'];
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An org to test against, over HTTP on a loopback port, with the default token. */
export interface TestOrg {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly clock: Clock;
  readonly url: string;
  get(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  put(path: string, body?: unknown, headers?: Record<string, string>): Promise<TestAnswer>;
  delete(path: string, headers?: Record<string, string>): Promise<TestAnswer>;
  /** A digest of the whole state: equal before and after what must change nothing. */
  hash(): string;
  reset(): Promise<void>;
  close(): Promise<void>;
}

const coverage = process.env.MOCKTA_COVERAGE;
const lines: string[] = [];

/** Notes what the run really dispatched and how it was answered, for the coverage matrix. */
const onAnswer =
  coverage === undefined
    ? undefined
    : (id: string, status: number, code = '') => lines.push(`${id} ${status} ${code}\n`);

function flush(): void {
  if (coverage !== undefined && lines.length > 0) {
    appendFileSync(join(coverage, `${process.pid}.txt`), lines.splice(0).join(''));
  }
}

/** Whether every suite's answers go through the reference validator, and its requests that are let in. */
const allStrict = process.env.MOCKTA_STRICT === '1';

/** Whether every suite's requests take the way of the command, and not that of the Express app. */
const allDirect = process.env.MOCKTA_DIRECT === '1';

async function openSuite(options: SandboxOptions): Promise<Sandbox> {
  if (!allDirect) return createSandbox(options);
  const opened = await openSandbox(options, true, asOption);
  const listen: Sandbox['listen'] = (port, host, how) => opened.listen(directServer(opened), port, host, how);
  return { ...opened, app: appOf(opened), listen };
}

/** Keeps what the reference validator says of answers; all else goes its own way. */
const noted =
  (offContract: string[], warn: SandboxOptions['warn']) =>
  (message: string): void => {
    if (/ answered off the contract: |^strict: /.test(message)) offContract.push(message);
    else (warn ?? console.error)(message);
  };

// Suites that ask for RSA keys ask for few: the pool need not work ahead of them.
rsaPool.keep(2);

/** Orgs that are open. */
const open = new Set<Store>();

// Whatever a test did, it leaves every org in a state that holds together: no suite has to remember to look.
afterEach(() => {
  for (const store of open) expect(inconsistencies(store)).toEqual([]);
});

/** Sends as the org's administrator, with a body of JSON unless it is text. */
function sender(server: Server, token: string) {
  const agent = request(server);
  return async (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<TestAnswer> => {
    const call = agent[method](path).set({ authorization: `SSWS ${token}`, ...headers });
    if (typeof body === 'string') call.set('content-type', headers['content-type'] ?? 'application/json');
    const answer = body === undefined ? await call : await call.send(body as object);
    const parsed = answer.text === '' || answer.text === undefined ? undefined : answer.body;
    return { status: answer.status, body: parsed, text: answer.text, headers: answer.headers };
  };
}

/** Starts an org for a test that starts and ends its own; `suiteOrg` does both for a whole suite. */
export async function testOrg(options: SandboxOptions = {}): Promise<TestOrg> {
  const offContract: string[] = [];
  const strict = allStrict || options.strict === true;
  const sandbox = await openSuite({
    frozenAt: Date.UTC(2026, 0, 15, 9, 30),
    ...(onAnswer ? { onAnswer } : {}),
    ...(strict ? { strict: true } : {}),
    ...options,
    ...(strict ? { warn: noted(offContract, options.warn) } : {}),
  });
  open.add(sandbox.store);
  const { server, port } = await sandbox.listen(0);
  const send = sender(server as Server, sandbox.token);
  return {
    sandbox,
    store: sandbox.store,
    clock: sandbox.clock,
    url: `http://127.0.0.1:${port}`,
    get: (path, headers) => send('get', path, undefined, headers),
    post: (path, body, headers) => send('post', path, body, headers),
    put: (path, body, headers) => send('put', path, body, headers),
    delete: (path, headers) => send('delete', path, undefined, headers),
    hash: () => sandbox.org.store.hash(),
    reset: () => sandbox.reset(),
    async close() {
      open.delete(sandbox.store);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await sandbox.close();
      flush();
      // The last answers are still being looked at.
      for (let turn = 0; strict && turn < 100; turn++) await new Promise((resolve) => setImmediate(resolve));
      if (offContract.length > 0) throw new Error([...new Set(offContract)].join('\n'));
    },
  };
}

/** How a suite holds its org. */
export interface SuiteOptions extends SandboxOptions {
  /** Whether the tests go on from what the ones before them left; else each begins with a new org. */
  readonly shared?: boolean;
}

/**
 * The head of a suite: an org that is there before its first test, as new before each, and gone after its last. What
 * is returned is read within tests and hooks alone.
 */
export function suiteOrg({ shared = false, ...options }: SuiteOptions = {}): TestOrg {
  let made: TestOrg | undefined;
  const org = (): TestOrg => {
    if (!made) throw new Error('the org of a suite is there within its tests and hooks alone');
    return made;
  };
  beforeAll(async () => {
    made = await testOrg(options);
  });
  if (!shared) beforeEach(() => org().reset());
  afterAll(() => made?.close());
  return {
    get sandbox() {
      return org().sandbox;
    },
    get store() {
      return org().store;
    },
    get clock() {
      return org().clock;
    },
    get url() {
      return org().url;
    },
    get: (...call) => org().get(...call),
    post: (...call) => org().post(...call),
    put: (...call) => org().put(...call),
    delete: (...call) => org().delete(...call),
    hash: () => org().hash(),
    reset: () => org().reset(),
    close: () => org().close(),
  };
}
