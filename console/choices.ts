import { type Operation, operations } from './operations.js';
import { listed, member, read, type Thing, thingsOf } from './org.js';
import { wishOf } from './wishes.js';

/** One value that a parameter of the path may have. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly value: Thing;
  /** It is in the collection that the operation would put it into. */
  readonly inside?: boolean;
}

/** What the org holds for a parameter. */
export interface Choices {
  readonly list: readonly Choice[];
  /** The operation that lists them, and the one that makes one. */
  readonly from?: Operation | undefined;
  readonly maker?: Operation | undefined;
  /** Why they cannot be listed. */
  readonly missing?: string;
}

/** What a thing is called by people. */
export function labelOf(thing: Thing): string {
  const person = [member(thing, 'profile', 'firstName'), member(thing, 'profile', 'lastName')]
    .filter(Boolean)
    .join(' ');
  const names = [
    person,
    member(thing, 'profile', 'name'),
    ...['label', 'displayName', 'name'].map((name) => thing[name]),
    member(thing, 'primary', 'title'),
    member(thing, 'credentials', 'userName'),
    ...['title', 'language', 'id'].map((name) => thing[name]),
  ];
  return String(names.find((name) => typeof name === 'string' && name !== '') ?? '');
}

const noteOf = ({ status, type }: Thing): string =>
  typeof status === 'string' ? status : typeof type === 'string' ? type : '';

/** Where a value comes from when the collection before it in the path does not tell. */
const elsewhere: Readonly<Record<string, { path: string; pick(thing: Thing): unknown[] }>> = {
  schemaId: {
    path: '/meta/types/user',
    pick: (thing) => [
      String(member(thing, '_links', 'schema', 'href') ?? '')
        .split('/')
        .pop(),
    ],
  },
  relationshipName: {
    path: '/meta/schemas/user/linkedObjects',
    pick: (thing) => [member(thing, 'primary', 'name'), member(thing, 'associated', 'name')],
  },
  primaryRelationshipName: {
    path: '/meta/schemas/user/linkedObjects',
    pick: (thing) => [member(thing, 'primary', 'name')],
  },
  linkedObjectName: { path: '/meta/schemas/user/linkedObjects', pick: (thing) => [member(thing, 'primary', 'name')] },
  primaryUserId: { path: '/users', pick: ({ id }) => [id] },
  associatedUserId: { path: '/users', pick: ({ id }) => [id] },
  appInstanceId: { path: '/apps', pick: ({ id }) => [id] },
  transactionId: { path: '/users', pick: () => [] },
};

/** Values that the contract or Okta's documents fix. */
const constants: Readonly<Record<string, readonly string[]>> = {
  roleTypeOrRoleId: ['SUPER_ADMIN', 'ORG_ADMIN', 'APP_ADMIN', 'USER_ADMIN', 'HELP_DESK_ADMIN', 'READ_ONLY_ADMIN'],
  notificationType: ['USER_LOCKED_OUT', 'APP_IMPORT', 'LDAP_AGENT', 'AD_AGENT', 'OKTA_ANNOUNCEMENT', 'OKTA_UPDATE'],
  contactType: ['BILLING', 'TECHNICAL'],
  lifecycle: ['enable', 'disable'],
  templateName: ['UserActivation', 'ForgotPassword', 'PasswordChanged'],
};

/** Where the members of a collection live themselves: what may be added is there, what may be removed is inside. */
const homes: Readonly<Record<string, string>> = {
  userId: '/users',
  groupId: '/groups',
  targetGroupId: '/groups',
  appId: '/apps',
  applicationId: '/apps',
};

const blank = (path: string): string => path.replace(/\{\w+\}/g, '{}');
const operationAt = (method: string, path: string): Operation | undefined =>
  operations.find((op) => op.method === method && blank(op.path) === blank(path));

/** The path with these values; a parameter without one stays as it is. */
export const fill = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (whole, name: string) => encodeURIComponent(values[name] ?? '') || whole);

const keyOf = (thing: Thing): unknown =>
  thing.id ?? thing.kid ?? thing.client_id ?? thing.name ?? member(thing, 'primary', 'name');

/** Lists of which the contract wants to be told which. */
const needed: Readonly<Record<string, string>> = { '/policies': '?type=OKTA_SIGN_ON' };

