import type { Context } from '../../../contract/context.js';
import { invalid } from '../../../contract/errors.js';
import { type Fault, missing, refuseAll, tooLong } from '../../../contract/given.js';
import type { Schemas } from '../../../contract/routes.js';
import type { Given } from '../../../contract/shapes.js';
import { isIdentityEngine, kindOfRow } from '../../../objects/policies/kinds.js';
import type { JsonObject } from '../../../store/rows/common.js';
import type { PolicyRow, PolicyRuleRow } from '../../../store/rows/policies.js';
import { foldKey } from '../../../store/rows/spec.js';
import { accessActions } from './access.js';
import { ruleConditions } from './conditions.js';
import { discoveryActions } from './discovery.js';
import { enrollActions, profileActions } from './enrollment.js';
import { passwordActions } from './password.js';
import type { Reader } from './readers.js';
import { signOnActions } from './sign-on.js';
import { watchingActions } from './watching.js';

type Body = Given<Schemas['PolicyRule']>;

/** What a client says of a rule, whole. */
export type GivenRule = Pick<PolicyRuleRow, 'type' | 'name' | 'conditions' | 'actions'>;

function actionsOf(ctx: Context, policy: PolicyRow, given: unknown, before?: PolicyRuleRow): Reader<JsonObject> {
  switch (policy.type) {
    case 'OKTA_SIGN_ON':
      return signOnActions(isIdentityEngine(ctx));
    case 'PASSWORD':
      return passwordActions(given === undefined || given === null ? 'ALLOW' : 'DENY');
    case 'MFA_ENROLL':
      return enrollActions;
    case 'IDP_DISCOVERY':
      return discoveryActions(ctx);
    case 'ACCESS_POLICY':
      return accessActions;
    default:
      return watchingActions(policy.type) ?? profileActions(ctx, policy, before);
  }
}

/** Two rules of a policy do not have one name (facts: reports). */
function nameTaken(ctx: Context, policy: PolicyRow, name: unknown, before: PolicyRuleRow | undefined): Fault[] {
  if (typeof name !== 'string') return [];
  const others = ctx.store.policyRules.where('policy', policy.id).filter((row) => row.id !== before?.id);
  return others.some((row) => foldKey(row.name) === foldKey(name))
    ? [['name', 'name: Policy rule name already in use']]
    : [];
}

/** A session's length and cookie stay as they are in Okta's own sign-on rule (facts: policy §Default rules). */
function withOwnSession(actions: JsonObject, { actions: before }: PolicyRuleRow): JsonObject {
  const { signon } = actions as { signon?: JsonObject };
  const own = (before as { signon?: { session?: JsonObject } }).signon?.session;
  if (!signon || !own) return actions;
  const { maxSessionLifetimeMinutes = 0, usePersistentCookie = false } = own;
  const session = { ...(signon.session as JsonObject), maxSessionLifetimeMinutes, usePersistentCookie };
  return { ...actions, signon: { ...signon, session } };
}

/**
 * Reads a whole rule. One of Okta's own keeps its name, and the catch-all its place for everybody.
 * @param before the rule as it is, where it is changed
 * @throws OktaError 400 E0000003 for what cannot be read, E0000001 for what is wrong
 */
export function readRule(ctx: Context, policy: PolicyRow, body: Body, before?: PolicyRuleRow): GivenRule {
  const kind = kindOfRow(policy);
  const isEngine = isIdentityEngine(ctx);
  const { name, type } = body;
  refuseAll([...missing('name', name), ...missing('type', type), ...tooLong('name', name, kind.ranked ? 50 : 255)]);
  if (type !== kind.ruleType) throw invalid('type', `type: A rule of this policy is of the type ${kind.ruleType}`);
  const faults: Fault[] = nameTaken(ctx, policy, name, before);
  const actions = actionsOf(ctx, policy, body.actions, before)(body.actions, 'actions', faults) ?? {};
  const conditions =
    before && before.conditions === null ? null : ruleConditions(ctx, kind, body.conditions, faults, isEngine);
  refuseAll(faults);
  const own = before?.system === true ? before : undefined;
  return {
    type: kind.ruleType,
    name: own ? own.name : String(name),
    conditions,
    actions: own && kind.type === 'OKTA_SIGN_ON' ? withOwnSession(actions, own) : actions,
  };
}
