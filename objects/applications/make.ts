import type { JobContext } from '../../contract/context.js';
import type { IdSource } from '../../store/ids.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { Store } from '../../store/types.js';
import { makeMappings } from '../profile-mappings/make.js';
import { hasClaims } from './app-schema.js';
import { defaultPolicyId } from './policies.js';

/** What an app is made of; the rest follows from the org. */
export type NewApp = Omit<
  AppRow,
  'id' | 'seq' | 'orn' | 'created' | 'lastUpdated' | 'externalKey' | 'accessPolicyId' | 'profileEnrollmentId'
> & { readonly id: string };

/** What an app is made in. */
export interface Making {
  readonly store: Store;
  readonly ids: IdSource;
  now(): string;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The name of a client's schema ends in seven signs that nobody chooses; they follow from the app's id. */
const schemaName = ({ name, id }: Pick<AppRow, 'name' | 'id'>): string => {
  const signs = [...id.slice(3, 10)].map((sign) => LETTERS[sign.charCodeAt(0) % LETTERS.length] ?? 'a');
  return hasClaims({ name }) ? `${name}_${signs.join('')}` : name;
};

/**
 * Puts an app into the org with what belongs to each: the schema of its users, and the mappings between their profiles
 * and those of the org's users.
 * @param mapped false for the few apps of an org that have no mappings
 */
export function makeAppRow(ctx: Making | JobContext, app: NewApp, mapped = true): AppRow {
  const now = ctx.now();
  const { id: orgId } = ctx.store.org.all()[0] ?? { id: '' };
  const row = ctx.store.apps.insert({
    ...app,
    orn: `orn:okta:idp:${orgId}:apps:${app.name}:${app.id}`,
    created: now,
    lastUpdated: now,
    ...(app.signOnMode === 'SAML_2_0' ? { externalKey: ctx.ids.next('exk') } : {}),
    accessPolicyId: defaultPolicyId(ctx, 'ACCESS_POLICY'),
    profileEnrollmentId: defaultPolicyId(ctx, 'PROFILE_ENROLLMENT'),
  });
  ctx.store.appSchemas.insert({
    appId: row.id,
    name: schemaName(row),
    created: now,
    lastUpdated: now,
    base: {},
    custom: {},
  });
  if (mapped) makeMappings(ctx, row.id, hasClaims(row));
  return row;
}
