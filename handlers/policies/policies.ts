import type { Context } from '../../contract/context.js';
import { forbidden, invalid, OktaError } from '../../contract/errors.js';
import { missing, refuseAll } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { list, reply, show } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import { policyChanged } from '../../objects/policies/changed.js';
import { catchAllOf } from '../../objects/policies/defaults.js';
import { policiesOf, requirePolicy, rulesOf } from '../../objects/policies/find.js';
import { kindOf, kindOfRow, type PolicyKind } from '../../objects/policies/kinds.js';
import { listedPolicyView, policyRuleView, policyTarget, policyView } from '../../objects/policies/view.js';
import { closeGap, makeRoom, moveTo } from '../../objects/priorities.js';
import { holderOf, removeWithReferences } from '../../objects/removal.js';
import type { PolicyRow } from '../../store/rows/policies.js';
import { foldKey } from '../../store/rows/spec.js';
import { readKind, readPolicy, wrongType } from './given/policy.js';

type ShownPolicy = ShownAs<Schemas['Policy']>;

/** Rules that a policy shows within itself (facts: policy §Query params). */
const MAX_EMBEDDED = 20;
/** Most policies of a page. */
const MAX_PAGE = 10_000;

const priorityIsReadOnly = (): OktaError => new OktaError('E0000077', { args: ['priority'] });

/** An app signs people in by the policy (facts: policy §Common validation). */
const inUse = ({ id }: PolicyRow): OktaError =>
  invalid('id', `id: The policy ${id} cannot be deactivated or deleted while applications use it.`);

/** A policy with its rules inside, as `expand=rules` asks for it. */
function withRules(ctx: Context, policy: PolicyRow, shown: ShownPolicy): ShownPolicy {
  const rules = rulesOf(ctx, policy.id).slice(0, MAX_EMBEDDED);
  const { type, _embedded, ...rest } = shown;
  return { ...rest, _embedded: { ..._embedded, rules: rules.map((rule) => policyRuleView(rule, ctx.links)) }, type };
}

/** A page of policies in their order; all of them, and no limit in the links, where no limit is asked for. */
function pageOf(rows: readonly PolicyRow[], query: { readonly limit?: number; readonly after?: string }) {
  const request = pageRequest(query, { limit: Math.max(rows.length, 1), max: MAX_PAGE });
  const from = request.after === undefined ? 0 : rows.findIndex(({ seq }) => seq === request.after?.seq) + 1;
  const page = rows.slice(from, from + request.limit);
  const last = from + page.length < rows.length ? page.at(-1) : undefined;
  const { limit, next } = pagingOf({ rows: page, ...(last ? { next: { seq: last.seq } } : {}) }, request);
  const isLimited = query.limit !== undefined && query.limit > 0;
  return { page, paging: { ...(isLimited && limit !== undefined ? { limit } : {}), next } };
}

/** @throws OktaError 400 where there are as many of the type as there may be, or Okta's own is the only one */
function checkRoom(ctx: Context, { type, single, max }: PolicyKind): void {
  if (single) throw invalid('type', `type: There can be only one policy of the type ${type}.`);
  if (max !== undefined && ctx.store.policies.count('type', type) >= max) {
    throw invalid('type', `type: There cannot be more than ${max} policies of the type ${type}.`);
  }
}

/** Refuses to take away or turn off what Okta made. */
const keepSystem = ({ system }: PolicyRow): void => {
  if (system) throw forbidden();
};

/** A policy that is so already is saved again, and nothing is told of it, as recorded. */
function turn(ctx: Context, id: string, status: PolicyRow['status']): void {
  const before = requirePolicy(ctx, id);
  if (status === 'INACTIVE') {
    keepSystem(before);
    if (!kindOfRow(before).ranked && holderOf(ctx, 'policies', id)) throw inUse(before);
  }
  const policy = ctx.store.policies.update(id, { status, lastUpdated: ctx.now() });
  if (before.status === status) return;
  policyChanged(ctx, policy);
  ctx.log(status === 'ACTIVE' ? 'policy.lifecycle.activate' : 'policy.lifecycle.deactivate', [policyTarget(policy)]);
}

