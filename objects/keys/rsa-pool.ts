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

/** Keys made ahead. */
export interface RsaPool {
  /** A key of its own for each caller: one that lies ready, or the next one made. Rejects if a key cannot be made. */
  take(): Promise<RsaKey>;
  counts(): PoolCounts;
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
 * A pool that makes nothing before the first key is taken, and then keeps `size` of them ready. What it makes ahead
 * does not keep the process alive: at most the key in the making delays its end.
 */
export function createRsaPool({ size, atOnce, make, later }: PoolOptions): RsaPool {
  const ready: RsaKey[] = [];
  const takers: Taker[] = [];
  let making = 0;
  let begun = 0;

  const begin = (): void => {
    making += 1;
    begun += 1;
    make().then(made, failed);
  };
  const made = (key: RsaKey): void => {
    making -= 1;
    const taker = takers.shift();
    if (taker) taker.resolve(key);
    else ready.push(key);
    goOn();
  };
  const failed = (error: unknown): void => {
    making -= 1;
    takers.shift()?.reject(error);
    // With nobody waiting, nobody would hear of a second failure: the next taker tries again.
    if (takers.length > 0) pump();
  };
  const goOn = (): void => {
    if (takers.length > 0) pump();
    else later(pump);
  };
  const pump = (): void => {
    const most = takers.length > 0 ? atOnce : 1;
    while (making < most && making + ready.length < takers.length + size) begin();
  };

  return {
    take: () => {
      const key = ready.shift();
      if (key === undefined) {
        return new Promise((resolve, reject) => {
          takers.push({ resolve, reject });
          pump();
        });
      }
      goOn();
      return Promise.resolve(key);
    },
    counts: () => ({ ready: ready.length, making, waiting: takers.length, begun }),
  };
}

/**
 * How many keys lie ready: a Terraform run asks for ten at once, a busy suite for twenty; all twenty are there after
 * about three seconds of one core.
 */
const SIZE = 20;

/** Of libuv's four threads, one at least is left to the journal. */
const MOST_THREADS = 3;

/** The pool of this process. Keys hold nothing of an org, so all orgs share it; its keys are random, seed or not. */
export const rsaPool: RsaPool = createRsaPool({
  size: SIZE,
  atOnce: Math.min(MOST_THREADS, availableParallelism()),
  make: makeRsaKey,
  // Not an immediate: those run in the turn of the finished key, so that each key would keep the process for the next.
  later: (step) => setTimeout(step, 1).unref(),
});
