import type { JsonObject } from '../../store/rows/common.js';

type Action = 'READ_WRITE' | 'READ_ONLY' | 'HIDE';
type Extras = Readonly<Record<string, string | number | boolean>>;

/**
 * The base properties of a new user type: name, title, what users may do with their own, and the rest
 * (facts: schemas §2). Where recorded orgs differ, in what users may do with `login` and `employeeNumber` and in whether
 * `lastName` is required, most recorded answers decide.
 */
const userTable: readonly (readonly [name: string, title: string, self: Action, extras?: Extras])[] = [
  ['login', 'Username', 'READ_ONLY', { required: true, minLength: 5, maxLength: 100 }],
  ['firstName', 'First name', 'READ_WRITE', { required: true, minLength: 1, maxLength: 50 }],
  ['lastName', 'Last name', 'READ_WRITE', { required: true, minLength: 1, maxLength: 50 }],
  ['middleName', 'Middle name', 'READ_ONLY'],
  ['honorificPrefix', 'Honorific prefix', 'READ_ONLY'],
  ['honorificSuffix', 'Honorific suffix', 'READ_ONLY'],
  ['email', 'Primary email', 'READ_WRITE', { required: true, format: 'email' }],
  ['title', 'Title', 'READ_ONLY'],
  ['displayName', 'Display name', 'READ_ONLY'],
  ['nickName', 'Nickname', 'READ_ONLY'],
  ['profileUrl', 'Profile Url', 'READ_ONLY', { format: 'uri' }],
  ['secondEmail', 'Secondary email', 'READ_WRITE', { format: 'email' }],
  ['mobilePhone', 'Mobile phone', 'READ_WRITE', { maxLength: 100 }],
  ['primaryPhone', 'Primary phone', 'HIDE', { maxLength: 100 }],
  ['streetAddress', 'Street address', 'HIDE'],
  ['city', 'City', 'HIDE'],
  ['state', 'State', 'HIDE'],
  ['zipCode', 'Zip code', 'HIDE'],
  ['countryCode', 'Country code', 'HIDE', { format: 'country-code' }],
  ['postalAddress', 'Postal Address', 'HIDE'],
  ['preferredLanguage', 'Preferred language', 'READ_ONLY', { format: 'language-code' }],
  ['locale', 'Locale', 'READ_ONLY', { format: 'locale' }],
  ['timezone', 'Time zone', 'READ_ONLY', { format: 'timezone' }],
  ['userType', 'User type', 'READ_ONLY'],
  ['employeeNumber', 'Employee number', 'READ_WRITE'],
  ['costCenter', 'Cost center', 'READ_ONLY'],
  ['organization', 'Organization', 'READ_ONLY'],
  ['division', 'Division', 'READ_ONLY'],
  ['department', 'Department', 'READ_ONLY'],
  ['managerId', 'ManagerId', 'READ_ONLY'],
  ['manager', 'Manager', 'READ_ONLY'],
];

const given = (extras: Extras, ...names: string[]): JsonObject =>
  Object.fromEntries(names.filter((name) => name in extras).map((name) => [name, extras[name] ?? null]));

/** One string property with its members in the order that Okta shows them in. */
const property = (title: string, self: Action, extras: Extras = {}): JsonObject => ({
  title,
  ...given(extras, 'description'),
  type: 'string',
  ...given(extras, 'required', 'format'),
  mutability: 'READ_WRITE',
  scope: 'NONE',
  ...given(extras, 'minLength', 'maxLength'),
  permissions: [{ principal: 'SELF', action: self }],
  master: { type: 'PROFILE_MASTER' },
});

/** The base properties of a user type as it is made; later changes are its own. */
export const userBase: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  userTable.map(([name, title, self, extras]) => [name, property(title, self, extras)]),
);

/** The base properties of groups (facts: schemas §4). They never change. */
export const groupBase: Readonly<Record<string, JsonObject>> = {
  name: property('Name', 'READ_WRITE', { description: 'Name', required: true, maxLength: 255 }),
  description: property('Description', 'READ_WRITE', { description: 'Description', maxLength: 1024 }),
};

/** What the schemas of a new org say of themselves. */
export const userTemplateDescription = 'Okta user profile template with default permission settings';
export const groupSchemaText = { name: 'group', title: 'Okta group', description: 'Okta group profile template' };
