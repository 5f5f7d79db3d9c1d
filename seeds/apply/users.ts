import { defaultRealmId } from '../../objects/realm.js';
import type { UserCredentials, UserStatus } from '../../store/rows/users.js';
import type { SeedUser } from '../read/sections/users.js';
import { type Applying, type Kind, pinned } from './applying.js';

function credentialsOf(user: SeedUser): UserCredentials {
  const imported = user.password !== undefined && user.password.algorithm !== 'SCRYPT';
  return {
    ...(user.password === undefined ? {} : { password: user.password }),
    ...(user.recoveryQuestion === undefined ? {} : { recoveryQuestion: user.recoveryQuestion }),
    provider: user.provider ?? (imported ? { type: 'IMPORT', name: 'IMPORT' } : { type: 'OKTA', name: 'OKTA' }),
  };
}

/** Users that were never activated have no time of activation (facts: users §1). */
const wasActivated = (status: UserStatus): boolean => status !== 'STAGED';

/** The login of a user, as others in the seed name it. */
export const loginOf = (user: SeedUser): string => String(user.profile.login);

/** What all users of one seed share. */
interface Shared {
  readonly typeId: string;
  readonly realmId: string;
}

const sharedOf = new WeakMap<Applying, Shared>();

/** Looked up for the first user of a seed: there may be very many. */
function shared(applying: Applying): Shared {
  let found = sharedOf.get(applying);
  if (!found) {
    const { store } = applying;
    found = { typeId: store.userTypes.where('default', 'true')[0]?.id ?? '', realmId: defaultRealmId(store) };
    sharedOf.set(applying, found);
  }
  return found;
}

/** Users. Their groups and links come with group rules and linked objects. */
export const users: Kind<SeedUser> = {
  nameOf: loginOf,
  find: (store, name) => store.users.by('login', name)?.id,
  add(user, applying) {
    const { store, now, idOf } = applying;
    const { typeId, realmId } = shared(applying);
    const created = user.created ?? now;
    const activated = user.activated ?? (wasActivated(user.status) ? created : null);
    store.users.insert({
      status: user.status,
      typeId: user.type === undefined ? typeId : idOf('userTypes', user.type),
      realmId,
      created,
      activated,
      statusChanged: user.statusChanged ?? activated,
      lastLogin: user.lastLogin ?? null,
      lastUpdated: user.lastUpdated ?? created,
      passwordChanged: user.passwordChanged ?? (user.password === undefined ? null : created),
      profile: user.profile,
      credentials: credentialsOf(user),
      ...pinned(user),
    });
  },
};
