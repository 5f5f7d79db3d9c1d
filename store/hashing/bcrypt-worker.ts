import { parentPort } from 'node:worker_threads';
import { compare } from 'bcryptjs';
import { stepBack } from '../step-back.js';
import type { Asked, Told } from './bcrypt-thread.js';

/** Leaves a comparison that nobody waits for: bcryptjs goes on until what it tells of its progress throws. */
class Left extends Error {}

/** What is being compared. Each works a tenth of a second, then the next: all have the same share of the thread. */
const running = new Set<number>();

process.on('uncaughtException', (error) => {
  if (!(error instanceof Left)) throw error;
});

const tell = (told: Told): void => parentPort?.postMessage(told);

parentPort?.on('message', (asked: Asked) => {
  const { id } = asked;
  if ('leave' in asked) {
    running.delete(id);
    return;
  }
  running.add(id);
  const answer = (error: Error | null, right?: boolean): void => {
    running.delete(id);
    tell(error ? { id, error: error.message } : { id, right: right === true });
  };
  compare(asked.password, asked.hash, answer, () => {
    if (!running.has(id)) throw new Left();
  });
});
stepBack();
