import { timingSafeEqual } from 'node:crypto';
import type { ReadContext } from '../../contract/context.js';
import { scryptKey } from '../../store/hashing/hashing.js';
import type { ScryptCost, ScryptHash } from '../../store/rows/users.js';

/**
 * What a new hash costs where nobody says (`N`). Cheap on purpose: a sandbox guards no real secrets, and its tests make
 * users and sign in often.
 */
export const DEFAULT_COST: ScryptCost = 256;
/** What a hash may cost: the highest takes 64 MB of memory and a fifth of a second. */
export const SCRYPT_COSTS: readonly ScryptCost[] = [
  ...([16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 65536] as const),
];
/** What hashes cost that do not say: those of the first versions. */
const FORMER_COST: ScryptCost = 4096;
const KEY_BYTES = 32;
/** Bytes of a salt. */
export const SALT_BYTES = 16;

const normal = (secret: string): string => secret.normalize('NFC');

/** Hashes a password or an answer. @param cost a power of two, kept with the hash */
export async function scryptHash(secret: string, salt: Uint8Array, cost = DEFAULT_COST): Promise<ScryptHash> {
  const key = await scryptKey({ secret: normal(secret), salt, size: KEY_BYTES, cost });
  return { algorithm: 'SCRYPT', cost, salt: Buffer.from(salt).toString('base64'), value: key.toString('base64') };
}

/**
 * Whether this is the secret that was hashed.
 * @throws GoneError where the client left before it was its turn
 */
export async function scryptMatches(
  { request }: Pick<ReadContext, 'request'>,
  hash: ScryptHash,
  secret: string,
): Promise<boolean> {
  const kept = Buffer.from(hash.value, 'base64');
  const asked = { secret: normal(secret), salt: Buffer.from(hash.salt, 'base64'), size: KEY_BYTES };
  const key = await scryptKey({ ...asked, cost: hash.cost ?? FORMER_COST }, request.gone());
  return kept.length === key.length && timingSafeEqual(key, kept);
}

/** Answers are compared without regard to case (facts: users §6). */
export const normalAnswer = (answer: string): string => answer.trim().toLowerCase();

/** Hashes a secret with a fresh salt of the org's. What is hashed is to be kept, so it is done whether the client waits or not. */
export const hashOf = (ctx: Pick<ReadContext, 'ids' | 'passwordCost'>, secret: string): Promise<ScryptHash> =>
  scryptHash(secret, ctx.ids.bytes(SALT_BYTES), ctx.passwordCost);
