import type { Row } from './rows/common.js';
import type { JobRow } from './rows/jobs.js';
import type { LogRow, MessageRow, OrgRow, PolicyRow, TokenRow } from './rows/org.js';
import type {
  GroupRow,
  GroupRuleRow,
  LinkedObjectRow,
  LinkRow,
  MembershipRow,
  OneTimeTokenRow,
  SchemaRow,
  UserRow,
  UserTypeRow,
} from './rows/users.js';

/** One key, several keys, or none. */
export type KeyOf<R> = (row: R) => string | readonly string[] | undefined;

/** How one collection is kept: its id prefix, the type name its 404 shows, its indexes. */
export interface CollectionSpec<R extends Row> {
  /** First three characters of the ids given here. */
  readonly prefix: string;
  /** The type that Okta names in `Not found: Resource not found: <id> (<type>)`. */
  readonly typeName: string;
  /** At most one row for each key; an insert or replace that breaks this throws DuplicateKeyError. */
  readonly unique: Readonly<Record<string, KeyOf<R>>>;
  /** Any number of rows for each key. */
  readonly index: Readonly<Record<string, KeyOf<R>>>;
  /** Ids tell the `seq`: rows need no index of ids. For what is written often and read in order. */
  readonly serial?: boolean;
}

/** A spec whose index names are known to the compiler. */
export interface NamedSpec<R extends Row, U extends string, I extends string> extends CollectionSpec<R> {
  readonly unique: Readonly<Record<U, KeyOf<R>>>;
  readonly index: Readonly<Record<I, KeyOf<R>>>;
}

interface SpecInput<R extends Row, U extends string, I extends string> {
  readonly prefix: string;
  readonly typeName: string;
  readonly unique?: Readonly<Record<U, KeyOf<R>>>;
  readonly index?: Readonly<Record<I, KeyOf<R>>>;
  readonly serial?: boolean;
}

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
