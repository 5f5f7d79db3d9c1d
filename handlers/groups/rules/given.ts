import type { ReadContext } from '../../../contract/context.js';
import { blank, forbidden, invalid, notFound, taken } from '../../../contract/errors.js';
import { compileExpression, ExpressionError } from '../../../languages/expression/compile.js';
import { foldKey } from '../../../store/rows/spec.js';

type Members = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Members) : {};
const textsOf = (value: unknown): string[] => (Array.isArray(value) ? [...new Set(value.map(String))] : []);
const isBlank = (value: unknown): boolean => typeof value !== 'string' || value.trim() === '';

/** What a request says of a rule. */
export interface GivenRule {
  readonly name: string;
  readonly expression: string;
  readonly groupIds: readonly string[];
  readonly excludedUsers: readonly string[];
}

const RULE_TYPE = 'group_rule';
const EXPRESSION_TYPE = 'urn:okta:expression:1.0';
const MAX_NAME = 50;

/** What is wrong with the parts of a rule, each alone: the field, and the cause. */
function* faults(rule: Members, expression: Members, groupIds: readonly string[]): Generator<[string, string]> {
  if (isBlank(rule.type)) yield ['type', blank('type')];
  else if (rule.type !== RULE_TYPE) yield ['type', `type: The type must be ${RULE_TYPE}`];
  if (isBlank(rule.name)) yield ['name', blank('name')];
  else if (String(rule.name).length > MAX_NAME) yield ['name', 'name: The field is too long'];
  if (isBlank(expression.value)) yield ['value', blank('conditions.expression.value')];
  if (isBlank(expression.type)) yield ['type', blank('conditions.expression.type')];
  else if (expression.type !== EXPRESSION_TYPE) {
    yield ['type', `conditions.expression.type: The expression type must be ${EXPRESSION_TYPE}`];
  }
  if (groupIds.length === 0) yield ['groupIds', blank('actions.assignUserToGroups.groupIds')];
}

/**
 * Reads a whole rule.
 * @throws OktaError 400 E0000001 with every fault of its parts, or `validateRule` for its expression; 404 for a group that
 *   does not exist, 403 for one that rules cannot fill
 */
export function readRule(ctx: ReadContext, body: unknown): GivenRule {
  const rule = objectOf(body);
  const conditions = objectOf(rule.conditions);
  const expression = objectOf(conditions.expression);
  const groupIds = textsOf(objectOf(objectOf(rule.actions).assignUserToGroups).groupIds);
  const found = [...faults(rule, expression, groupIds)];
  const [first] = found;
  if (first) throw invalid(first[0], ...found.map(([, cause]) => cause));
  checkExpression(ctx, String(expression.value));
  for (const id of groupIds) {
    const group = ctx.store.groups.get(id);
    if (!group) throw notFound(id, 'UserGroup');
    if (group.type !== 'OKTA_GROUP') throw forbidden();
  }
  const excludedUsers = textsOf(objectOf(objectOf(conditions.people).users).exclude);
  return { name: String(rule.name), expression: String(expression.value), groupIds, excludedUsers };
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

/** @throws OktaError 400 E0000001 where another rule has the name, whatever its case */
export function checkName(ctx: ReadContext, name: string, own?: string): void {
  const holder = ctx.store.groupRules.by('name', foldKey(name));
  if (holder && holder.id !== own) throw invalid('name', taken('name'));
}
