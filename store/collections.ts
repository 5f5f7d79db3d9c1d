import type { Row } from './rows/common.js';
import type { GroupRow, GroupRuleRow, MembershipRow } from './rows/groups.js';
import type { JobRow } from './rows/jobs.js';
import type { LinkedObjectRow, LinkRow } from './rows/linked-objects.js';
import type { LogRow } from './rows/logs.js';
import type { MessageRow, OrgRow, TokenRow } from './rows/org.js';
import type { PolicyRow } from './rows/policies.js';
import type { SchemaRow } from './rows/schemas.js';
import type { CollectionSpec, KeyOf, NamedSpec, SpecInput } from './rows/spec.js';
import type { UserTypeRow } from './rows/user-types.js';
import type { OneTimeTokenRow, UserRow } from './rows/users.js';

const collection =
  <R extends Row>() =>
  <U extends string = never, I extends string = never>(spec: SpecInput<R, U, I>): NamedSpec<R, U, I> => ({
    unique: {} as Record<U, KeyOf<R>>,
    index: {} as Record<I, KeyOf<R>>,
    ...spec,
  });

/** What needs no normalisation: nearly every key, and an index over a large org folds each one. */
const PLAIN = /^[\x20-\x7e]*$/;

/** Logins and names are compared without case and without diacritics (facts: users §1). */
export const foldKey = (text: string): string =>
  PLAIN.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const folded = (value: unknown): string | undefined => (typeof value === 'string' ? foldKey(value) : undefined);

/** The sources of what the keys below are made with: an index that was made by others is not believed. */
export const keyMakers: readonly string[] = [PLAIN, foldKey, text, folded].map(String);

/** Every collection of an org. A new resource adds its row type and one entry here. */
export const collections = {
  org: collection<OrgRow>()({ prefix: '00o', typeName: 'Org' }),
  tokens: collection<TokenRow>()({
    prefix: '00T',
    typeName: 'Token',
    unique: { hash: (row) => row.hash },
    index: { user: (row) => row.userId },
  }),
  users: collection<UserRow>()({
    prefix: '00u',
    typeName: 'User',
    unique: { login: (row) => folded(row.profile.login) },
    index: {
      status: (row) => row.status,
      type: (row) => row.typeId,
      email: (row) => folded(row.profile.email),
      shortName: (row) => folded(text(row.profile.login)?.split('@')[0]),
    },
  }),
  oneTimeTokens: collection<OneTimeTokenRow>()({
    prefix: 'ott',
    typeName: 'Token',
    index: { user: (row) => row.userId },
  }),
  userTypes: collection<UserTypeRow>()({
    prefix: 'oty',
    typeName: 'CVDType',
    unique: { name: (row) => foldKey(row.name) },
    index: { default: (row) => (row.default ? 'true' : undefined) },
  }),
  schemas: collection<SchemaRow>()({ prefix: 'osc', typeName: 'Schema', index: { of: (row) => row.of } }),
  groups: collection<GroupRow>()({
    prefix: '00g',
    typeName: 'UserGroup',
    unique: { name: (row) => (row.type === 'APP_GROUP' ? undefined : folded(row.profile.name)) },
    index: { type: (row) => row.type },
  }),
  memberships: collection<MembershipRow>()({
    prefix: 'mem',
    typeName: 'Membership',
    unique: { pair: (row) => `${row.groupId} ${row.userId}` },
    index: { group: (row) => row.groupId, user: (row) => row.userId, rule: (row) => row.rules },
  }),
  groupRules: collection<GroupRuleRow>()({
    prefix: '0pr',
    typeName: 'GroupRule',
    unique: { name: (row) => foldKey(row.name) },
    index: { status: (row) => row.status, group: (row) => row.groupIds },
  }),
  linkedObjects: collection<LinkedObjectRow>()({
    prefix: 'lnk',
    typeName: 'LinkedObjectProperty',
    unique: { name: (row) => [row.primary.name, row.associated.name] },
  }),
  links: collection<LinkRow>()({
    prefix: 'lnv',
    typeName: 'LinkedObject',
    unique: { associated: (row) => `${row.definitionId} ${row.associatedId}` },
    index: {
      definition: (row) => row.definitionId,
      primary: (row) => `${row.definitionId} ${row.primaryId}`,
      user: (row) => (row.primaryId === row.associatedId ? row.primaryId : [row.primaryId, row.associatedId]),
    },
  }),
  jobs: collection<JobRow>()({ prefix: 'job', typeName: 'Job', index: { request: (row) => row.requestId } }),
  policies: collection<PolicyRow>()({ prefix: '00p', typeName: 'Policy', index: { type: (row) => row.type } }),
  messages: collection<MessageRow>()({
    prefix: 'msg',
    typeName: 'Message',
    index: { user: (row) => row.userId },
    serial: true,
  }),
  logs: collection<LogRow>()({ prefix: 'log', typeName: 'LogEvent', serial: true }),
};

export type Collections = typeof collections;
export type CollectionName = keyof Collections;

/** The row type of a collection. */
export type RowOf<C extends CollectionName> = Collections[C] extends CollectionSpec<infer R> ? R : never;
