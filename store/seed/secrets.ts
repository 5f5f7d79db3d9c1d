import { createHash, scrypt } from 'node:crypto';
import { foldKey } from '../collections.js';
import type { ScryptHash } from '../rows/people.js';
import type { Merged, SeedContent } from './merge.js';
import type { SeedUser } from './types.js';

/** Cheap on purpose: a sandbox guards no real secrets, and its tests sign in often. */
const COST = { N: 4096, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

const derive = (secret: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, KEY_BYTES, COST, (error, key) => (error ? reject(error) : resolve(key)));
  });

/**
 * Hashes the secrets of one seed. The salt comes from the seed's name and the login, so that a seed compiles to the
 * same bytes every time; users who share a secret share its hash, so that it is made once.
 */
class Hasher {
  readonly #made = new Map<string, Promise<ScryptHash>>();

  constructor(readonly seed: string) {}

  hash(secret: string, login: string): Promise<ScryptHash> {
    let made = this.#made.get(secret);
    if (!made) {
      const salt = createHash('sha256').update(`${this.seed}\n${login}`).digest().subarray(0, SALT_BYTES);
      made = derive(secret, salt).then((key) => ({
        algorithm: 'SCRYPT',
        salt: salt.toString('base64'),
        value: key.toString('base64'),
      }));
      this.#made.set(secret, made);
    }
    return made;
  }
}

/** The users with their passwords and answers hashed. */
export async function hashSecrets(name: string, { content, secrets }: Merged): Promise<SeedContent> {
  if (secrets.size === 0) return content;
  const hasher = new Hasher(name);
  const users = await Promise.all(
    content.users.map(async (user): Promise<SeedUser> => {
      const written = secrets.get(user);
      if (!written) return user;
      const login = foldKey(String(user.profile.login));
      const { password, recoveryQuestion } = written;
      return {
        ...user,
        ...(typeof password === 'string' ? { password: await hasher.hash(password, login) } : {}),
        ...(recoveryQuestion
          ? {
              recoveryQuestion: {
                question: recoveryQuestion.question,
                // Answers are compared without regard to case (facts: users §6).
                answer: await hasher.hash(recoveryQuestion.answer.trim().toLowerCase(), login),
              },
            }
          : {}),
      };
    }),
  );
  return { ...content, users };
}
