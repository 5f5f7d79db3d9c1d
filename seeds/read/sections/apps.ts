import * as z from 'zod';
import { ExpressionError } from '../../../languages/expression/compile.js';
import { compileMapping } from '../../../languages/expression/mapping.js';
import { catalogueApp, catalogueNames, systemApp } from '../../../objects/applications/catalogue.js';
import { linkNames } from '../../../objects/applications/make.js';
import { readApp } from '../../../objects/applications/reading/app.js';
import { kindOf, MODES } from '../../../objects/applications/reading/kind.js';
import { IdSource } from '../../../store/ids.js';
import { definitionsOf, type Properties } from '../definitions.js';
import { checkName, hint, report, wordsOfRefusal } from '../findings.js';
import { id, jsonObject, properties, status, text } from '../parts.js';
import type { Path } from '../problems.js';
import type { Checking, Section } from '../section.js';

const mapped = z.union([
  text,
  z.strictObject({ expression: text, pushStatus: z.enum(['PUSH', 'DONT_PUSH']).default('DONT_PUSH') }),
]);

const user = z.strictObject({ login: text, userName: text.max(100).optional(), profile: jsonObject.default({}) });
const group = z.strictObject({
  name: text,
  priority: z.int().min(0).max(100).optional(),
  profile: jsonObject.default({}),
});

const app = z.strictObject({
  id: id('0oa'),
  label: text.max(100),
  /** The name in the catalogue; a custom app has none. */
  name: text.optional(),
  signOnMode: text.optional(),
  status,
  accessibility: jsonObject.default({}),
  visibility: jsonObject.default({}),
  credentials: jsonObject.default({}),
  settings: jsonObject.default({}),
  /** One of those that come with every org. */
  system: z.boolean().default(false),
  hidden: z.boolean().default(false),
  /** Custom properties of its users. */
  properties,
  /** How the profiles of its users are made of those of the org's users, by property. */
  mappings: z.record(z.string(), mapped).default({}),
  groups: z.array(z.union([text, group])).default([]),
  users: z.array(z.union([text, user])).default([]),
});

/** An application as written. */
export type WrittenApp = z.infer<typeof app>;

/** An application, named by its label. */
export interface SeedApp extends Omit<WrittenApp, 'properties' | 'groups' | 'users' | 'mappings'> {
  readonly properties: Properties;
  readonly mappings: Readonly<
    Record<string, { readonly expression: string; readonly pushStatus: 'PUSH' | 'DONT_PUSH' }>
  >;
  readonly groups: readonly z.infer<typeof group>[];
  readonly users: readonly z.infer<typeof user>[];
}

const ids = new IdSource('0seed');

/** Reports a name or a sign-on mode that there is none of: a request would be told less. @returns whether there are both */
function checkKind(checking: Checking, item: SeedApp): boolean {
  const { name, signOnMode } = item;
  const hasName = name === undefined || catalogueApp(name) !== undefined;
  const hasMode = signOnMode === undefined || MODES.some((mode) => mode === signOnMode);
  if (!hasName) {
    const meant = hint(checking, name, catalogueNames());
    report(checking, item, ['name'], `is wrong: the catalogue has no "${name}"${meant}`);
  }
  if (!hasMode) report(checking, item, ['signOnMode'], `is wrong: must be ${MODES.join(' or ')}`);
  return hasName && hasMode;
}

/** What a request for this app would be told. */
function checkApp(checking: Checking, item: SeedApp): void {
  if (item.system) {
    if (!systemApp(item.name ?? '')) report(checking, item, ['name'], 'is none of the apps that come with an org');
    return;
  }
  if (!checkKind(checking, item)) return;
  try {
    const given = { ...item };
    const kind = kindOf(given);
    readApp({ ids }, given, kind, linkNames(kind, given));
  } catch (error) {
    report(checking, item, [], wordsOfRefusal(error));
  }
}

function checkMappings(checking: Checking, item: SeedApp): void {
  for (const [name, { expression }] of Object.entries(item.mappings)) {
    try {
      compileMapping('user', expression, () => true);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      report(checking, item, ['mappings', name], `is no expression: ${error.message}`);
    }
  }
}

/** Applications, who has them, and how their users' profiles are made. */
export const apps: Section<SeedApp, WrittenApp> = {
  noun: 'app',
  shape: app,
  nameOf: ({ label }) => label,
  read(written, path: Path, { problems }) {
    return {
      ...written,
      properties: definitionsOf(written.properties, [...path, 'properties'], {}, problems),
      mappings: Object.fromEntries(
        Object.entries(written.mappings).map(([name, value]) => [
          name,
          typeof value === 'string' ? { expression: value, pushStatus: 'DONT_PUSH' as const } : value,
        ]),
      ),
      groups: written.groups.map((one) => (typeof one === 'string' ? { name: one, profile: {} } : one)),
      users: written.users.map((one) => (typeof one === 'string' ? { login: one, profile: {} } : one)),
    };
  },
  check(items, checking) {
    for (const item of items) {
      checkApp(checking, item);
      checkMappings(checking, item);
      for (const [i, { name }] of item.groups.entries()) checkName(checking, item, ['groups', i], 'groups', name);
      for (const [i, { login }] of item.users.entries()) checkName(checking, item, ['users', i], 'users', login);
    }
  },
};
