import { scrypt, timingSafeEqual } from 'node:crypto';
import type { ReadContext } from '../../contract/context.js';
import type { ScryptHash } from '../../store/rows/users.js';

/** Cheap on purpose: a sandbox guards no real secrets, and its tests sign in often. */
const COST = { N: 4096, r: 8, p: 1 };
const KEY_BYTES = 32;
/** Bytes of a salt. */
export const SALT_BYTES = 16;

const derive = (secret: string, salt: Uint8Array): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/** Hashes a password or an answer. */
export async function scryptHash(secret: string, salt: Uint8Array): Promise<ScryptHash> {
  const key = await derive(secret, salt);
  return { algorithm: 'SCRYPT', salt: Buffer.from(salt).toString('base64'), value: key.toString('base64') };
}

/** Whether this is the secret that was hashed. */
export async function scryptMatches(hash: ScryptHash, secret: string): Promise<boolean> {
  const key = await derive(secret, Buffer.from(hash.salt, 'base64'));
  const kept = Buffer.from(hash.value, 'base64');
  return kept.length === key.length && timingSafeEqual(key, kept);
}

/** Answers are compared without regard to case (facts: users §6). */
export const normalAnswer = (answer: string): string => answer.trim().toLowerCase();

/** Hashes a secret with a fresh salt of the org's. */
export const hashOf = (ctx: Pick<ReadContext, 'ids'>, secret: string): Promise<ScryptHash> =>
  scryptHash(secret, ctx.ids.bytes(SALT_BYTES));
