import type { Context, ReadContext } from '../../contract/context.js';
import { forbidden, invalid, notFound, OktaError } from '../../contract/errors.js';
import { objectOf, textOf } from '../../contract/given.js';
import { type Call, waiting } from '../../contract/operations.js';
import { show } from '../../contract/reply.js';
import { transition } from '../../objects/lifecycle.js';
import { userSchema, writeProfile } from '../../objects/schemas/profile.js';
import { moveUser, type UserEvent } from '../../objects/users/change.js';
import { findUser } from '../../objects/users/find.js';
import { isPerson, ownProfile, ownView } from '../../objects/users/own-profile.js';
import { providerAfter } from '../../objects/users/passwords/change.js';
import { historyAfter, isTooYoung, rulesFor, wasUsed } from '../../objects/users/passwords/policy.js';
import { userLifecycle } from '../../objects/users/states.js';
import { endTokens } from '../../objects/users/tokens.js';
import { userView } from '../../objects/users/view.js';
import type { UserCredentials, UserRow } from '../../store/rows/users.js';
import {
  checkStrength,
  type GivenCredentials,
  type HashedCredentials,
  hashCredentials,
  readCredentials,
  refuseSecrets,
} from './given.js';

type Mode = 'partial' | 'replace';
type UpdateCall = Call<'partialUpdateUser' | 'updateUser'>;

/** A request that passed every check that needs no waiting. */
interface Checked {
  readonly user: UserRow;
  readonly typeId: string;
  readonly profile: UserRow['profile'];
  readonly given: GivenCredentials;
}

/** The type after the update: only a replace may change it (facts: users §4). */
function typeAfter(ctx: ReadContext, user: UserRow, given: unknown, mode: Mode): string {
  const id = textOf(objectOf(given)?.id);
  if (id === undefined || id === user.typeId) return user.typeId;
  const row = id === 'default' ? ctx.store.userTypes.where('default', 'true')[0] : ctx.store.userTypes.get(id);
  if (mode === 'partial' && row?.id !== user.typeId) {
    throw invalid('type', 'type: The user type can be changed by a full update only');
  }
  if (!row) throw notFound(id, 'CVDType');
  return row.id;
}

/** `If-Match`: the caller's copy must be the present one. */
function checkMatch(ctx: ReadContext, user: UserRow): void {
  const wanted = ctx.request.header('if-match');
  if (wanted === undefined || wanted === '*') return;
  if (!/^(?:W\/)?"[^"]*"$/.test(wanted)) throw new OktaError('E0000242');
  if (wanted !== ctx.etag(userView, user)) throw new OktaError('E0000231');
}

const bringsSecret = ({ password, imported, recoveryQuestion }: GivenCredentials): boolean =>
  password !== undefined || imported !== undefined || recoveryQuestion !== undefined;

/** The checks of an update; of people who update themselves, their profile alone is taken (facts: users §4). */
function check({ params, body }: UpdateCall, ctx: ReadContext, mode: Mode): Checked {
  const user = findUser(ctx, params.userId);
  checkMatch(ctx, user);
  transition(userLifecycle, 'update', user.status, user);
  const typeId = typeAfter(ctx, user, body.type, mode);
  const sent = objectOf(body.profile);
  const profile = sent && isPerson(ctx) ? ownProfile(userSchema(ctx, typeId), sent, user.profile) : sent;
  // An update of credentials alone leaves the profile as it is, even where the whole user is replaced.
  // Under another type, though, the profile must be one of that type.
  const written = profile ?? (typeId === user.typeId ? undefined : { ...user.profile });
  const retyped = typeId !== user.typeId;
  const next = written
    ? writeProfile(ctx, userSchema(ctx, typeId), written, {
        previous: user.profile,
        mode,
        retyped,
        object: 'userProfile',
      })
    : user.profile;
  const given = readCredentials(body.credentials, user.credentials.recoveryQuestion?.question);
  if (isPerson(ctx) && (typeId !== user.typeId || bringsSecret(given))) throw forbidden();
  if (given.imported && user.status !== 'STAGED') {
    throw invalid('password', 'password: A hashed password can be set for a staged user only');
  }
  refuseSecrets(user.credentials.provider, given);
  if (given.password !== undefined) transition(userLifecycle, 'setPassword', user.status, user);
  checkStrength(given, next, () => rulesFor(ctx, user));
  return { user, typeId, profile: next, given };
}

