import { newSecret } from '../../objects/factors/codes.js';
import { kindOf } from '../../objects/factors/kinds.js';
import { questions } from '../../objects/factors/questions.js';
import type { JsonObject } from '../../store/rows/common.js';
import { foldKey } from '../../store/rows/spec.js';
import type { SeedFactor } from '../read/sections/factors.js';
import type { Kind } from './applying.js';

const nameOf = ({ user, factorType, provider }: SeedFactor): string => `${user} ${factorType} ${provider}`;

function profileOf(item: SeedFactor, login: string): JsonObject {
  const { factorType, phoneNumber, email, question } = item;
  if (phoneNumber !== undefined) return { phoneNumber };
  if (question !== undefined) return { question, questionText: questions[question] ?? '' };
  return factorType === 'email' ? { email: email ?? login } : { credentialId: login };
}

/** Factors of users, each named by the user's login and what it is. */
export const factors: Kind<SeedFactor> = {
  nameOf,
  find(store, name) {
    const rows = store.factors.all();
    const loginOf = (id: string): string => String(store.users.get(id)?.profile.login);
    return rows.find((row) => foldKey(`${loginOf(row.userId)} ${row.factorType} ${row.provider}`) === foldKey(name))
      ?.id;
  },
  add(item, { store, now, ids, idOf }) {
    const { user, factorType, provider, status, answer } = item;
    const kind = kindOf(factorType, provider);
    const userId = idOf('users', user);
    const login = String(store.users.require(userId).profile.login);
    store.factors.insert({
      id: item.id ?? ids.next(kind?.prefix ?? 'fac'),
      userId,
      factorType,
      provider,
      vendorName: provider,
      status,
      created: now,
      lastUpdated: now,
      profile: profileOf(item, login),
      ...(kind?.proving === 'otp' ? { secret: item.secret ?? newSecret({ ids }) } : {}),
      ...(answer ? { answer } : {}),
    });
  },
};
