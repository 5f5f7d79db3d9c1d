import { pbkdf2, type ScryptOptions, scrypt } from 'node:crypto';
import { BcryptThread } from './bcrypt-thread.js';
import { Line } from './line.js';

// What passwords cost is paid on threads. Of libuv's four, which the journal and the loading of files need as well,
// hashes never hold more than three.

/** Our own hashes, of which a busy org makes many; each is short. */
const own = new Line(2);
/** Keys of as many rounds as another system chose. */
const derived = new Line(1);
/** Comparisons that take up to about a quarter of a second, one by one; what is longer shares a thread of its own. */
const quick = new Line(1);
const quickThread = new BcryptThread();
const longThread = new BcryptThread();

const SCRYPT_MS = 0.003;
const ROUND_MS = 0.0005;
const BCRYPT_MS = 0.08;
const QUICK_MS = 400;

/** What scrypt is asked for. */
export interface ScryptKey {
  readonly secret: string;
  readonly salt: Uint8Array;
  /** Bytes of the key. */
  readonly size: number;
  /** `N`: a power of two. Memory is a kilobyte of it each. */
  readonly cost: number;
}

/** Block size and parallelism, `r` and `p`. */
const SHAPE = { r: 8, p: 1 };

/** Derives a key with scrypt. @throws GoneError where the client left before it was begun */
export function scryptKey({ secret, salt, size, cost }: ScryptKey, gone?: AbortSignal): Promise<Buffer> {
  // Node allows 32 MB and counts some more than the blocks themselves.
  const options: ScryptOptions = { ...SHAPE, N: cost, maxmem: 2048 * cost + 1_048_576 };
  const derive = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      scrypt(secret, salt, size, options, (error, key) => (error ? reject(error) : resolve(key)));
    });
  return own.run(derive, { cost: cost * SCRYPT_MS, gone });
}

/** What PBKDF2 is asked for. */
export interface Pbkdf2Key {
  readonly secret: string;
  readonly salt: Uint8Array;
  readonly rounds: number;
  /** Bytes of the key. */
  readonly size: number;
  readonly digest: 'sha256' | 'sha512';
}

const DIGEST_BYTES = { sha256: 32, sha512: 64 } as const;

/** Derives a key with PBKDF2. @throws GoneError where the client left before it was begun */
export function pbkdf2Key({ secret, salt, rounds, size, digest }: Pbkdf2Key, gone?: AbortSignal): Promise<Buffer> {
  const derive = (): Promise<Buffer> =>
    new Promise((resolve, reject) => {
      pbkdf2(secret, salt, rounds, size, digest, (error, key) => (error ? reject(error) : resolve(key)));
    });
  // A key is made digest by digest, each of all the rounds.
  return derived.run(derive, { cost: rounds * Math.ceil(size / DIGEST_BYTES[digest]) * ROUND_MS, gone });
}

/** The package itself, in the process: a worker does not load TypeScript sources. */
async function compareHere(password: string, hash: string): Promise<boolean> {
  const { compare } = await import('bcryptjs');
  return compare(password, hash);
}

/**
 * Whether a password is that of a bcrypt hash.
 * @param factor the work factor that `hash` names
 * @throws GoneError where the client left before it was known
 */
export function bcryptMatches(password: string, hash: string, factor: number, gone?: AbortSignal): Promise<boolean> {
  if (import.meta.url.endsWith('.ts')) return compareHere(password, hash);
  const cost = 2 ** factor * BCRYPT_MS;
  if (cost > QUICK_MS) return longThread.compare(password, hash, gone);
  return quick.run(() => quickThread.compare(password, hash, gone), { cost, gone });
}
