import type { ReadContext } from '../../contract/context.js';
import { storedMapping } from '../../languages/expression/mapping.js';
import { filled, templateOf } from '../../languages/expression/template.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { Json } from '../../store/rows/common.js';
import type { MappedProperty } from '../../store/rows/profile-mappings.js';
import type { UserRow } from '../../store/rows/users.js';
import { type AppSchema, appSchema } from './app-schema.js';

type Reading = Pick<ReadContext, 'store'>;

/** How the profiles of an app's users are made of those of the users of a type. */
export const mappingToward = (
  { store }: Reading,
  appId: string,
  typeId: string,
): Readonly<Record<string, MappedProperty>> =>
  store.profileMappings.by('sides', `${appId} ${typeId} app`)?.properties ?? {};

/** The properties that an app's users have besides their username. */
const profileNames = ({ base, custom }: AppSchema): string[] =>
  [...Object.keys(base), ...Object.keys(custom)].filter((name) => name !== 'userName');

/** A user's profile as usernames of apps may ask for it. */
const nameSource = ({ profile }: UserRow, { userNameTemplate }: AppRow['credentials']): Record<string, unknown> => ({
  samAccountName: profile.login,
  employeeID: profile.employeeNumber,
  ...profile,
  userName: profile.login,
  instanceUserSuffix: userNameTemplate.userSuffix ?? '',
});

/** The username that a user has in an app where none is given; null where the app's template says none. */
export function userNameFor({ credentials }: AppRow, user: UserRow): string | null {
  if (credentials.scheme === 'SHARED_USERNAME_AND_PASSWORD') return credentials.userName ?? null;
  if (credentials.userNameTemplate.type === 'NONE') return null;
  return filled(templateOf(credentials.userNameTemplate.template), nameSource(user, credentials)) || null;
}

/** The value that a mapping gives a property. */
const mapped = (mapping: MappedProperty, { profile }: UserRow): Json =>
  storedMapping('user', mapping.expression).valueFor(profile);

/**
 * The profile that a user begins with in an app: what the mapping makes of the user's own, and null for the rest
 * (facts: apps §6).
 */
export function mappedProfile(ctx: Reading, app: AppRow, user: UserRow): Record<string, Json> {
  const mapping = mappingToward(ctx, app.id, user.typeId);
  const profile: Record<string, Json> = {};
  for (const name of profileNames(appSchema(ctx, app))) {
    const property = Object.hasOwn(mapping, name) ? mapping[name] : undefined;
    profile[name] = property ? mapped(property, user) : null;
  }
  return profile;
}

/** What a change of a user's profile brings to a profile in an app: only what its mapping pushes. */
export function pushedProfile(ctx: Reading, app: AppRow, user: UserRow): Record<string, Json> {
  const pushed = Object.entries(mappingToward(ctx, app.id, user.typeId)).filter(
    ([, { pushStatus }]) => pushStatus === 'PUSH',
  );
  return Object.fromEntries(pushed.map(([name, property]) => [name, mapped(property, user)]));
}
