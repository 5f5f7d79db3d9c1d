import type { Links } from '../../contract/links.js';
import { type View, writtenBy } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import { textOf } from '../../store/json-text.js';
import type { Json } from '../../store/rows/common.js';
import type { UserRow, UserStatus } from '../../store/rows/users.js';
import { schemaIdOf } from '../schemas/ids.js';
import { isExternal } from './states.js';

type LinkMaker = (links: Links, user: UserRow) => object;

/** The links that a user can show. Those of actions carry their method (facts: users §7). */
const linkMakers = {
  suspend: (links, { id }) => links.act('suspendUser', { userId: id }),
  unsuspend: (links, { id }) => links.act('unsuspendUser', { userId: id }),
  schema: (links, { typeId }) => links.to('getUserSchema', { schemaId: schemaIdOf(typeId) }),
  activate: (links, { id }) => links.act('activateUser', { userId: id }),
  reactivate: (links, { id }) => links.act('reactivateUser', { userId: id }),
  unlock: (links, { id }) => links.act('unlockUser', { userId: id }),
  resetPassword: (links, { id }) => links.act('resetPassword', { userId: id }),
  forgotPassword: (links, { id }) => links.act('forgotPassword', { userId: id }),
  expirePassword: (links, { id }) => links.act('expirePassword', { userId: id }),
  changeRecoveryQuestion: (links, { id }) => links.act('changeRecoveryQuestion', { userId: id }),
  self: (links, { id }) => links.to('getUser', { userId: id }),
  resetFactors: (links, { id }) => links.act('resetFactors', { userId: id }),
  type: (links, { typeId }) => links.to('getUserType', { typeId }),
  changePassword: (links, { id }) => links.act('changePassword', { userId: id }),
  deactivate: (links, { id }) => links.act('deactivateUser', { userId: id }),
  delete: (links, { id }) => links.act('deactivateOrDeleteUser', { userId: id }, 'DELETE'),
} satisfies Record<string, LinkMaker>;

type Rel = keyof typeof linkMakers;

const ACTIVE: readonly Rel[] = [
  'suspend',
  'schema',
  'resetPassword',
  'forgotPassword',
  'expirePassword',
  'changeRecoveryQuestion',
  'self',
  'resetFactors',
  'type',
  'changePassword',
  'deactivate',
];

const ON_PASSWORD: ReadonlySet<Rel> = new Set([
  'forgotPassword',
  'expirePassword',
  'changeRecoveryQuestion',
  'changePassword',
]);

/** Who signs in elsewhere has no password to do anything with (inferred). */
const ACTIVE_ELSEWHERE: readonly Rel[] = ACTIVE.filter((rel) => !ON_PASSWORD.has(rel));

/** The links by status, in the recorded order. */
const relations: Readonly<Record<UserStatus, readonly Rel[]>> = {
  STAGED: ['schema', 'activate', 'self', 'resetFactors', 'type'],
  PROVISIONED: ['suspend', 'schema', 'resetPassword', 'reactivate', 'self', 'resetFactors', 'type', 'deactivate'],
  ACTIVE,
  PASSWORD_EXPIRED: ACTIVE,
  RECOVERY: ['suspend', 'schema', 'resetPassword', 'self', 'resetFactors', 'type', 'changePassword', 'deactivate'],
  LOCKED_OUT: ['schema', 'unlock', 'resetPassword', 'self', 'resetFactors', 'type', 'deactivate'],
  SUSPENDED: ['schema', 'unsuspend', 'self', 'resetFactors', 'type', 'deactivate'],
  DEPROVISIONED: ['schema', 'activate', 'self', 'resetFactors', 'type', 'delete'],
};

/** Which links a user shows. */
const relsOf = ({ status, credentials }: UserRow): readonly Rel[] =>
  status === 'ACTIVE' && isExternal(credentials.provider.type) ? ACTIVE_ELSEWHERE : relations[status];

function linksOf(user: UserRow, links: Links): Record<string, object> {
  const shown: Record<string, object> = {};
  for (const rel of relsOf(user)) shown[rel] = linkMakers[rel](links, user);
  return shown;
}

/** An id that no user has: where it stands in a text, a user's own goes. */
const ANYBODY = '00uAnybodyAnybodyAny';

/** Ids that stand in JSON and in links as they are: all that the org gives. */
const PLAIN_ID = /^\w+$/;

/** The links of a type's users as JSON, in pieces between which the id goes; by what else decides them. */
const linkTexts = new WeakMap<Links, Map<readonly Rel[], { readonly typeId: string; readonly pieces: string[] }>>();

/** What `linksOf` shows, as JSON: of one base, type and set of links it differs in the id alone. */
function linksText(user: UserRow, links: Links): string {
  const { id, typeId } = user;
  if (!PLAIN_ID.test(id)) return JSON.stringify(linksOf(user, links));
  let texts = linkTexts.get(links);
  if (!texts) linkTexts.set(links, (texts = new Map()));
  const rels = relsOf(user);
  let text = texts.get(rels);
  if (text?.typeId !== typeId) {
    const pieces = JSON.stringify(linksOf({ ...user, id: ANYBODY }, links)).split(ANYBODY);
    texts.set(rels, (text = { typeId, pieces }));
  }
  return text.pieces.join(id);
}

