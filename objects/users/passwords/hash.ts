import { createHash, timingSafeEqual } from 'node:crypto';
import type { ReadContext } from '../../../contract/context.js';
import { type Cause, invalid, type OktaError } from '../../../contract/errors.js';
import { bcryptMatches, pbkdf2Key } from '../../../store/hashing/hashing.js';
import type { ImportedHash, PasswordHash } from '../../../store/rows/users.js';
import { scryptMatches } from '../../secrets/scrypt.js';

/** Node's names of the digests that Okta takes (facts: users §6). */
const digests: Readonly<Record<string, string>> = {
  'SHA-512': 'sha512',
  'SHA-256': 'sha256',
  'SHA-1': 'sha1',
  MD5: 'md5',
};
const pbkdf2Digests: Readonly<Record<string, 'sha256' | 'sha512'>> = { SHA256_HMAC: 'sha256', SHA512_HMAC: 'sha512' };
const digestBytes: Readonly<Record<string, number>> = { 'SHA-512': 64, 'SHA-256': 32, 'SHA-1': 20, MD5: 16 };

/** A higher work factor would take minutes to verify; none is known in the wild above it. */
const MAX_ITERATIONS = 1_000_000;

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);

/** Okta takes lower work factors too (facts: users §6), but bcrypt makes no hash with them: no password matches one. */
const LEAST_BCRYPT_FACTOR = 4;

async function isOfBcrypt({ workFactor = 0, salt, value }: ImportedHash, password: string, gone: AbortSignal) {
  if (workFactor < LEAST_BCRYPT_FACTOR) return false;
  return bcryptMatches(password, `$2a$${String(workFactor).padStart(2, '0')}$${salt}${value}`, workFactor, gone);
}

async function isOfPbkdf2(hash: ImportedHash, password: string, gone: AbortSignal): Promise<boolean> {
  const asked = {
    secret: password,
    salt: Buffer.from(hash.salt ?? '', 'base64'),
    rounds: hash.iterationCount ?? 1,
    size: hash.keySize ?? 32,
    digest: pbkdf2Digests[hash.digestAlgorithm ?? ''] ?? 'sha256',
  };
  return same(await pbkdf2Key(asked, gone), Buffer.from(hash.value, 'base64'));
}

function digestMatches(hash: ImportedHash, password: string): boolean {
  const salt = Buffer.from(hash.salt ?? '', 'base64');
  const text = Buffer.from(password);
  const input = hash.saltOrder === 'POSTFIX' ? [text, salt] : [salt, text];
  const digest = createHash(digests[hash.algorithm] ?? 'sha256')
    .update(Buffer.concat(input))
    .digest();
  return same(digest, Buffer.from(hash.value, 'base64'));
}

/**
 * Whether this is the password that was hashed, by the sandbox or by the system it was imported from.
 * @throws GoneError where the client leaves before it is known
 */
export async function passwordMatches(
  ctx: Pick<ReadContext, 'request'>,
  hash: PasswordHash,
  password: string,
): Promise<boolean> {
  if (hash.algorithm === 'SCRYPT') return scryptMatches(ctx, hash, password);
  if (hash.algorithm === 'HOOK') return false;
  if (hash.algorithm === 'BCRYPT') return isOfBcrypt(hash, password, ctx.request.gone());
  if (hash.algorithm === 'PBKDF2') return isOfPbkdf2(hash, password, ctx.request.gone());
  return digestMatches(hash, password);
}

const isBase64 = (value: unknown): value is string =>
  typeof value === 'string' && value.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(value);
const isWhole = (value: unknown, from: number, to: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;

const badHash = (...causes: (string | Cause)[]): OktaError => invalid('password', ...causes);

function readBcrypt(given: Readonly<Record<string, unknown>>): ImportedHash {
  const { workFactor, salt, value } = given;
  if (!isWhole(workFactor, 1, 20)) throw badHash('workFactor: The work factor must be between 1 and 20');
  if (typeof salt !== 'string' || !/^[./A-Za-z0-9]{22}$/.test(salt)) {
    throw badHash('salt: The salt of a BCRYPT hash has 22 radix-64 characters');
  }
  if (typeof value !== 'string' || !/^[./A-Za-z0-9]{31}$/.test(value)) {
    throw badHash('value: The value of a BCRYPT hash has 31 radix-64 characters');
  }
  return { algorithm: 'BCRYPT', workFactor, salt, value };
}

function readPbkdf2(given: Readonly<Record<string, unknown>>): ImportedHash {
  const { iterationCount, keySize, salt, value, digestAlgorithm } = given;
  if (!isWhole(iterationCount, 1, MAX_ITERATIONS)) {
    throw badHash(`iterationCount: The iteration count must be between 1 and ${MAX_ITERATIONS}`);
  }
  if (!isWhole(keySize, 1, 512)) throw badHash('keySize: The key size must be between 1 and 512');
  if (typeof digestAlgorithm !== 'string' || !Object.hasOwn(pbkdf2Digests, digestAlgorithm)) {
    throw badHash(`digestAlgorithm: The digest algorithm must be one of ${Object.keys(pbkdf2Digests).join(', ')}`);
  }
  if (!isBase64(salt)) throw badHash('salt: The salt must be base64');
  if (!isBase64(value) || Buffer.from(value, 'base64').length !== keySize) {
    throw badHash('value: The value must be base64 of as many bytes as the key size');
  }
  return { algorithm: 'PBKDF2', iterationCount, keySize, digestAlgorithm, salt, value };
}

function readDigest(
  algorithm: 'SHA-512' | 'SHA-256' | 'SHA-1' | 'MD5',
  given: Readonly<Record<string, unknown>>,
): ImportedHash {
  const { salt, saltOrder, value } = given;
  if (!isBase64(value) || Buffer.from(value, 'base64').length !== digestBytes[algorithm]) {
    throw badHash(`value: The value must be the base64 of a ${algorithm} digest`);
  }
  if (salt === undefined || salt === null || salt === '') return { algorithm, value };
  if (!isBase64(salt)) throw badHash('salt: The salt must be base64');
  if (saltOrder !== 'PREFIX' && saltOrder !== 'POSTFIX') {
    throw badHash('saltOrder: The salt order must be PREFIX or POSTFIX');
  }
  return { algorithm, value, salt, saltOrder };
}

/**
 * Reads an imported hash (facts: users §6).
 * @throws OktaError 400 E0000001 for an algorithm or parameters that Okta does not take
 */
export function readImportedHash(given: unknown): ImportedHash {
  const hash = (typeof given === 'object' && given !== null ? given : {}) as Readonly<Record<string, unknown>>;
  switch (hash.algorithm) {
    case 'BCRYPT':
      return readBcrypt(hash);
    case 'PBKDF2':
      return readPbkdf2(hash);
    case 'SHA-512':
    case 'SHA-256':
    case 'SHA-1':
    case 'MD5':
      return readDigest(hash.algorithm, hash);
    default:
      throw badHash('algorithm: The hash algorithm must be one of BCRYPT, SHA-512, SHA-256, SHA-1, MD5, PBKDF2');
  }
}
