import { readDefinition } from '../../objects/schemas/definition.js';
import { Clock } from '../../store/clock.js';
import type { JsonObject, Timestamp } from '../../store/rows/common.js';
import { foldKey } from '../../store/rows/spec.js';
import type { Properties, Seed, SeedGroupRule, SeedLists, SeedUser, SeedUserType } from '../types.js';
import type { Path, Problem } from './problems.js';
import type { SeedFile, WrittenUser } from './shape.js';

/** Everything of a seed but what identifies it. */
export type SeedContent = Omit<Seed, 'name' | 'hash'>;

/** A seed with what it extends in it, before its secrets are hashed. */
export interface Merged {
  readonly content: SeedContent;
  /** Where each item stands in the file; what came from the extended seed is not in it. */
  readonly places: ReadonlyMap<object, Path>;
  /** Passwords and answers in the clear, by the user they belong to. */
  readonly secrets: ReadonlyMap<SeedUser, WrittenUser>;
  readonly problems: readonly Problem[];
}

const clock = new Clock(0);
const timestamp = (text: string): Timestamp => clock.timestamp(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));

const timeKeys = ['created', 'activated', 'statusChanged', 'lastLogin', 'lastUpdated', 'passwordChanged'] as const;

/** A text is a login that is an e-mail address more often than not: it need not be written twice. */
function profileOf(written: WrittenUser): SeedUser['profile'] {
  const { login } = written.profile;
  if (written.profile.email !== undefined || typeof login !== 'string' || !login.includes('@')) return written.profile;
  return { ...written.profile, email: login };
}

function userOf(written: WrittenUser): SeedUser {
  const { profile, password, recoveryQuestion: _, groups, ...rest } = written;
  const times = timeKeys.flatMap((key) => (rest[key] === undefined ? [] : [[key, timestamp(rest[key])]]));
  return {
    ...rest,
    ...Object.fromEntries(times),
    profile: profileOf(written),
    groups: groups.filter((name) => foldKey(name) !== 'everyone'),
    ...(password === undefined || typeof password === 'string' ? {} : { password }),
  };
}

/** Complete definitions from written ones; problems where they cannot be used. */
function definitionsOf(
  written: SeedFile['userProperties'],
  path: Path,
  defaults: JsonObject,
  problems: Problem[],
): Properties {
  const read: Record<string, JsonObject> = {};
  for (const [name, given] of Object.entries(written)) {
    const result = readDefinition(given as JsonObject, { title: name, type: 'string', ...defaults });
    for (const message of result.problems) problems.push({ path: [...path, name], message: `is wrong: ${message}` });
    if (result.mismatch) problems.push({ path: [...path, name], message: 'has an enum and a oneOf that differ' });
    read[name] = result.definition;
  }
  return read;
}

/** Joins one list: an item with the key of an inherited one takes its place; a key that comes twice is a problem. */
function join<T extends object>(
  inherited: readonly T[],
  own: readonly T[],
  keyOf: (item: T) => string,
  section: keyof SeedLists,
  state: { readonly places: Map<object, Path>; readonly problems: Problem[] },
): T[] {
  const byKey = new Map<string, T>(inherited.map((item) => [keyOf(item), item]));
  const lines = new Map<string, number>();
  own.forEach((item, index) => {
    const key = keyOf(item);
    const first = lines.get(key);
    if (first !== undefined) {
      state.problems.push({
        path: [section, index],
        message: `repeats ${section}[${first}]: "${key}" is there already`,
      });
    } else lines.set(key, index);
    byKey.set(key, item);
    state.places.set(item, [section, index]);
  });
  return [...byKey.values()];
}

const loginOf = (user: SeedUser): string => (typeof user.profile.login === 'string' ? foldKey(user.profile.login) : '');
const nameOf = (item: { readonly name: string }): string => foldKey(item.name);

/** Custom properties of the default type may be written apart, as they are all that most seeds say of types. */
const withProperties = (types: readonly SeedUserType[], properties: Properties): SeedUserType[] =>
  types.map((type) => (type.default ? { ...type, properties: { ...type.properties, ...properties } } : type));

/** Puts a seed file over the seed that it extends. */
export function mergeSeed(file: SeedFile, base: SeedContent | undefined): Merged {
  const places = new Map<object, Path>();
  const problems: Problem[] = [];
  const state = { places, problems };
  const secrets = new Map<SeedUser, WrittenUser>();
  const users = file.users.map((written) => {
    const user = userOf(written);
    if (typeof written.password === 'string' || written.recoveryQuestion) secrets.set(user, written);
    return user;
  });
  const types = file.userTypes.map((type, index) => ({
    ...type,
    properties: definitionsOf(type.properties, ['userTypes', index, 'properties'], {}, problems),
  }));
  const own = definitionsOf(file.userProperties, ['userProperties'], { master: { type: 'PROFILE_MASTER' } }, problems);
  const ofGroups = definitionsOf(
    file.groupProperties,
    ['groupProperties'],
    { master: { type: 'PROFILE_MASTER' } },
    problems,
  );
  const rules: SeedGroupRule[] = file.groupRules.map((rule) => ({ ...rule, members: [] }));
  const content: SeedContent = {
    org: { subdomain: 'mockta', companyName: 'Mockta', ...base?.org, ...file.org },
    groupProperties: { ...base?.groupProperties, ...ofGroups },
    userTypes: withProperties(join(base?.userTypes ?? [], types, nameOf, 'userTypes', state), own),
    groups: join(base?.groups ?? [], file.groups, nameOf, 'groups', state),
    users: join(base?.users ?? [], users, loginOf, 'users', state),
    groupRules: join(base?.groupRules ?? [], rules, nameOf, 'groupRules', state),
    linkedObjects: join(
      base?.linkedObjects ?? [],
      file.linkedObjects,
      (item) => item.primary.name,
      'linkedObjects',
      state,
    ),
    policies: join(base?.policies ?? [], file.policies, (item) => `${item.type} ${nameOf(item)}`, 'policies', state),
    tokens: join(base?.tokens ?? [], file.tokens, nameOf, 'tokens', state),
  };
  return { content, places, secrets, problems };
}
