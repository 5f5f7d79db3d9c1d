import type { ReadContext } from '../../contract/context.js';
import { objectOf, textOf, textsOf } from '../../contract/given.js';
import type { Json } from '../../store/rows/common.js';
import type { PolicyRow, PolicyRuleRow } from '../../store/rows/policies.js';
import type { UserRow } from '../../store/rows/users.js';
import { groupsOf } from '../groups/membership.js';
import { zoneHolds } from '../zones-at.js';
import { policiesOf, rulesOf } from './find.js';

type Reads = Pick<ReadContext, 'store'>;

/** Whom policies are asked about; somebody who is being created has no id yet. */
export interface Person {
  readonly id?: string;
  /** Everyone among them. */
  readonly groupIds: ReadonlySet<string>;
  /** Type of the credentials' provider: OKTA, ACTIVE_DIRECTORY, LDAP. */
  readonly provider: string;
  readonly typeId?: string;
}

/** What is known of an attempt to sign in. What is left out is not known, and matches no condition that asks for it. */
export interface Attempt {
  /** The address that the client calls from. */
  readonly ip?: string;
  /** Another way in than Okta's own pages and API. */
  readonly authType?: 'RADIUS' | 'LDAP_INTERFACE';
  /** How risky Okta takes it to be; LOW without it. */
  readonly riskLevel?: 'LOW' | 'MEDIUM' | 'HIGH';
  /** Names of behaviours that were detected. */
  readonly behaviors?: readonly string[];
  /** The identity provider that vouches for the person. */
  readonly idpId?: string;
}

/** The rule that applies, and its policy. */
export interface Applied {
  readonly policy: PolicyRow;
  readonly rule: PolicyRuleRow;
}

/** Who keeps a password, as policies call it: an imported one is Okta's own from its first use on. */
export const ownProvider = (type: string): string => (type === 'IMPORT' ? 'OKTA' : type);

/** The person that a user is to policies. */
export const personOf = (ctx: Reads, { id, typeId, credentials }: UserRow): Person => ({
  id,
  typeId,
  groupIds: new Set(groupsOf(ctx, id).map((group) => group.id)),
  provider: ownProvider(credentials.provider.type),
});

/** A member deep inside a value; undefined where the way there ends. */
export const at = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((node, name) => objectOf(node)?.[name], value);

/** Everybody but who is excluded; where some are named, by themselves or by a group, only those. */
export function peopleHold(conditions: Json, { id, groupIds }: Person): boolean {
  const ids = (...path: string[]) => textsOf(at(conditions, 'people', ...path));
  const isOne = (users: readonly string[]) => id !== undefined && users.includes(id);
  const isIn = (groups: readonly string[]) => groups.some((group) => groupIds.has(group));
  if (isOne(ids('users', 'exclude')) || isIn(ids('groups', 'exclude'))) return false;
  const users = ids('users', 'include');
  const groups = ids('groups', 'include');
  return (users.length === 0 && groups.length === 0) || isOne(users) || isIn(groups);
}

/** Whether a call from this address is from where conditions want it; from an unknown one it is from no zone. */
export function networkHolds({ store }: Reads, conditions: Json, ip: string | undefined): boolean {
  if (at(conditions, 'network', 'connection') !== 'ZONE') return true;
  const inAny = (ids: readonly string[]): boolean =>
    ip !== undefined &&
    ids.some((id) =>
      id === 'ALL_ZONES'
        ? store.zones.where('usage', 'POLICY').some((zone) => zoneHolds(zone, ip))
        : zoneHolds(store.zones.get(id), ip),
    );
  const included = textsOf(at(conditions, 'network', 'include'));
  return included.length > 0 ? inAny(included) : !inAny(textsOf(at(conditions, 'network', 'exclude')));
}

const isAny = (value: unknown): boolean => value === undefined || value === null || value === 'ANY';

function holdsAttempt(conditions: Json, attempt: Attempt, { provider }: Person): boolean {
  const authType = at(conditions, 'authContext', 'authType');
  const level = at(conditions, 'riskScore', 'level');
  const behaviors = textsOf(at(conditions, 'risk', 'behaviors'));
  const from = at(conditions, 'identityProvider', 'provider');
  const idps = textsOf(at(conditions, 'identityProvider', 'idpIds'));
  return (
    (isAny(authType) || authType === attempt.authType) &&
    (isAny(level) || level === (attempt.riskLevel ?? 'LOW')) &&
    (behaviors.length === 0 || behaviors.some((name) => attempt.behaviors?.includes(name))) &&
    (isAny(from) ||
      (from === 'OKTA' ? attempt.idpId === undefined && provider === 'OKTA' : idps.includes(attempt.idpId ?? '')))
  );
}

function holdsUserType(conditions: Json, { typeId = '' }: Person): boolean {
  const included = textsOf(at(conditions, 'userType', 'include'));
  const excluded = textsOf(at(conditions, 'userType', 'exclude'));
  return !excluded.includes(typeId) && (included.length === 0 || included.includes(typeId));
}

/** Whether a policy is for this person: its groups and, for passwords, who keeps them. */
export function policyHolds({ conditions }: PolicyRow, person: Person): boolean {
  const provider = textOf(at(conditions, 'authProvider', 'provider'));
  return peopleHold(conditions, person) && (isAny(provider) || provider === person.provider);
}

/** Whether a rule is for this person and this attempt. */
export function ruleHolds(ctx: Reads, { conditions }: PolicyRuleRow, person: Person, attempt: Attempt): boolean {
  return (
    peopleHold(conditions, person) &&
    networkHolds(ctx, conditions, attempt.ip) &&
    holdsAttempt(conditions, attempt, person) &&
    holdsUserType(conditions, person)
  );
}

/**
 * The rule that applies: policies by priority, in the first that is for the person the first rule that holds; where none
 * does the next policy. What is inactive is passed over, and so is a policy without rules (facts: policy-applicability).
 * @param holds whether a rule holds for what is asked
 */
export function ruleFor(
  ctx: Reads,
  type: string,
  person: Person,
  holds: (rule: PolicyRuleRow, policy: PolicyRow) => boolean,
): Applied | undefined {
  for (const policy of policiesOf(ctx, type)) {
    if (policy.status !== 'ACTIVE' || !policyHolds(policy, person)) continue;
    const rule = rulesOf(ctx, policy.id).find((one) => one.status === 'ACTIVE' && holds(one, policy));
    if (rule) return { policy, rule };
  }
  return undefined;
}
