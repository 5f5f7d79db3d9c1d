import type { Context } from '../../../contract/context.js';
import { OktaError } from '../../../contract/errors.js';
import { type Fault, missing, refuseAll, tooLong } from '../../../contract/given.js';
import type { Schemas } from '../../../contract/routes.js';
import type { Given } from '../../../contract/shapes.js';
import { isIdentityEngine, kindOf, type PolicyKind } from '../../../objects/policies/kinds.js';
import type { JsonObject } from '../../../store/rows/common.js';
import type { PolicyRow } from '../../../store/rows/policies.js';
import { policyConditions } from './conditions.js';
import { enrollSettings } from './enroll-settings.js';
import { passwordSettings } from './password.js';

type Body = Given<Schemas['Policy']>;

/** Longest names: the first is recorded of authorization servers, whose policies the ranked ones share an engine with. */
const MAX_NAME = { ranked: 50, other: 255 };

const MAX_DESCRIPTION = 1023;

/** 400 E0000002 for a type that Okta, or an org of this engine, does not have (facts: policy §Common validation). */
export const wrongType = (): OktaError => new OktaError('E0000002', { args: ['Invalid policy type specified.'] });

/** What a client says of a policy, whole. */
export type GivenPolicy = Pick<PolicyRow, 'type' | 'name' | 'conditions'> &
  Partial<Pick<PolicyRow, 'description' | 'settings'>>;

/** Name, type and lengths. @throws OktaError 400 E0000001, E0000002 */
export function readKind(ctx: Context, { name, type, description }: Body): PolicyKind {
  refuseAll([...missing('name', name), ...missing('type', type)]);
  const kind = kindOf(ctx, type);
  if (!kind) throw wrongType();
  refuseAll([
    ...tooLong('name', name, kind.ranked ? MAX_NAME.ranked : MAX_NAME.other),
    ...tooLong('description', description, MAX_DESCRIPTION),
  ]);
  return kind;
}

function settingsOf(
  ctx: Context,
  kind: PolicyKind,
  body: Body,
  before: PolicyRow | undefined,
  faults: Fault[],
): JsonObject | undefined {
  const { settings } = body as { readonly settings?: unknown };
  if (kind.type === 'PASSWORD') return passwordSettings(settings, 'settings', faults);
  if (kind.type !== 'MFA_ENROLL') return undefined;
  const how = { isEngine: isIdentityEngine(ctx), isDefault: before?.system === true, before: before?.settings };
  return enrollSettings(ctx, settings, faults, how);
}

/**
 * Reads a whole policy. Of one of Okta's own, name and conditions stay.
 * @param before the policy as it is, where it is changed
 * @throws OktaError 400 E0000003 for what cannot be read, E0000001 for what is wrong
 */
export function readPolicy(ctx: Context, kind: PolicyKind, body: Body, before?: PolicyRow): GivenPolicy {
  const faults: Fault[] = [];
  const conditions = policyConditions(ctx, kind, body.conditions, faults);
  const settings = settingsOf(ctx, kind, body, before, faults);
  refuseAll(faults);
  const { description } = body;
  const fixed = before?.system === true && kind.ranked;
  return {
    type: kind.type,
    name: fixed ? before.name : String(body.name),
    ...(description === undefined || description === null ? {} : { description: String(description) }),
    conditions: fixed ? before.conditions : conditions,
    ...(settings ? { settings } : {}),
  };
}