/** What the org holds for one parameter of the path: the members of the collection before it. */
export async function choicesFor(
  op: Operation,
  name: string,
  values: Readonly<Record<string, string>>,
): Promise<Choices> {
  const fixed = constants[name];
  if (fixed) return { list: fixed.map((id) => ({ id, label: id, note: '', value: {} })) };
  const before = op.path.slice(0, op.path.indexOf(`{${name}}`) - 1);
  const source = elsewhere[name];
  const isAdded = op.method === 'put' && op.params.length > 1 && op.params.at(-1) === name;
  const home = isAdded ? homes[name] : undefined;
  const collection = source?.path ?? home ?? before;
  const [from, maker] = [operationAt('get', collection), operationAt('post', collection)];
  const path = fill(collection, values);
  if (!from || path.includes('{')) return { list: [], from, maker };
  const answer = await read(`/api/v1${path}${needed[collection] ?? ''}`);
  const things = thingsOf(answer);
  if (!things) return { list: [], from, maker, missing: answer.reason };
  const pick = source?.pick ?? ((thing: Thing) => [keyOf(thing)]);
  const list = things.flatMap((thing) =>
    pick(thing)
      .filter((id): id is string => typeof id === 'string' && id !== '')
      .map((id) => ({ id, label: labelOf(thing), note: noteOf(thing), value: thing })),
  );
  if (home === undefined || home === before) return { list, from, maker };
  const fits = list.filter(({ value }) => values.appName === undefined || value.name === values.appName);
  const inside = new Set((await listed(`/api/v1${fill(before, values)}`)).map(({ id }) => id));
  return { list: fits.map((choice) => ({ ...choice, inside: inside.has(choice.id) })), from, maker };
}

/** Apps that every org has of itself: nobody is given them, and little can be done with them. */
const SYSTEM_APPS: readonly unknown[] = ['saasure', 'okta_enduser', 'okta_browser_plugin'];

/** Whether every org has a thing of this kind of itself. */
export const isBuiltIn = ({ name, type }: Thing): boolean => type === 'BUILT_IN' || SYSTEM_APPS.includes(name);

/** The roles that can be narrowed to groups, and to apps; Okta answers 405 for targets of another. */
const TARGETED: Readonly<Record<string, readonly unknown[]>> = {
  groups: ['USER_ADMIN', 'HELP_DESK_ADMIN', 'GROUP_MEMBERSHIP_ADMIN'],
  catalog: ['APP_ADMIN'],
};

/** Whether a role is one that the operation can narrow; true for what is no role. */
function canNarrow(op: Operation, { value }: Choice): boolean {
  const [, kind = ''] = /\/roles\/\{roleId\}\/targets\/(\w+)/.exec(op.path) ?? [];
  const { assignmentType, type } = value;
  if (assignmentType === undefined || kind === '') return true;
  // A role that a user has through a group is narrowed there.
  const isOwn = assignmentType === (op.path.startsWith('/groups/') ? 'GROUP' : 'USER');
  return isOwn && (TARGETED[kind]?.includes(type) ?? true);
}

/** Whether a thing is one that the operation is about, rather than one it would find empty. */
const isUsual = (op: Operation, { value }: Choice): boolean =>
  !op.path.startsWith('/apps/{appId}') || !SYSTEM_APPS.includes(value.name);

/** What to expect of a choice that the operation is going to refuse. */
export function warningOf(op: Operation, { value }: Choice): string | undefined {
  const isProvisioning = op.path.startsWith('/apps/{appId}/features');
  const hasNone = Array.isArray(value.features) && value.features.length === 0;
  return isProvisioning && hasNone ? 'The app has no provisioning: expect 400.' : undefined;
}

/** What came with the org, or is its admin's own: a write leaves it alone where there is another. */
const isTouchy = (op: Operation, { id, note, value }: Choice, used: readonly string[]): boolean =>
  used.includes(id) ||
  note === 'BUILT_IN' ||
  (op.method === 'delete' && (value.default === true || value.system === true));

/**
 * The choices that the operation can work on, the best first.
 * @param used ids that stand elsewhere in the path; the first is the token's own admin
 */
export function fitting(op: Operation, name: string, { list }: Choices, used: readonly string[]): readonly Choice[] {
  const wish = wishOf(op, name);
  const things = list.map(({ value }) => value);
  const [self = ''] = used;
  const fit = list.filter(
    (choice) => !choice.inside && canNarrow(op, choice) && (wish?.suits(choice.value, things, self) ?? true),
  );
  const rank = (choice: Choice): number =>
    Number(!isUsual(op, choice)) + (op.method !== 'get' && isTouchy(op, choice, used) ? 2 : 0);
  return [...fit].sort((a, b) => rank(a) - rank(b));
}