/** The policies of an org (facts: policy). */
export const policyHandlers = {
  listPolicies({ query }, ctx) {
    refuseAll(missing('type', query.type));
    if (!kindOf(ctx, query.type)) throw wrongType();
    const { status, expand, q } = query;
    const prefix = foldKey(q ?? '');
    const rows = policiesOf(ctx, query.type).filter(
      (row) => (!status || row.status === status) && foldKey(row.name).startsWith(prefix),
    );
    const { page, paging } = pageOf(rows, query);
    if (expand !== 'rules') return list(listedPolicyView, page, paging);
    return reply(
      page.map((row) => withRules(ctx, row, listedPolicyView(row, ctx.links))),
      { paging },
    );
  },

  getPolicy({ params, query }, ctx) {
    const policy = requirePolicy(ctx, params.policyId);
    return query.expand === 'rules' ? withRules(ctx, policy, policyView(policy, ctx.links)) : show(policyView, policy);
  },

  createPolicy({ body, query }, ctx) {
    const { policies, policyRules } = ctx.store;
    const kind = readKind(ctx, body);
    checkRoom(ctx, kind);
    const given = readPolicy(ctx, kind, body);
    const now = ctx.now();
    const policy = policies.insert({
      ...given,
      id: ctx.ids.next(kind.policyPrefix),
      status: query.activate === false ? 'INACTIVE' : 'ACTIVE',
      priority: kind.ranked ? makeRoom(policies, policies.where('type', kind.type), now, body.priority) : 1,
      system: false,
      created: now,
      lastUpdated: now,
    });
    if (!kind.ranked) policyRules.insert({ ...catchAllOf(ctx, policy, now), id: ctx.ids.next(kind.rulePrefix) });
    policyChanged(ctx, policy);
    ctx.log('policy.lifecycle.create', [policyTarget(policy)]);
    return show(policyView, policy);
  },

  updatePolicy({ params, body }, ctx) {
    const { policies } = ctx.store;
    const before = requirePolicy(ctx, params.policyId);
    const kind = readKind(ctx, body);
    if (kind.type !== before.type) throw invalid('type', 'type: The type of a policy cannot be changed.');
    const { priority } = body;
    if (before.system && kind.ranked && typeof priority === 'number' && priority !== before.priority) {
      throw priorityIsReadOnly();
    }
    const given = readPolicy(ctx, kind, body, before);
    if (kind.ranked) moveTo(policies, policies.where('type', kind.type), before.id, ctx.now(), priority);
    const { status, system, created, priority: place } = policies.require(before.id);
    const policy = policies.replace(before.id, {
      ...given,
      status,
      system,
      created,
      priority: place,
      lastUpdated: ctx.now(),
    });
    policyChanged(ctx, policy);
    ctx.log('policy.lifecycle.update', [policyTarget(policy)]);
    return show(policyView, policy);
  },

  deletePolicy({ params }, ctx) {
    const { policies } = ctx.store;
    const policy = requirePolicy(ctx, params.policyId);
    keepSystem(policy);
    removeWithReferences(ctx, 'policies', policy.id, { refuse: () => inUse(policy) });
    if (kindOfRow(policy).ranked) closeGap(policies, policies.where('type', policy.type), ctx.now());
    policyChanged(ctx, policy);
    ctx.log('policy.lifecycle.delete', [policyTarget(policy)]);
  },

  activatePolicy: ({ params }, ctx) => turn(ctx, params.policyId, 'ACTIVE'),
  deactivatePolicy: ({ params }, ctx) => turn(ctx, params.policyId, 'INACTIVE'),
} satisfies Partial<HandlersOf<'Policy'>>;