const FIRST = ['firstName', 'lastName', 'mobilePhone'] as const;
const LAST = ['secondEmail', 'login', 'email'] as const;
const FIXED: ReadonlySet<string> = new Set([...FIRST, ...LAST]);

/** Six properties are always there, null when unset, around those that have a value (facts: users §1). */
function profileOf({ profile }: UserRow): Record<string, Json> {
  const shown: Record<string, Json> = {};
  for (const name of FIRST) shown[name] = profile[name] ?? null;
  for (const [name, value] of Object.entries(profile)) if (!FIXED.has(name)) shown[name] = value;
  for (const name of LAST) shown[name] = profile[name] ?? null;
  return shown;
}

/** Credentials without a secret; `emails` where the user has a password. */
export function credentialsOf({ credentials, profile }: UserRow, emails = true): ShownAs<Schemas['UserCredentials']> {
  const { password, recoveryQuestion, provider } = credentials;
  if (!password && !recoveryQuestion) return { provider };
  return {
    ...(password ? { password: {} } : {}),
    ...(password && emails ? { emails: [{ value: profile.email, status: 'VERIFIED', type: 'PRIMARY' }] } : {}),
    ...(recoveryQuestion ? { recovery_question: { question: recoveryQuestion.question } } : {}),
    provider,
  };
}

const shownWithout = (user: UserRow) => ({
  id: user.id,
  status: user.status,
  created: user.created,
  activated: user.activated,
  statusChanged: user.statusChanged,
  lastLogin: user.lastLogin,
  lastUpdated: user.lastUpdated,
  passwordChanged: user.passwordChanged,
  realmId: user.realmId,
  type: { id: user.typeId },
  profile: profileOf(user),
  credentials: credentialsOf(user),
});

const shownWith = (user: UserRow, links: Record<string, object>): ShownAs<Schemas['User']> =>
  Object.assign(shownWithout(user), { _links: links });

/** What `profileOf` shows, as JSON. */
function profileText({ profile }: UserRow): string {
  let text = '';
  for (const name of FIRST) text += `"${name}":${textOf(profile[name] ?? null)},`;
  for (const name in profile) {
    const value = profile[name];
    if (value !== undefined && !FIXED.has(name)) text += `${textOf(name)}:${textOf(value)},`;
  }
  for (const name of LAST) text += `"${name}":${textOf(profile[name] ?? null)},`;
  return `{${text.slice(0, -1)}}`;
}

/** What `shownWith` shows, as JSON: written down at once, without an object that holds it. */
const writtenUser = (user: UserRow, links: Links): string =>
  `{"id":${textOf(user.id)},"status":${textOf(user.status)},"created":${textOf(user.created)},` +
  `"activated":${textOf(user.activated)},"statusChanged":${textOf(user.statusChanged)},` +
  `"lastLogin":${textOf(user.lastLogin)},"lastUpdated":${textOf(user.lastUpdated)},` +
  `"passwordChanged":${textOf(user.passwordChanged)},"realmId":${textOf(user.realmId)},` +
  `"type":{"id":${textOf(user.typeId)}},"profile":${profileText(user)},` +
  `"credentials":${JSON.stringify(credentialsOf(user))},"_links":${linksText(user, links)}}`;

/** One user, with the links that its status allows. */
export const userView: View<UserRow, Schemas['User']> = writtenBy<UserRow, Schemas['User']>(
  writtenUser,
  (user, links) => shownWith(user, linksOf(user, links)),
);

/** A user in a list: its only link is to itself. */
export const userItemView: View<UserRow, Schemas['User']> = (user, links) =>
  shownWith(user, { self: linkMakers.self(links, user) });

const without = (view: View<UserRow, Schemas['User']>, names: readonly string[]): View<UserRow, Schemas['User']> => {
  const drop = new Set(names);
  return (user, links) => {
    const { credentials, _links, ...shown } = view(user, links);
    const rels = Object.entries(_links ?? {}).filter(([rel]) => !drop.has('links') || !CREDENTIAL_LINKS.has(rel));
    return { ...shown, ...(drop.has('credentials') ? {} : { credentials }), _links: Object.fromEntries(rels) };
  };
};

const CREDENTIAL_LINKS: ReadonlySet<string> = new Set([
  'changePassword',
  'changeRecoveryQuestion',
  'forgotPassword',
  'resetPassword',
  'resetFactors',
  'unlock',
]);

const leaner = {
  item: { credentials: without(userItemView, ['credentials']) },
  whole: {
    credentials: without(userView, ['credentials']),
    links: without(userView, ['links']),
    both: without(userView, ['credentials', 'links']),
  },
};

/**
 * The view that a client asked for by `okta-response` inside Content-Type: without credentials, without the links to
 * change them, or both (facts: conventions §3).
 */
export function viewFor(contentType: string | undefined, form: 'item' | 'whole'): View<UserRow, Schemas['User']> {
  if (contentType === undefined) return form === 'item' ? userItemView : userView;
  const asked = /okta-response\s*=\s*"?([\w\s,]+)/i.exec(contentType)?.[1]?.split(/[\s,]+/) ?? [];
  const credentials = asked.includes('omitCredentials');
  const links = asked.includes('omitCredentialsLinks');
  if (form === 'item') return credentials ? leaner.item.credentials : userItemView;
  if (credentials) return links ? leaner.whole.both : leaner.whole.credentials;
  return links ? leaner.whole.links : userView;
}