/** `strict=true`: history and minimum age hold for an administrator's password as well. */
async function checkHistory({ user, given }: Checked, ctx: ReadContext): Promise<void> {
  if (given.password === undefined) return;
  const rules = rulesFor(ctx, user);
  if (isTooYoung(user, rules, ctx.clock.now())) {
    throw invalid('password', 'password: Password cannot be changed because the minimum age requirement is not met');
  }
  if (await wasUsed(ctx, given.password, user, rules)) {
    throw invalid('password', 'password: Password cannot be your current password or one of your former passwords');
  }
}

function credentialsAfter(ctx: Context, user: UserRow, hashed: HashedCredentials): UserCredentials {
  const { password, recoveryQuestion } = hashed;
  if (!password && !recoveryQuestion) return user.credentials;
  const kept = user.credentials;
  if (!password) return { ...kept, ...(recoveryQuestion ? { recoveryQuestion } : {}) };
  const imported = password.algorithm !== 'SCRYPT';
  return {
    ...kept,
    password,
    history: historyAfter(user, rulesFor(ctx, user)),
    ...(recoveryQuestion ? { recoveryQuestion } : {}),
    provider: imported ? { type: 'IMPORT', name: 'IMPORT' } : providerAfter(kept.provider),
  };
}

/** Names of the profile properties that differ, in the order they are shown. */
function changedNames(before: UserRow['profile'], after: UserRow['profile']): string[] {
  const differs = (a: unknown, b: unknown): boolean => a !== b && JSON.stringify(a) !== JSON.stringify(b);
  const names = Object.keys(before).filter((name) => differs(before[name], after[name]));
  for (const name in after) if (!Object.hasOwn(before, name)) names.push(name);
  return names;
}

/** What the log says of an update: each part that changed. */
function eventsOf(before: UserRow, after: Pick<UserRow, 'profile' | 'credentials' | 'typeId'>): UserEvent[] {
  const events: UserEvent[] = [];
  const changed = changedNames(before.profile, after.profile);
  if (changed.length > 0) {
    events.push(['user.account.update_profile', { debugData: { changedAttributes: changed.join(',') } }]);
  }
  if (after.credentials.password !== before.credentials.password) events.push('user.account.update_password');
  if (after.typeId !== before.typeId) events.push('user.account.update_user_type');
  if (changed.includes('email')) events.push('user.account.update_primary_email');
  return events;
}

function update(checked: Checked, ctx: Context, hashed: HashedCredentials): UserRow {
  const { user, typeId, profile } = checked;
  const setsPassword = checked.given.password !== undefined;
  const status = setsPassword ? transition(userLifecycle, 'setPassword', user.status, user) : user.status;
  const changes = {
    typeId,
    profile,
    credentials: credentialsAfter(ctx, user, hashed),
    passwordChanged: hashed.password ? ctx.now() : user.passwordChanged,
    ...(setsPassword ? { failedAttempts: 0 } : {}),
  };
  if (setsPassword) endTokens(ctx, user.id);
  return moveUser(ctx, user, status, changes, eventsOf(user, changes));
}

async function prepared(call: UpdateCall, ctx: ReadContext, mode: Mode): Promise<HashedCredentials> {
  const checked = check(call, ctx, mode);
  if (call.query.strict === true) await checkHistory(checked, ctx);
  return hashCredentials(ctx, checked.given);
}

/** The two halves of an update, for both of its forms. */
const halves = (mode: Mode) => ({
  // Without a secret there is nothing to wait for, and the checks of the act itself are enough.
  prepare: (call: UpdateCall, ctx: ReadContext) =>
    call.body.credentials === undefined ? {} : prepared(call, ctx, mode),
  act: (call: UpdateCall, ctx: Context, hashed: HashedCredentials) => {
    const user = update(check(call, ctx, mode), ctx, hashed);
    return isPerson(ctx) ? ownView(ctx, user, ctx.links) : show(userView, user);
  },
});

/** `POST /users/{id}`: only what is given changes, null clears. */
export const partialUpdateUser = waiting<'partialUpdateUser', HashedCredentials>(halves('partial'));

/** `PUT /users/{id}`: profile properties that are not given are gone. */
export const updateUser = waiting<'updateUser', HashedCredentials>(halves('replace'));
