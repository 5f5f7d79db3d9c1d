import { faults, isBlank, profileCheck } from '../../objects/schemas/check.js';
import { isPropertyName } from '../../objects/schemas/definition.js';
import { groupBase, userBase } from '../../objects/schemas/template.js';
import type { Json } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import { foldKey } from '../../store/rows/spec.js';
import type { Properties, SeedUser } from '../types.js';
import type { SeedContent } from './merge.js';
import { didYouMean } from './nearest.js';
import type { Path, Problem } from './problems.js';

/** A seed under examination. */
interface Checking {
  readonly content: SeedContent;
  readonly places: ReadonlyMap<object, Path>;
  readonly problems: Problem[];
  readonly logins: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, string>;
}

type Definitions = Pick<SchemaRow, 'of' | 'base' | 'custom'>;

/** What Okta allows in one org (facts: user-types, schemas §3). */
const MAX_TYPES = 10;
const MAX_UNIQUE = 5;
const MAX_HINTS = 20;

const report = (checking: Checking, item: object, path: Path, message: string): void => {
  checking.problems.push({ path: [...(checking.places.get(item) ?? []), ...path], message });
};

/** Looking for what was meant costs time: it is done for as many problems as are shown. */
const hint = (checking: Checking, word: string, known: Iterable<string>): string =>
  checking.problems.length < MAX_HINTS ? didYouMean(word, known) : '';

function checkNames(checking: Checking, properties: Properties, base: object, path: Path): void {
  const taken = new Set(Object.keys(base).map((name) => name.toLowerCase()));
  const names = Object.keys(properties);
  for (const name of names) {
    if (!isPropertyName(name)) {
      checking.problems.push({ path: [...path, name], message: 'cannot be the name of a property' });
    } else if (taken.has(name.toLowerCase())) {
      checking.problems.push({ path: [...path, name], message: 'is the name of a base property' });
    }
  }
  if (names.filter((name) => properties[name]?.unique !== undefined).length > MAX_UNIQUE) {
    checking.problems.push({ path, message: `declares more than ${MAX_UNIQUE} unique properties` });
  }
}

function checkProfile(
  checking: Checking,
  item: object,
  profile: Readonly<Record<string, Json>>,
  schema: Definitions,
): void {
  const { properties, required } = profileCheck(schema);
  for (const name of Object.keys(profile)) {
    const property = properties.get(name);
    const value = profile[name];
    if (!property) {
      const meant = hint(checking, name, properties.keys());
      report(checking, item, ['profile', name], `is not a property of the profile${meant}`);
      continue;
    }
    const fault = value === null || value === undefined ? faults.value : property.check(value);
    if (fault) report(checking, item, ['profile', name], `is wrong: ${fault}`);
  }
  for (const name of required) if (isBlank(profile[name])) report(checking, item, ['profile'], `lacks ${name}`);
}

function checkLogin(checking: Checking, item: object, path: Path, login: string): void {
  if (checking.logins.has(foldKey(login))) return;
  report(
    checking,
    item,
    path,
    `names the user "${login}", who is not in the seed${hint(checking, login, checking.logins)}`,
  );
}

function checkGroup(checking: Checking, item: object, path: Path, name: string): void {
  if (checking.groups.has(foldKey(name))) return;
  const meant = hint(checking, name, checking.groups.values());
  report(checking, item, path, `names the group "${name}", which is not in the seed${meant}`);
}

function checkTypes(checking: Checking): void {
  const { content, problems } = checking;
  const defaults = content.userTypes.filter((type) => type.default);
  if (defaults.length !== 1 || defaults[0]?.name !== 'user') {
    problems.push({ path: ['userTypes'], message: 'must hold one default type, and its name must be user' });
  }
  if (content.userTypes.length > MAX_TYPES) {
    problems.push({ path: ['userTypes'], message: `holds more than ${MAX_TYPES} types` });
  }
  for (const type of content.userTypes) {
    const place = type.default ? ['userProperties'] : [...(checking.places.get(type) ?? []), 'properties'];
    checkNames(checking, type.properties, userBase, place);
  }
  checkNames(checking, content.groupProperties, groupBase, ['groupProperties']);
}

function checkUnique(checking: Checking, user: SeedUser, schema: Definitions, seen: Map<string, Set<Json>>): void {
  for (const name of profileCheck(schema).unique) {
    const value = user.profile[name];
    if (value === undefined || value === null || value === '') continue;
    const values = seen.get(name) ?? new Set();
    seen.set(name, values);
    if (values.has(value)) report(checking, user, ['profile', name], 'must be unique; another user has this value');
    values.add(value);
  }
}

