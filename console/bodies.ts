import { fill } from './choices.js';
import { bodySchema, type Contract, example, mediaOf, type Schema, writable } from './contract.js';
import type { Operation } from './operations.js';
import { listed, read, type Thing } from './org.js';

const PEOPLE = ['Kim Low', 'Ines Duarte', 'Jonas Weber', 'Mei Tan', 'Amara Diallo', 'Luca Moretti', 'Freya Holm'];

/** The first of these names that the org does not have at this path yet. */
async function fresh(path: string, names: readonly string[], key: (name: string) => string): Promise<string> {
  const have = JSON.stringify((await read(path)).json ?? []);
  for (let round = 1; ; round += 1) {
    const tried = names.map((name) => (round === 1 ? name : `${name} ${round}`));
    const free = tried.find((name) => !have.includes(key(name)));
    if (free !== undefined) return free;
  }
}

const quoted = (name: string): string => `"${name}"`;
const mailOf = (name: string): string => `${name.toLowerCase().replace(/ /g, '.')}@acme.example`;

async function newUser() {
  const name = await fresh('/api/v1/users', PEOPLE, mailOf);
  const [firstName, ...last] = name.split(' ');
  return {
    profile: { firstName, lastName: last.join(' '), email: mailOf(name), login: mailOf(name) },
    credentials: { password: { value: 'Harbour-View-9' } },
  };
}

async function newRule() {
  const groups = await listed('/api/v1/groups');
  const into = groups.find(({ type }) => type === 'OKTA_GROUP');
  return {
    type: 'group_rule',
    name: await fresh('/api/v1/groups/rules', ['Sales by department', 'Support by department'], quoted),
    conditions: { expression: { type: 'urn:okta:expression:1.0', value: 'user.department=="Sales"' } },
    actions: { assignUserToGroups: { groupIds: [String(into?.id ?? '')] } },
  };
}

async function newLink() {
  const name = await fresh('/api/v1/meta/schemas/user/linkedObjects', ['mentor', 'buddy', 'sponsor'], quoted);
  return {
    primary: { name, title: name, description: 'Whom a person turns to', type: 'USER' },
    associated: { name: `${name}Of`, title: `${name} of`, description: 'Who turns to a person', type: 'USER' },
  };
}

const schemaWith = (name: string, property: object) => ({
  definitions: { custom: { id: '#custom', type: 'object', properties: { [name]: property } } },
});

const oldPassword = { value: 'Orchard-Lane-42' };

/** Bodies that no schema could give: names that the org does not have yet, parts that belong together. */
const makers: Readonly<Record<string, () => Promise<unknown> | unknown>> = {
  createUser: newUser,
  createGroup: async () => ({
    profile: {
      name: await fresh('/api/v1/groups', ['Design', 'Support', 'Field Sales', 'Contractors'], quoted),
      description: 'Made in the explorer',
    },
  }),
  createGroupRule: newRule,
  createUserType: async () => ({
    name: await fresh('/api/v1/meta/types/user', ['contractor', 'supplier', 'guest'], quoted),
    displayName: 'Contractor',
    description: 'People who are not employed here',
  }),
  addLinkedObjectDefinition: newLink,
  createApplication: async () => ({
    name: 'bookmark',
    label: await fresh('/api/v1/apps', ['Team Handbook', 'Lunch Menu'], quoted),
    signOnMode: 'BOOKMARK',
    settings: { app: { requestIntegration: false, url: 'https://example.com/handbook' } },
  }),
  createNetworkZone: async () => ({
    type: 'IP',
    name: await fresh('/api/v1/zones', ['Office', 'Warehouse'], quoted),
    gateways: [{ type: 'CIDR', value: '192.0.2.0/24' }],
  }),
  createOrigin: async () => ({
    name: await fresh('/api/v1/trustedOrigins', ['Intranet', 'Portal'], quoted),
    origin: 'https://intranet.example.com',
    scopes: [{ type: 'CORS' }],
  }),
  changePassword: () => ({ oldPassword, newPassword: { value: 'Harbour-View-9' } }),
  changeRecoveryQuestion: () => ({
    password: oldPassword,
    recovery_question: { question: 'Which street did you grow up in?', answer: 'Orchard Lane' },
  }),
  updateUserProfile: () => schemaWith('desk', { title: 'Desk', type: 'string', maxLength: 10 }),
  updateGroupSchema: () => schemaWith('costCenter', { title: 'Cost center', type: 'string' }),
  partialUpdateUser: () => ({ profile: { title: 'Principal Engineer' } }),
};

/** The object as it is now, where the operation puts another in its place. */
async function asItIs(op: Operation, values: Readonly<Record<string, string>>, schema: Schema): Promise<unknown> {
  const path = fill(op.path, values);
  const isUpdate = op.method === 'put' || /^(?:update|partial|replace)/.test(op.id);
  if (!isUpdate || path.includes('{')) return undefined;
  const { status, json } = await read(`/api/v1${path}`);
  if (status !== 200) return undefined;
  // The whole of a user is refused: its members beside the profile have operations of their own.
  return op.group === 'User' ? { profile: (json as Thing).profile } : writable(json, schema);
}

/**
 * The body to begin with: one written for the operation, the object as it is now, or what the schema allows.
 * @returns undefined for an operation that takes none; empty text for one whose body is no JSON
 */
export async function bodyFor(
  op: Operation,
  contract: Contract,
  values: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const schema = bodySchema(contract);
  if (schema === undefined) return undefined;
  if (mediaOf(contract) !== 'application/json') return '';
  const made = (await makers[op.id]?.()) ?? (await asItIs(op, values, schema)) ?? example(schema) ?? {};
  return JSON.stringify(made, null, 2);
}
