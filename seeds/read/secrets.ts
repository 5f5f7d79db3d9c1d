import { createHash } from 'node:crypto';
import { SALT_BYTES, scryptHash } from '../../objects/secrets/scrypt.js';
import { foldKey } from '../../store/rows/spec.js';
import type { ScryptHash } from '../../store/rows/users.js';
import type { SeedContent } from '../types.js';
import type { WrittenSecrets } from './section.js';
import type { SeedFactor } from './sections/factors.js';
import type { SeedUser } from './sections/users.js';

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
      made = scryptHash(secret, salt);
      this.#made.set(secret, made);
    }
    return made;
  }
}

// Answers are compared without regard to case (facts: users §6).
const folded = (answer: string): string => answer.trim().toLowerCase();

async function hashUser(hasher: Hasher, user: SeedUser, written: WrittenSecrets): Promise<SeedUser> {
  const login = foldKey(String(user.profile.login));
  const { password, recoveryQuestion: asked } = written;
  return {
    ...user,
    ...(typeof password === 'string' ? { password: await hasher.hash(password, login) } : {}),
    ...(asked
      ? { recoveryQuestion: { question: asked.question, answer: await hasher.hash(folded(asked.answer), login) } }
      : {}),
  };
}

/** The users and their factors with passwords and answers hashed. */
export async function hashSecrets(
  name: string,
  content: SeedContent,
  secrets: ReadonlyMap<object, WrittenSecrets>,
): Promise<SeedContent> {
  if (secrets.size === 0) return content;
  const hasher = new Hasher(name);
  const users = content.users.map((user) => {
    const written = secrets.get(user);
    return written ? hashUser(hasher, user, written) : user;
  });
  const factors = content.factors.map(async (factor): Promise<SeedFactor> => {
    const { answer } = secrets.get(factor) ?? {};
    return answer === undefined
      ? factor
      : { ...factor, answer: await hasher.hash(folded(answer), foldKey(factor.user)) };
  });
  return { ...content, users: await Promise.all(users), factors: await Promise.all(factors) };
}
