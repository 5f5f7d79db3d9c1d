import type { ReadContext } from '../../../contract/context.js';
import { blank, forbidden, invalid, notFound } from '../../../contract/errors.js';
import { type Fault, isBlank, missing, refuseAll, textsOf, tooLong } from '../../../contract/given.js';
import type { Schemas } from '../../../contract/routes.js';
import type { Given } from '../../../contract/shapes.js';
import { compileExpression, ExpressionError } from '../../../languages/expression/compile.js';

type Body = Given<Schemas['GroupRule']>;

/** What a request says of a rule. */
export interface GivenRule {
  readonly name: string;
  readonly expression: string;
  readonly groupIds: readonly string[];
  readonly excludedUsers: readonly string[];
  readonly people?: false;
}

const RULE_TYPE = 'group_rule';
const EXPRESSION_TYPE = 'urn:okta:expression:1.0';
const MAX_NAME = 50;

/** Ids as a set: in the order given, each once. */
const idsOf = (given: unknown): string[] => [...new Set(textsOf(given))];

/** A text that must be this one. A summary names the last member of a path, a cause the whole path. */
function mustBe(path: string, value: unknown, wanted: string, what: string): Fault[] {
  if (isBlank(value)) return [['type', blank(path)]];
  return value === wanted ? [] : [['type', `${path}: The ${what} must be ${wanted}`]];
}

/** What is wrong with the parts of a rule, each alone. */
const faultsOf = (rule: Body, groupIds: readonly string[]): readonly Fault[] => {
  const expression = rule.conditions?.expression;
  return [
    ...mustBe('type', rule.type, RULE_TYPE, 'type'),
    ...missing('name', rule.name),
    ...tooLong('name', rule.name, MAX_NAME),
    ...(isBlank(expression?.value) ? [['value', blank('conditions.expression.value')] as const] : []),
    ...mustBe('conditions.expression.type', expression?.type, EXPRESSION_TYPE, 'expression type'),
    ...(groupIds.length === 0 ? [['groupIds', blank('actions.assignUserToGroups.groupIds')] as const] : []),
  ];
};

/**
 * Reads a whole rule. That no other rule has its name is the collection's own matter.
 * @throws OktaError 400 E0000001 with every fault of its parts, or `validateRule` for its expression; 404 for a group that
 *   does not exist, 403 for one that rules cannot fill
 */
export function readRule(ctx: ReadContext, body: Body): GivenRule {
  const groupIds = idsOf(body.actions?.assignUserToGroups?.groupIds);
  refuseAll(faultsOf(body, groupIds));
  const expression = String(body.conditions?.expression?.value);
  checkExpression(ctx, expression);
  for (const id of groupIds) {
    const group = ctx.store.groups.get(id);
    if (!group) throw notFound(id, 'UserGroup');
    if (group.type !== 'OKTA_GROUP') throw forbidden();
  }
  const excludedUsers = idsOf(body.conditions?.people?.users?.exclude);
  const people = body.conditions?.people ? {} : { people: false as const };
  return { name: String(body.name), expression, groupIds, excludedUsers, ...people };
}

/** @throws OktaError 400 E0000001 `validateRule` with the parser's cause */
function checkExpression(ctx: ReadContext, text: string): void {
  const schemas = ctx.store.schemas.where('of', 'user');
  const known = (name: string): boolean =>
    schemas.some(({ base, custom }) => Object.hasOwn(base, name) || Object.hasOwn(custom, name));
  try {
    compileExpression(text, known);
  } catch (error) {
    if (error instanceof ExpressionError) throw invalid('validateRule', error.message);
    throw error;
  }
}

/** @throws OktaError 400 E0000001 for a user that does not exist */
export function checkExclusions(ctx: ReadContext, ids: readonly string[]): void {
  for (const id of ids) {
    if (!ctx.store.users.get(id))
      throw invalid('exclude', `conditions.people.users.exclude: User ${id} does not exist`);
  }
}
