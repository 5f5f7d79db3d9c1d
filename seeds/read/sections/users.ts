import * as z from 'zod';
import { profileCheck } from '../../../objects/schemas/check.js';
import { userBase } from '../../../objects/schemas/template.js';
import { userStatuses } from '../../../objects/users/states.js';
import { Clock } from '../../../store/clock.js';
import type { Json, Timestamp } from '../../../store/rows/common.js';
import { foldKey } from '../../../store/rows/spec.js';
import type { PasswordHash, ScryptHash } from '../../../store/rows/users.js';
import { checkName, checkNames, checkProfile, type Definitions, hint, report } from '../findings.js';
import { id, jsonObject, text, time } from '../parts.js';
import type { Checking, Section } from '../section.js';
import { linkedObjects } from './linked-objects.js';
import { userTypes } from './user-types.js';

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/, 'must be base64');
const digest = z.strictObject({
  algorithm: z.enum(['SHA-512', 'SHA-256', 'SHA-1', 'MD5']),
  value: base64,
  salt: base64.optional(),
  saltOrder: z.enum(['PREFIX', 'POSTFIX']).optional(),
});

/** Hashes of other systems, each with the parameters that checking a password takes (facts: users §6). */
const importedHash = z.discriminatedUnion('algorithm', [
  z.strictObject({
    algorithm: z.literal('BCRYPT'),
    workFactor: z.int().min(1).max(20),
    salt: z.string().regex(/^[./A-Za-z0-9]{22}$/),
    value: z.string().regex(/^[./A-Za-z0-9]{31}$/),
  }),
  z.strictObject({
    algorithm: z.literal('PBKDF2'),
    iterationCount: z.int().min(1).max(1_000_000),
    keySize: z.int().min(1).max(512),
    digestAlgorithm: z.enum(['SHA256_HMAC', 'SHA512_HMAC']),
    salt: base64,
    value: base64,
  }),
  digest,
]);

const user = z.strictObject({
  id: id('00u'),
  /** Name of the user type; the default one without it. */
  type: text.optional(),
  status: z.enum(userStatuses).default('ACTIVE'),
  profile: jsonObject,
  password: z
    .union([z.string().min(1).max(72), importedHash], 'must be a text of up to 72 characters or an imported hash')
    .optional(),
  recoveryQuestion: z.strictObject({ question: text.max(100), answer: text.max(100) }).optional(),
  provider: z.strictObject({ type: text, name: text }).optional(),
  groups: z.array(text).default([]),
  /** The user's primary in each relation: relation name to login. */
  links: z.record(z.string(), text).default({}),
  created: time,
  activated: time,
  statusChanged: time,
  lastLogin: time,
  lastUpdated: time,
  passwordChanged: time,
});

/** A user as written: secrets in the clear. */
export type WrittenUser = z.infer<typeof user>;

/** A user, named by the login. Its groups leave Everyone out: that one every user is in. */
export interface SeedUser extends Readonly<Omit<WrittenUser, 'password' | 'recoveryQuestion'>> {
  readonly password?: PasswordHash;
  readonly recoveryQuestion?: { readonly question: string; readonly answer: ScryptHash };
}

const clock = new Clock(0);
const timestamp = (written: string): Timestamp =>
  clock.timestamp(Date.parse(written.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));

const timeKeys = ['created', 'activated', 'statusChanged', 'lastLogin', 'lastUpdated', 'passwordChanged'] as const;

/** What is as it is written. Users come in hundred thousands: taking members one by one is far faster than leaving some out. */
const asWritten = ['id', 'type', 'status', 'provider', 'links'] as const;

/** A login is an e-mail address more often than not: it need not be written twice. */
function profileOf(written: WrittenUser): SeedUser['profile'] {
  const { login } = written.profile;
  if (written.profile.email !== undefined || typeof login !== 'string' || !login.includes('@')) return written.profile;
  return { ...written.profile, email: login };
}

function userOf(written: WrittenUser): SeedUser {
  const { password, groups } = written;
  const user: Partial<Record<keyof SeedUser, unknown>> = {};
  for (const key of asWritten) if (written[key] !== undefined) user[key] = written[key];
  for (const key of timeKeys) if (written[key] !== undefined) user[key] = timestamp(written[key]);
  user.profile = profileOf(written);
  user.groups = groups.length === 0 ? groups : groups.filter((name) => foldKey(name) !== 'everyone');
  if (password !== undefined && typeof password !== 'string') user.password = password;
  return user as SeedUser;
}

function checkUnique(checking: Checking, item: SeedUser, schema: Definitions, seen: Map<string, Set<Json>>): void {
  for (const name of profileCheck(schema).unique) {
    const value = item.profile[name];
    if (value === undefined || value === null || value === '') continue;
    const values = seen.get(name) ?? new Set();
    seen.set(name, values);
    if (values.has(value)) report(checking, item, ['profile', name], 'must be unique; another user has this value');
    values.add(value);
  }
}

function checkLinks(checking: Checking, item: SeedUser, relations: ReadonlySet<string>): void {
  for (const [relation, login] of Object.entries(item.links)) {
    if (!relations.has(relation)) {
      const meant = hint(checking, relation, relations);
      report(checking, item, ['links', relation], `is not the primary name of a linked object${meant}`);
    }
    checkName(checking, item, ['links', relation], 'users', login);
  }
}

/** Users. */
export const users: Section<SeedUser, WrittenUser> = {
  noun: 'user',
  shape: user,
  nameOf: ({ profile }) => (typeof profile.login === 'string' ? profile.login : ''),
  read(written, _, { secrets }) {
    const item = userOf(written);
    if (typeof written.password === 'string' || written.recoveryQuestion) secrets.set(item, written);
    return item;
  },
  check(items, checking) {
    const schemas = new Map<string, Definitions>();
    for (const type of checking.items(userTypes)) {
      schemas.set(foldKey(type.name), { of: 'user', base: userBase, custom: type.properties });
    }
    const relations = new Set(checking.items(linkedObjects).map((relation) => relation.primary.name));
    const seen = new Map<string, Set<Json>>();
    for (const item of items) {
      const schema = schemas.get(foldKey(item.type ?? 'user'));
      if (!schema) {
        checkName(checking, item, ['type'], 'userTypes', item.type ?? 'user');
        continue;
      }
      checkProfile(checking, item, item.profile, schema);
      checkUnique(checking, item, schema, seen);
      checkNames(checking, item, ['groups'], 'groups', item.groups);
      checkLinks(checking, item, relations);
    }
  },
};