function checkUsers(checking: Checking): void {
  const { content } = checking;
  const schemas = new Map<string, Definitions>();
  for (const type of content.userTypes) {
    const schema: Definitions = { of: 'user', base: userBase, custom: type.properties };
    schemas.set(foldKey(type.name), schema);
  }
  const relations = new Set(content.linkedObjects.map((relation) => relation.primary.name));
  const seen = new Map<string, Set<Json>>();
  for (const user of content.users) {
    const schema = schemas.get(foldKey(user.type ?? 'user'));
    if (!schema) {
      report(checking, user, ['type'], `names the user type "${user.type}", which is not in the seed`);
      continue;
    }
    checkProfile(checking, user, user.profile, schema);
    checkUnique(checking, user, schema, seen);
    user.groups.forEach((name, i) => {
      checkGroup(checking, user, ['groups', i], name);
    });
    for (const [relation, login] of Object.entries(user.links)) {
      if (!relations.has(relation)) {
        const meant = hint(checking, relation, relations);
        report(checking, user, ['links', relation], `is not the primary name of a linked object${meant}`);
      }
      checkLogin(checking, user, ['links', relation], login);
    }
  }
}

function checkGroups(checking: Checking): void {
  const { content, problems } = checking;
  const schema: Definitions = { of: 'group', base: groupBase, custom: content.groupProperties };
  for (const group of content.groups) {
    const profile: Record<string, Json> = { ...group.profile, name: group.name };
    if (group.description !== null) profile.description = group.description;
    checkProfile(checking, group, profile, schema);
  }
  if (!content.groups.some((group) => group.name === 'Everyone' && group.type === 'BUILT_IN')) {
    problems.push({ path: ['groups'], message: 'must hold the group Everyone, of type BUILT_IN' });
  }
}

function checkRelations(checking: Checking): void {
  const seen = new Set<string>();
  const properties = new Set(checking.content.userTypes.flatMap((type) => Object.keys(type.properties)));
  for (const relation of checking.content.linkedObjects) {
    for (const end of ['primary', 'associated'] as const) {
      const { name } = relation[end];
      if (!isPropertyName(name)) report(checking, relation, [end, 'name'], 'cannot be the name of a linked object');
      else if (seen.has(name)) report(checking, relation, [end, 'name'], `is taken: "${name}" names another end`);
      else if (properties.has(name)) {
        report(checking, relation, [end, 'name'], `is taken: "${name}" is a custom property of users`);
      }
      seen.add(name);
    }
  }
}

function checkReferences(checking: Checking): void {
  const { content, problems } = checking;
  const assignable = new Set(content.groups.filter((group) => group.type === 'OKTA_GROUP').map((g) => foldKey(g.name)));
  for (const rule of content.groupRules) {
    rule.groups.forEach((name, i) => {
      checkGroup(checking, rule, ['groups', i], name);
      if (checking.groups.has(foldKey(name)) && !assignable.has(foldKey(name))) {
        report(checking, rule, ['groups', i], `names the group "${name}", which rules cannot assign to`);
      }
    });
    rule.exclude.forEach((login, i) => {
      checkLogin(checking, rule, ['exclude', i], login);
    });
  }
  for (const policy of content.policies) {
    policy.groups.forEach((name, i) => {
      checkGroup(checking, policy, ['groups', i], name);
    });
  }
  if (!content.policies.some((policy) => policy.type === 'PASSWORD' && policy.system)) {
    problems.push({ path: ['policies'], message: 'must hold the default policy of type PASSWORD, with system: true' });
  }
  const values = new Set<string>();
  for (const token of content.tokens) {
    checkLogin(checking, token, ['user'], token.user);
    if (values.has(token.value)) report(checking, token, ['value'], 'is the value of another token');
    values.add(token.value);
  }
}

function checkIds(checking: Checking): void {
  const { content } = checking;
  const seen = new Set<string>();
  const lists = [content.userTypes, content.groups, content.users, content.groupRules, content.linkedObjects];
  for (const item of [...lists, content.policies, content.tokens].flat()) {
    if (item.id === undefined) continue;
    if (seen.has(item.id)) report(checking, item, ['id'], `is taken: another item of the seed has ${item.id}`);
    seen.add(item.id);
  }
}

/** Everything that a seed's shape does not say: references, profiles, uniqueness, what an org cannot be without. */
export function checkSeed(content: SeedContent, places: ReadonlyMap<object, Path>): Problem[] {
  const checking: Checking = {
    content,
    places,
    problems: [],
    logins: new Set(content.users.map((user) => foldKey(String(user.profile.login)))),
    groups: new Map(content.groups.map((group) => [foldKey(group.name), group.name])),
  };
  checkTypes(checking);
  checkGroups(checking);
  checkUsers(checking);
  checkRelations(checking);
  checkReferences(checking);
  checkIds(checking);
  return checking.problems;
}
