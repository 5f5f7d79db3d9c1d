import { Agent, request as httpRequest } from 'node:http';
import { afterAll, expect, test } from '@jest/globals';
import { malformed } from '../support/contract-arbitrary.js';
import { suiteOrg } from '../support/org.js';

const REQUESTS = 10_000;
const SEED = Number(process.env.MOCKTA_FUZZ_SEED ?? 20261124);

const warnings: string[] = [];
const org = suiteOrg({ shared: true, seed: 'acme', warn: (message) => warnings.push(message) });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
afterAll(() => agent.destroy());

interface Raw {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer | string | undefined;
}

/** Sends what no client library would, and gives up after five seconds. */
function send(raw: Raw): Promise<{ status: number; text: string }> {
  const url = new URL(org.url);
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      {
        agent,
        host: url.hostname,
        port: url.port,
        method: raw.method,
        path: raw.path,
        headers: raw.headers,
        timeout: 5000,
      },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      },
    );
    call.on('timeout', () => call.destroy(new Error(`no answer: ${raw.method} ${raw.path}`)));
    call.on('error', reject);
    call.end(raw.body);
  });
}

test(`${REQUESTS} malformed requests change nothing and meet no fault (seed ${SEED})`, async () => {
  const before = org.hash();
  const seen = new Map<number, number>();
  const requests = malformed(SEED, org.sandbox.token);
  for (let n = 0; n < REQUESTS; n++) {
    const raw = requests.next().value;
    const answer = await send(raw);
    seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
    // Okta's own word for putting people into Everyone.
    const fault = answer.status >= 500 && !(answer.status === 501 && answer.text.includes('Unsupported operation.'));
    if (fault || answer.text.includes('node_modules')) {
      throw new Error(
        `seed ${SEED}, request ${n}: ${raw.method} ${raw.path} ${String(raw.body).slice(0, 200)} -> ${answer.status} ${answer.text.slice(0, 300)} ${warnings.at(-1) ?? ''}`,
      );
    }
    if (n % 500 === 499 && org.hash() !== before)
      throw new Error(`seed ${SEED}: the state changed before request ${n}`);
  }
  expect(org.hash()).toBe(before);
  expect(seen.get(400) ?? 0).toBeGreaterThan(REQUESTS / 10);
}, 120_000);
