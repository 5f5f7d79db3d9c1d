import { Agent, request } from 'node:http';
import { pause } from './raw.js';
import type { Target } from './target.js';

/** What somebody saw who asked for what anybody asks for while the server was attacked. */
export interface Seen {
  readonly answered: number;
  /** What was not answered as it should have been. */
  readonly failures: readonly string[];
  /** The longest that an answer took, in milliseconds. */
  readonly longest: number;
}

const EVERY_MS = 25;

/** Asks on one connection, which was there before the attack. */
function ask(target: Target, agent: Agent, method: string, path: string, body?: object): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(`${target.url}${path}`, { method, agent, headers: target.headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    sent.once('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

/** Reads and writes at a gentle pace until it is told to stop. */
export async function standBy(target: Target, signal: AbortSignal): Promise<Seen> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const failures: string[] = [];
  let [answered, longest] = [0, 0];
  for (let n = 0; !signal.aborted; n++) {
    const from = performance.now();
    const write = n % 4 === 0;
    const asked = write
      ? ask(target, agent, 'POST', '/api/v1/groups', { profile: { name: `Bystander ${from}` } })
      : ask(target, agent, 'GET', '/api/v1/groups?limit=10');
    await asked.then(
      (status) => {
        answered += 1;
        if (status !== 200) failures.push(`${write ? 'POST' : 'GET'} was answered ${status}`);
      },
      (error: Error) => failures.push(error.message),
    );
    longest = Math.max(longest, performance.now() - from);
    await pause(EVERY_MS, signal);
  }
  agent.destroy();
  return { answered, failures, longest };
}
