import { fill } from './choices.js';
import { listed, sandbox } from './org.js';
import type { Open } from './state.js';

/** How many rows of each collection. */
type Counts = Readonly<Record<string, number>>;

/** What `/_sandbox/removal` tells. */
interface Removal {
  readonly found: { readonly collection: string } | null;
  readonly removed: Counts;
  readonly changed: Counts;
  readonly named: Counts;
  readonly refusing: Counts;
}

/** What people call a row of a collection, where its name does not say it. */
const words: Readonly<Record<string, string>> = {
  appGroups: 'app assignment of a group',
  appUsers: 'app assignment',
  oauthGrants: 'consent',
  oauthTokens: 'token',
  oauth2Claims: 'claim',
  oauth2Scopes: 'scope',
  policyRules: 'rule',
  roleAssignments: 'role',
  serverPolicies: 'access policy',
  serverRules: 'access rule',
};

const spelled = (name: string): string => name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);

function counted([name, count]: [string, number]): string {
  const one = words[name] ?? spelled(name).replace(/ies$/, 'y').replace(/s$/, '');
  if (count === 1) return `1 ${one}`;
  const [first = '', ...rest] = one.split(' of ');
  return `${count} ${[first.replace(/y$/, 'ie').concat('s'), ...rest].join(' of ')}`;
}

function all(counts: Counts): string {
  const parts = Object.entries(counts).map(counted);
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

const isOne = (counts: Counts): boolean => Object.values(counts).reduce((sum, count) => sum + count, 0) === 1;

/** A sentence about these rows, in the singular or the plural; none where there are no rows. */
const sentence = (counts: Counts, one: string, many: string): string[] =>
  Object.keys(counts).length === 0 ? [] : [(isOne(counts) ? one : many).replace('#', all(counts))];

/** What a DELETE takes along, by the references that the sandbox's collections declare. */
async function loss({ op, values, choices }: Open): Promise<string> {
  const chosen = op.params.flatMap((name) => choices[name]?.list.find(({ id }) => id === values[name]) ?? []);
  const path = encodeURIComponent(`/api/v1${fill(op.path, values)}`);
  const { removed, changed, named, refusing } = await sandbox<Removal>(`/_sandbox/removal?path=${path}`);
  const last = chosen.at(-1);
  const name = chosen
    .map(({ label }) => label)
    .reverse()
    .join(', ');
  const isLeaving = op.id === 'deactivateOrDeleteUser' && last?.note !== 'DEPROVISIONED';
  const first = isLeaving
    ? `${name} is ${last?.note ?? 'not in this list'}: the first DELETE deactivates, a second one deletes.`
    : name && `${op.summary}: ${name}.`;
  const sentences = [
    first,
    ...sentence(removed, 'With it goes #.', 'With it go #.'),
    ...sentence(changed, '# changes.', '# change.'),
    ...sentence(named, '# goes on naming it.', '# go on naming it.'),
    ...sentence(refusing, '# names it: expect a refusal.', '# name it: expect a refusal.'),
  ];
  return sentences.filter((one) => one !== '').join(' ');
}

const ASKS = 'Asks the hook: expect 400 unless something answers there.';
const SECRET = 'The body has what everybody of the seed acme has: expect 403 for who has another.';
const CODE = 'Takes the code that was sent, which the outbox shows: expect 403 for another.';
const SIGNED = 'Takes the certificate that the request was signed into: expect 400 for none.';

/** A role that reaches all apps of a type takes no single one of them. */
async function wholeType(holder: string, values: Open['values']): Promise<string> {
  const targets = await listed(`/api/v1${fill(`${holder}/roles/{roleId}/targets/catalog/apps`, values)}`);
  const isWhole = targets.some(({ id, name }) => id === undefined && name === values.appName);
  return isWhole ? 'All apps of this type are a target of the role already: expect 400.' : '';
}

/** What to expect of operations whose outcome rests on what the org does not tell. */
const expectations: Readonly<Record<string, string | ((values: Open['values']) => Promise<string>)>> = {
  addApplicationTargetToAppAdminRoleForUser: (values) => wholeType('/users/{userId}', values),
  addApplicationInstanceTargetToAppAdminRoleGivenToGroup: (values) => wholeType('/groups/{groupId}', values),
  createSession: 'Takes the session token of a sign-in at /api/v1/authn: expect 401 for another.',
  verifyEventHook: ASKS,
  executeInlineHook: ASKS,
  changePassword: SECRET,
  changeRecoveryQuestion: SECRET,
  forgotPassword: SECRET,
  activateFactor: CODE,
  verifyFactor: CODE,
  publishCsrForApplication: SIGNED,
  publishCsrForIdentityProvider: SIGNED,
  createCertificate: 'Takes the certificate of the domain and its key: expect 400 for others.',
  deactivateAuthenticator: 'A policy that enables it forbids this: expect 403 then.',
  createSmsTemplate: async () =>
    (await listed('/api/v1/templates/sms')).some(({ id }) => id !== 'default')
      ? 'The org has one of this type already: expect 400.'
      : '',
};

/** What is told before a request is run; empty where there is nothing to tell. */
export async function beforehand(open: Open): Promise<string> {
  if (open.op.method === 'delete') return loss(open);
  const expected = expectations[open.op.id];
  return typeof expected === 'function' ? expected(open.values) : (expected ?? '');
}
