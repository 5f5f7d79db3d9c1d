import { z } from 'zod';
import { isDateTime } from '../../objects/schemas/formats.js';
import type { Json } from '../../store/rows/common.js';

const json: z.ZodType<Json> = z.json() as unknown as z.ZodType<Json>;
const text = z.string().min(1).max(1024);

/** A pinned id: the type's prefix and 17 more characters. */
const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}[0-9A-Za-z]{17}$`), `must be ${prefix} and 17 more letters and digits`)
    .optional();

const time = z.string().refine(isDateTime, 'must be a time such as 2026-01-31T08:00:00Z').optional();

/** A property definition may be as short as `{}`: a text titled by its name. */
const definition = z.strictObject({
  title: json.optional(),
  description: json.optional(),
  type: json.optional(),
  required: json.optional(),
  format: json.optional(),
  unique: json.optional(),
  mutability: json.optional(),
  externalName: json.optional(),
  externalNamespace: json.optional(),
  scope: json.optional(),
  minLength: json.optional(),
  maxLength: json.optional(),
  minimum: json.optional(),
  maximum: json.optional(),
  enum: json.optional(),
  oneOf: json.optional(),
  items: json.optional(),
  permissions: json.optional(),
  master: json.optional(),
});
const properties = z.record(z.string(), definition).default({});

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

const userType = z.strictObject({
  id: id('oty'),
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,99}$/, 'must be letters, digits and _, beginning with a letter'),
  displayName: text,
  description: z.string().max(1024).nullable().default(null),
  default: z.boolean().default(false),
  properties,
});

const group = z.strictObject({
  id: id('00g'),
  name: text,
  type: z.enum(['OKTA_GROUP', 'APP_GROUP', 'BUILT_IN']).default('OKTA_GROUP'),
  description: z.string().nullable().default(null),
  profile: z.record(z.string(), json).default({}),
});

const user = z.strictObject({
  id: id('00u'),
  type: text.optional(),
  status: z
    .enum([
      'STAGED',
      'PROVISIONED',
      'ACTIVE',
      'RECOVERY',
      'LOCKED_OUT',
      'PASSWORD_EXPIRED',
      'SUSPENDED',
      'DEPROVISIONED',
    ])
    .default('ACTIVE'),
  profile: z.record(z.string(), json),
  password: z
    .union([z.string().min(1).max(72), importedHash], 'must be a text of up to 72 characters or an imported hash')
    .optional(),
  recoveryQuestion: z.strictObject({ question: text.max(100), answer: text.max(100) }).optional(),
  provider: z.strictObject({ type: text, name: text }).optional(),
  groups: z.array(text).default([]),
  links: z.record(z.string(), text).default({}),
  created: time,
  activated: time,
  statusChanged: time,
  lastLogin: time,
  lastUpdated: time,
  passwordChanged: time,
});

const groupRule = z.strictObject({
  id: id('0pr'),
  name: text.max(50),
  status: z.enum(['ACTIVE', 'INACTIVE']).default('ACTIVE'),
  expression: text,
  groups: z.array(text).min(1),
  exclude: z.array(text).default([]),
});

const linkEnd = z.strictObject({ name: text, title: text, description: text.optional() });
const linkedObject = z.strictObject({ id: id('lnk'), primary: linkEnd, associated: linkEnd });

const policy = z.strictObject({
  id: id('00p'),
  type: z.enum(['PASSWORD', 'OKTA_SIGN_ON', 'MFA_ENROLL', 'IDP_DISCOVERY', 'ACCESS_POLICY', 'PROFILE_ENROLLMENT']),
  name: text,
  description: z.string().default(''),
  status: z.enum(['ACTIVE', 'INACTIVE']).default('ACTIVE'),
  priority: z.int().min(0).default(1),
  system: z.boolean().default(false),
  groups: z.array(text).default([]),
  conditions: z.record(z.string(), json).nullable().default(null),
  settings: z.record(z.string(), json).default({}),
});

const token = z.strictObject({
  id: id('00T'),
  name: text,
  value: z.string().regex(/^[\w-]{20,200}$/, 'must be 20 to 200 letters, digits, "-" and "_"'),
  user: text,
});

/** What may be written in a seed file. Unknown keys are faults. */
export const seedShape = z.strictObject({
  extends: text.default('default'),
  org: z
    .strictObject({
      id: id('00o'),
      subdomain: z
        .string()
        .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'must be lower-case letters, digits and "-"')
        .optional(),
      companyName: text.optional(),
    })
    .default({}),
  userProperties: properties,
  groupProperties: properties,
  userTypes: z.array(userType).default([]),
  groups: z.array(group).default([]),
  users: z.array(user).default([]),
  groupRules: z.array(groupRule).default([]),
  linkedObjects: z.array(linkedObject).default([]),
  policies: z.array(policy).default([]),
  tokens: z.array(token).default([]),
});

/** A seed file as written, defaults filled in. */
export type SeedFile = z.infer<typeof seedShape>;
export type WrittenUser = SeedFile['users'][number];
