import type { ReadContext } from '../../contract/context.js';
import type { Links } from '../../contract/links.js';
import type { AppRow, AppSchemaRow } from '../../store/rows/applications.js';
import type { JsonObject } from '../../store/rows/common.js';
import { definitionOf } from '../schemas/view.js';

type Definitions = Readonly<Record<string, JsonObject>>;

const property = (title: string, description?: string, externalName?: string): JsonObject => ({
  title,
  ...(description ? { description } : {}),
  type: 'string',
  ...(externalName ? { externalName } : {}),
  scope: 'SELF',
});

const userName: JsonObject = { title: 'Username', type: 'string', required: true, scope: 'NONE', maxLength: 100 };

/** What every app's users have (facts: schemas §5). */
const plainBase: Definitions = { userName };

/** The claims of OpenID Connect, as its clients' users have them. */
const clientBase: Definitions = {
  userName: { title: 'Username', type: 'string', required: true, externalName: 'preferred_username', scope: 'SELF' },
  name: property('Name', "End-User's full name in displayable form."),
  nickname: property('Nickname', 'Casual name of the End-User (may or may not be the same as the given_name)'),
  given_name: property('Given Name', 'Given name or first name of the End-User.'),
  middle_name: property('Middle Name', 'Middle name of the End-User.'),
  family_name: property('Family Name', 'Surname or last name of the End-User.'),
  email: property('Email', "End-User's preferred e-mail address."),
  profile: property('Profile URL', "URL of the End-User's profile page."),
  picture: property('Picture URL', "URL of the End-User's profile picture."),
  website: property('Website', "URL of the End-User's Web page or blog."),
  gender: property('Gender', "End-User's gender."),
  birthdate: property('Birthdate', "End-User's birthday, represented as an ISO 8601:2004 YYYY-MM-DD format."),
  zoneinfo: property('Time Zone', "String representing the End-User's time zone."),
  locale: property('Locale Name', "ISO3166\u20111 country code in uppercase, separated by a dash (e.g. 'en-US')"),
  phone_number: property('Phone Number', "End-User's preferred telephone number in E.164 format."),
  street_address: property('Street Address', 'Full street address component.', 'address.street_address'),
  locality: property('Locality', 'City or locality component.', 'address.locality'),
  region: property('Region', 'State, province, prefecture, or region component.', 'address.region'),
  postal_code: property('Postal Code', 'Zip code or postal code component.', 'address.postal_code'),
  country: property('Country', 'Country name component.', 'address.country'),
  formatted: property('Formatted', 'Full mailing address, formatted for display.', 'address.formatted'),
};

/** Whether an app's users have the claims of OpenID Connect. */
export const hasClaims = ({ name }: Pick<AppRow, 'name'>): boolean => name === 'oidc_client';

/** The schema of the users of an app, or of something that has users as apps have. */
export interface ProfileSchema {
  readonly row: Pick<AppSchemaRow, 'name' | 'base' | 'created' | 'lastUpdated'>;
  readonly app: Pick<AppRow, 'id' | 'label'>;
  readonly base: Definitions;
  readonly custom: Definitions;
}

/** The schema of one app's users, whole. */
export interface AppSchema extends ProfileSchema {
  readonly row: AppSchemaRow;
  readonly app: AppRow;
}

/** The schema of an app's users: the base that its kind has, and what was changed of it. */
export function appSchema(ctx: Pick<ReadContext, 'store'>, app: AppRow): AppSchema {
  const row = ctx.store.appSchemas.by('app', app.id);
  if (!row) throw new Error(`the app ${app.id} has no schema`);
  const base = hasClaims(app) ? clientBase : plainBase;
  return { row, app, base: Object.keys(row.base).length === 0 ? base : { ...base, ...row.base }, custom: row.custom };
}

/** The definition of a property, base or custom. */
export const propertyOf = (
  { base, custom }: Pick<AppSchema, 'base' | 'custom'>,
  name: string,
): JsonObject | undefined =>
  Object.hasOwn(base, name) ? base[name] : Object.hasOwn(custom, name) ? custom[name] : undefined;

/** The schema of an app's users. Its `id` has no `/api/v1`, and it has no links (facts: schemas §1). */
export const appSchemaShown = ({ row, app, base, custom }: ProfileSchema, links: Links): JsonObject => ({
  id: `${links.base}/meta/schemas/apps/${app.id}/default`,
  $schema: 'http://json-schema.org/draft-04/schema#',
  name: row.name,
  title: `${app.label} User`,
  lastUpdated: row.lastUpdated,
  created: row.created,
  definitions: { custom: definitionOf('#custom', custom), base: definitionOf('#base', base) },
  type: 'object',
  properties: { profile: { allOf: [{ $ref: '#/definitions/custom' }, { $ref: '#/definitions/base' }] } },
});
