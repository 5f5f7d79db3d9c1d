import type { Context, ReadContext } from '../../contract/context.js';
import { notFound, OktaError } from '../../contract/errors.js';
import { objectOf, profileOf, textOf, textsOf } from '../../contract/given.js';
import { type Act, type Call, waiting } from '../../contract/operations.js';
import { show } from '../../contract/reply.js';
import { refuseEveryone } from '../../objects/groups/membership.js';
import { addByHand } from '../../objects/groups/rules/by-hand.js';
import { userTarget } from '../../objects/logs/targets.js';
import { followUser } from '../../objects/membership-followers.js';
import { defaultRealmId } from '../../objects/realm.js';
import { userSchema, writeProfile } from '../../objects/schemas/profile.js';
import { mail } from '../../objects/users/mail.js';
import { passwordRules } from '../../objects/users/passwords/policy.js';
import { hasLoginMethod } from '../../objects/users/states.js';
import { ACTIVATION_MINUTES, issueFirstToken } from '../../objects/users/tokens.js';
import { userView } from '../../objects/users/view.js';
import type { GroupRow } from '../../store/rows/groups.js';
import type { UserCredentials, UserRow } from '../../store/rows/users.js';
import {
  checkStrength,
  type GivenCredentials,
  type HashedCredentials,
  hashCredentials,
  readCredentials,
  refuseSecrets,
} from './given.js';

const MAX_GROUPS = 20;

type CreateCall = Call<'createUser'>;

/** A request that passed every check that needs no waiting. */
interface Checked {
  readonly typeId: string;
  readonly profile: UserRow['profile'];
  readonly given: GivenCredentials;
  readonly groups: readonly GroupRow[];
  readonly activate: boolean;
  readonly expirePassword: boolean;
}

function typeOf(ctx: ReadContext, given: unknown): string {
  const id = textOf(objectOf(given)?.id);
  const row =
    id === undefined || id === 'default'
      ? ctx.store.userTypes.where('default', 'true')[0]
      : ctx.store.userTypes.get(id);
  if (!row) throw notFound(id ?? 'default', 'CVDType');
  return row.id;
}

/** Okta says the summary again as the cause (facts: errors §3). */
const noPassword = (): OktaError => new OktaError('E0000124', { causes: [new OktaError('E0000124').summary] });

function groupsFor(ctx: ReadContext, given: CreateCall['body']['groupIds']): GroupRow[] {
  if (!given) return [];
  if (given.length > MAX_GROUPS) {
    throw new OktaError('E0000093', { causes: ['The number of group targets is too large'] });
  }
  return [...new Set(textsOf(given))].map((id) => {
    const group = ctx.store.groups.get(id);
    if (!group) throw notFound(id, 'UserGroup');
    refuseEveryone(group);
    if (group.type !== 'OKTA_GROUP') throw new OktaError('E0000006');
    return group;
  });
}

/** The checks of a create, in Okta's order; the same ones before and after the hash is made. */
function check({ body, query }: CreateCall, ctx: ReadContext): Checked {
  const activate = query.activate !== false;
  const typeId = typeOf(ctx, body.type);
  const profile = writeProfile(ctx, userSchema(ctx, typeId), profileOf(body), {
    mode: 'create',
    object: 'newUser',
  });
  const { provider, ...rest } = readCredentials(body.credentials);
  const given: GivenCredentials = query.provider === true && provider ? { ...rest, provider } : rest;
  const expirePassword = query.nextLogin === 'changePassword';
  if (expirePassword && given.password === undefined) throw noPassword();
  if (expirePassword && !activate) throw new OktaError('E0000125');
  if (given.provider) refuseSecrets(given.provider, given);
  const groups = groupsFor(ctx, body.groupIds);
  checkStrength(given, profile, () =>
    passwordRules(ctx, { groupIds: groups.map((group) => group.id), provider: given.provider?.type ?? 'OKTA' }),
  );
  return { typeId, profile, given, groups, activate, expirePassword };
}

function credentialsFor({ given }: Checked, hashed: HashedCredentials): UserCredentials {
  const { password, recoveryQuestion } = hashed;
  const imported = password && password.algorithm !== 'SCRYPT';
  const type = imported ? { type: 'IMPORT', name: 'IMPORT' } : { type: 'OKTA', name: 'OKTA' };
  const provider = given.provider ?? type;
  return password || recoveryQuestion ? { ...hashed, provider } : { provider };
}

function insertUser(ctx: Context, checked: Checked, credentials: UserCredentials): UserRow {
  const now = ctx.now();
  const { activate, expirePassword } = checked;
  const ready = hasLoginMethod({ credentials });
  const active = ready ? (expirePassword ? 'PASSWORD_EXPIRED' : 'ACTIVE') : 'PROVISIONED';
  return ctx.store.users.insert({
    status: activate ? active : 'STAGED',
    typeId: checked.typeId,
    realmId: defaultRealmId(ctx.store),
    created: now,
    activated: activate ? now : null,
    // A password marks even a staged user as changed, as recorded answers show.
    statusChanged: activate || credentials.password ? now : null,
    lastLogin: null,
    lastUpdated: now,
    passwordChanged: credentials.password ? now : null,
    profile: checked.profile,
    credentials,
  });
}

const act = (call: CreateCall, ctx: Context, hashed: HashedCredentials): ReturnType<Act<'createUser'>> => {
  const checked = check(call, ctx);
  const user = insertUser(ctx, checked, credentialsFor(checked, hashed));
  const targets = [userTarget(user)];
  ctx.log('user.lifecycle.create', targets);
  if (checked.activate) ctx.log('user.lifecycle.activate', targets);
  if (user.status === 'PROVISIONED') {
    const activationToken = issueFirstToken(ctx, user, 'ACTIVATION', ACTIVATION_MINUTES);
    mail(ctx, user, 'activation', {
      activationToken,
      activationUrl: `${ctx.links.base}/tokens/${activationToken}/verify`,
    });
  }
  addByHand(ctx, checked.groups, user);
  followUser(ctx, user);
  return show(userView, user);
};

/** Creates a user: the whole matrix of credentials, activation and provider (facts: users §2). */
export const createUser = waiting<'createUser', HashedCredentials>({
  // Without a secret there is nothing to wait for, and the checks of the act itself are enough.
  prepare: (call, ctx) => (call.body.credentials === undefined ? {} : hashCredentials(ctx, check(call, ctx).given)),
  act,
});
