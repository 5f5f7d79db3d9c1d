import { Worker } from 'node:worker_threads';
import { packageFile } from '../files/package-files.js';
import { GoneError } from './line.js';

/** What a thread is asked for: a comparison, or to leave one. */
export type Asked =
  | { readonly id: number; readonly password: string; readonly hash: string }
  | { readonly id: number; readonly leave: true };

/** What it tells. */
export type Told = { readonly id: number; readonly right: boolean } | { readonly id: number; readonly error: string };

interface Open {
  resolve(right: boolean): void;
  reject(error: Error): void;
}

/** How long a thread without work is kept, in milliseconds: it takes some megabytes, and a new one some milliseconds. */
const IDLE_MS = 2000;

/** A thread that compares passwords with bcrypt hashes; made when it is first needed, and gone when it no longer is. */
export class BcryptThread {
  #worker: Worker | undefined;
  readonly #open = new Map<number, Open>();
  #asked = 0;
  #idle: NodeJS.Timeout | undefined;

  /**
   * Whether the password is that of the hash (`$2a$...`).
   * @param gone aborted when the client leaves: then the thread leaves the comparison
   * @throws GoneError then
   */
  compare(password: string, hash: string, gone?: AbortSignal): Promise<boolean> {
    if (gone?.aborted) return Promise.reject(new GoneError());
    const worker = this.#started();
    const id = (this.#asked += 1);
    return new Promise<boolean>((resolve, reject) => {
      const leave = (): void => {
        worker.postMessage({ id, leave: true } satisfies Asked);
        this.#settle(id)?.reject(new GoneError());
      };
      const done = (): void => gone?.removeEventListener('abort', leave);
      gone?.addEventListener('abort', leave, { once: true });
      this.#open.set(id, {
        resolve: (right) => {
          done();
          resolve(right);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      });
      worker.postMessage({ id, password, hash } satisfies Asked);
    });
  }

  #started(): Worker {
    clearTimeout(this.#idle);
    if (this.#worker) return this.#worker;
    const worker = new Worker(packageFile('store/hashing/bcrypt-worker.js'));
    this.#worker = worker;
    // Who waits for a comparison has a connection that keeps the process.
    worker.unref();
    worker.on('message', (told: Told) => {
      const one = this.#settle(told.id);
      if ('error' in told) one?.reject(new Error(told.error));
      else one?.resolve(told.right);
    });
    worker.once('error', (error) => this.#failed(worker, error));
    worker.once('exit', () => this.#failed(worker, new Error('the thread that compares passwords ended')));
    return worker;
  }

  #settle(id: number): Open | undefined {
    const one = this.#open.get(id);
    this.#open.delete(id);
    if (this.#open.size === 0) this.#rest();
    return one;
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => {
      const worker = this.#worker;
      this.#worker = undefined;
      worker?.terminate();
    }, IDLE_MS).unref();
  }

  #failed(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    const left = [...this.#open.values()];
    this.#open.clear();
    for (const one of left) one.reject(error);
  }
}
