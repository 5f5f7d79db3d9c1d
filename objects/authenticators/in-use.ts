import type { ReadContext } from '../../contract/context.js';
import { invalid, OktaError } from '../../contract/errors.js';
import { type Members, objectOf, textsOf } from '../../contract/given.js';
import type { AuthenticatorRow } from '../../store/rows/authenticators.js';
import type { Json } from '../../store/rows/common.js';

type Reads = Pick<ReadContext, 'store'>;

const objectsIn = (value: unknown): readonly Members[] =>
  Array.isArray(value) ? value.flatMap((item): readonly Members[] => [objectOf(item) ?? {}]) : [];

const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, name) => objectOf(node)?.[name], value);

/** What is for recovery alone nobody enrols: enrolment policies do not use it (recorded). */
const isForRecovery = ({ settings }: AuthenticatorRow): boolean =>
  settings?.allowedFor === 'recovery' || settings?.allowedFor === 'none';

function enrolmentPolicies({ store }: Reads, row: AuthenticatorRow): string[] {
  if (isForRecovery(row)) return [];
  const names = (item: Members): boolean =>
    item.key === row.key &&
    (item.id === undefined || item.id === row.id) &&
    at(item, 'enroll', 'self') !== 'NOT_ALLOWED';
  return store.policies
    .where('type', 'MFA_ENROLL')
    .filter((policy) => policy.status === 'ACTIVE' && objectsIn(policy.settings?.authenticators).some(names))
    .map(({ name }) => name);
}

/** How password rules call the methods of an authenticator. */
const METHODS: Readonly<Record<string, readonly string[]>> = {
  okta_email: ['email'],
  phone_number: ['sms', 'voice'],
  okta_verify: ['push'],
};

/** Names of the policies of a type that have an active rule for which this holds. */
const policiesByRule = ({ store }: Reads, type: string, holds: (actions: Json) => boolean): string[] =>
  store.policies
    .where('type', type)
    .filter(({ id, status }) => {
      const rules = store.policyRules.where('policy', id);
      return status === 'ACTIVE' && rules.some((rule) => rule.status === 'ACTIVE' && holds(rule.actions));
    })
    .map(({ name }) => name);

function passwordPolicies(ctx: Reads, { key }: AuthenticatorRow): string[] {
  const methods = METHODS[key] ?? [];
  return policiesByRule(ctx, 'PASSWORD', (actions) => {
    const used = textsOf(at(actions, 'selfServicePasswordReset', 'requirement', 'primary', 'methods'));
    return used.some((method) => methods.includes(method));
  });
}

function accessPolicies(ctx: Reads, { key, id }: AuthenticatorRow): string[] {
  const isNamed = (part: unknown): boolean =>
    objectsIn(at(part, 'authenticationMethods')).some(
      (method) => method.key === key && (method.id === undefined || method.id === id),
    );
  return policiesByRule(ctx, 'ACCESS_POLICY', (actions) =>
    objectsIn(at(actions, 'appSignOn', 'verificationMethod', 'constraints')).some(
      ({ knowledge, possession }) => isNamed(knowledge) || isNamed(possession),
    ),
  );
}

const FASTPASS =
  'Cannot modify/disable this authenticator because it is enabled in one or more policies. To continue, disable the ' +
  'authenticator in these policies. Additionally, if disabling Okta Verify when Fastpass is active, the "Device state" ' +
  'must not be set to "registered" in app assurance policies.';

/** @throws OktaError 403 E0000148 with the policies that use the authenticator */
export function checkUnused(ctx: Reads, row: AuthenticatorRow): void {
  const found: readonly (readonly [string, string[]])[] = [
    ['Authenticator Enrollment Policies', enrolmentPolicies(ctx, row)],
    ['Self-Service Password Management Policies', passwordPolicies(ctx, row)],
    ['App Assurance Policies', accessPolicies(ctx, row)],
  ];
  const causes = found.flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${names.join(', ')}`] : []));
  if (causes.length === 0) return;
  throw new OktaError('E0000148', { causes, ...(row.key === 'okta_verify' ? { summary: FASTPASS } : {}) });
}

/** Kinds that work at no other site than the one they were enrolled at. Okta Verify is none without its FastPass. */
const RESISTANT: ReadonlySet<string> = new Set(['webauthn', 'smart_card_idp']);

const NONE_LEFT =
  "This action can't be completed because it would result in 0 phishing resistant authenticators and your org has at " +
  'least one authentication policy rule that requires phishing resistant authenticators. To continue, either enable ' +
  'FIDO 2 (WebAuthn) or remove the phishing resistance constraint from the affected policies.';

/** @throws OktaError 400 E0000001 where rules ask for what only this authenticator gives (facts: authenticator §Errors) */
export function checkResistance(ctx: Reads, row: AuthenticatorRow): void {
  const isAnother = ({ id, key, status }: AuthenticatorRow): boolean =>
    id !== row.id && status === 'ACTIVE' && RESISTANT.has(key);
  if (!RESISTANT.has(row.key) || ctx.store.authenticators.all().some(isAnother)) return;
  const names = policiesByRule(ctx, 'ACCESS_POLICY', (actions) =>
    objectsIn(at(actions, 'appSignOn', 'verificationMethod', 'constraints')).some(
      ({ possession }) => at(possession, 'phishingResistant') === 'REQUIRED',
    ),
  );
  if (names.length > 0) throw invalid('Authenticator', `App Assurance Policies: ${names.join(', ')}`, NONE_LEFT);
}
