import { generateKeyPair } from 'node:crypto';
import { availableParallelism } from 'node:os';

/** The public part of an RSA key, its numbers in base64url as in a JWK. */
export interface RsaPublicJwk {
  readonly kty: 'RSA';
  readonly e: string;
  readonly n: string;
}

/** The private part, as a JWK: plain texts for a row, and read thirty times faster than PEM. */
export interface RsaPrivateJwk extends RsaPublicJwk {
  readonly d: string;
  readonly p: string;
  readonly q: string;
  readonly dp: string;
  readonly dq: string;
  readonly qi: string;
}

/** An RSA-2048 key pair. */
export interface RsaKey {
  readonly privateJwk: RsaPrivateJwk;
  readonly publicJwk: RsaPublicJwk;
}

/** What a pool holds and does. */
export interface PoolCounts {
  /** Keys that are ready to be taken. */
  readonly ready: number;
  /** Keys in the making. */
  readonly making: number;
  /** Takers that wait. */
  readonly waiting: number;
  /** Keys that were begun since the pool exists. */
  readonly begun: number;
}

/** How a pool works. */
export interface PoolOptions {
  /** How many keys lie ready when nobody asks. */
  readonly size: number;
  /** How many keys are made at a time while somebody waits; with nobody waiting it is one. */
  readonly atOnce: number;
  /** Makes one key, off the main thread. */
  readonly make: () => Promise<RsaKey>;
  /** Runs the step that makes keys ahead, some time later, if the process still runs. */
  readonly later: (step: () => void) => void;
}

interface Taker {
  readonly resolve: (key: RsaKey) => void;
  readonly reject: (error: unknown) => void;
}

/** Makes an RSA-2048 key on a thread of libuv's: about 150 ms, of which the event loop holds one or two. */
export function makeRsaKey(): Promise<RsaKey> {
  return new Promise((resolve, reject) => {
    generateKeyPair('rsa', { modulusLength: 2048 }, (error, _, privateKey) => {
      if (error) return reject(error);
      const {
        e = '',
        n = '',
        d = '',
        p = '',
        q = '',
        dp = '',
        dq = '',
        qi = '',
      } = privateKey.export({ format: 'jwk' });
      resolve({
        privateJwk: { kty: 'RSA', e, n, d, p, q, dp, dq, qi },
        publicJwk: { kty: 'RSA', e, n },
      });
    });
  });
}

/**
 * Keys made ahead. Nothing is made before the first key is taken; from then on `size` of them are kept ready. What is
 * made ahead does not keep the process alive: at most the key in the making delays its end.
 */
export class RsaPool {
  readonly #ready: RsaKey[] = [];
  readonly #takers: Taker[] = [];
  #making = 0;
  #begun = 0;

  #size: number;

  constructor(readonly options: PoolOptions) {
    this.#size = options.size;
  }

  /** Keeps another number of keys ready from now on: a suite that makes few of them has better use for the core. */
  keep(size: number): void {
    this.#size = size;
  }

  /** A key of its own for each caller: one that lies ready, or the next one made. Rejects if it cannot be made. */
  take(): Promise<RsaKey> {
    const key = this.#ready.shift();
    if (key === undefined) {
      return new Promise((resolve, reject) => {
        this.#takers.push({ resolve, reject });
        this.#goOn();
      });
    }
    this.#goOn();
    return Promise.resolve(key);
  }

  /** What the pool holds and does at this moment. */
  counts(): PoolCounts {
    return {
      ready: this.#ready.length,
      making: this.#making,
      waiting: this.#takers.length,
      begun: this.#begun,
    };
  }

  /** Makes at once what somebody waits for, and later what nobody does. */
  #goOn(): void {
    if (this.#takers.length > 0) this.#makeMore();
    else this.options.later(() => this.#makeMore());
  }

  #makeMore(): void {
    const most = this.#takers.length > 0 ? this.options.atOnce : 1;
    const wanted = this.#takers.length + this.#size;
    while (this.#making < most && this.#making + this.#ready.length < wanted) this.#begin();
  }

  #begin(): void {
    this.#making += 1;
    this.#begun += 1;
    this.options.make().then(
      (key) => this.#made(key),
      (error) => this.#failed(error),
    );
  }

  #made(key: RsaKey): void {
    this.#making -= 1;
    const taker = this.#takers.shift();
    if (taker) taker.resolve(key);
    else this.#ready.push(key);
    this.#goOn();
  }

  #failed(error: unknown): void {
    this.#making -= 1;
    this.#takers.shift()?.reject(error);
    // With nobody waiting, nobody would hear of a second failure: the next taker tries again.
    if (this.#takers.length > 0) this.#makeMore();
  }
}

/**
 * How many keys lie ready: a Terraform run asks for ten at once, a busy suite for twenty; all twenty are there after
 * about three seconds of one core.
 */
const SIZE = 20;

/** Of libuv's four threads, one at least is left to the journal. */
const MOST_THREADS = 3;

/**
 * The pool of this process, a source as the clock and the ids are. Keys hold nothing of an org, so all orgs share it;
 * they are random, seed or not.
 */
export const rsaPool = new RsaPool({
  size: SIZE,
  atOnce: Math.min(MOST_THREADS, availableParallelism()),
  make: makeRsaKey,
  // Not an immediate: those run in the turn of the finished key, so that each key would keep the process for the next.
  later: (step) => setTimeout(step, 1).unref(),
});
