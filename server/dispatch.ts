import type { Caller } from '../contract/context.js';
import { blank, invalid, OktaError } from '../contract/errors.js';
import { objectOf } from '../contract/given.js';
import { paths } from '../generated/paths.js';
import { type ErasedHandler, handlersOf, loadedHandlers } from '../handlers/index.js';
import { attempt, attemptPreparing } from './attempt.js';
import { runDueWork } from './due.js';
import { type Exchange, requestFacts } from './exchange.js';
import { RequestContext } from './request-context.js';
import { respond, resume } from './respond.js';
import type { Match } from './router.js';
import { settled } from './strict/check.js';
import { coerceQuery, loadedValidators, loadValidators } from './validate.js';

/** An operation that was asked for, with its body as it was read. */
interface Asked {
  readonly exchange: Exchange;
  readonly found: Match;
  readonly caller: Caller;
  /** Undefined where none was sent. */
  readonly body: unknown;
}

/** What a handler is called with. */
interface Work {
  readonly handler: ErasedHandler;
  readonly call: unknown;
  readonly caller: Caller;
  /** Of an answer that brings none of its own. */
  readonly status: number;
  /** What the reference validator found; undefined where it was not asked. */
  readonly problems?: readonly string[] | undefined;
}

/** Runs a step when the org has done what its clock has made due. */
export function afterDueWork(exchange: Exchange, step: () => void): void {
  const due = runDueWork(exchange.org, exchange.base, () => requestFacts(exchange), exchange.now);
  if (due) resume(exchange, due, step);
  else step();
}

/** Whether the structure of a body is looked at: the contract says nothing of what is inside a file. */
const isChecked = ({ found: { route }, body }: Asked): boolean => body !== undefined && !('consumes' in route);

/** Loads what the operation's group needs; undefined where that is done, as it is for all but its first request. */
function loading(asked: Asked): Promise<unknown> | undefined {
  const { group } = asked.found.route;
  const checks = isChecked(asked);
  if (loadedHandlers(group) && (!checks || loadedValidators(group))) return undefined;
  return Promise.all([handlersOf(group), checks ? loadValidators(group) : undefined]);
}

/** Loads what the operation needs, then has it done. */
export function dispatch(exchange: Exchange, found: Match, caller: Caller, body: unknown): void {
  const asked: Asked = { exchange, found, caller, body };
  const wait = loading(asked);
  if (wait) resume(exchange, wait, () => check(asked));
  else check(asked);
}

/** A body that is none of JSON is the whole of what its operation is about. */
const needsBody = ({ route, alias }: Match): boolean =>
  route.body === 'required' || 'consumes' in route || (alias?.needs.length ?? 0) > 0;

/** @throws OktaError 400 E0000001 for a body without which the operation would do something else than its newer path says */
function refuseLacking({ alias }: Match, body: unknown): void {
  const lacking = alias?.needs.find((member) => objectOf(body)?.[member] === undefined);
  if (lacking !== undefined) throw invalid(lacking, blank(lacking));
}

/** Path and query as the contract knows them. */
function contractUrl(exchange: Exchange, { alias, params }: Match): string {
  if (!alias) return exchange.url;
  const path = paths[alias.operationId].replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''));
  return exchange.search === '' ? path : `${path}?${exchange.search}`;
}

/** @throws OktaError 400 E0000003 for a body that is missing or has another structure than the contract's */
function check(asked: Asked): void {
  const { exchange, found, body } = asked;
  const { route } = found;
  if (isChecked(asked) && loadedValidators(route.group)?.[route.operationId]?.(body) === false)
    throw new OktaError('E0000003');
  if (body === undefined && needsBody(found)) throw new OktaError('E0000003');
  refuseLacking(found, body);
  const { strict } = exchange.options;
  if (!strict) return act(asked);
  // Of what is no JSON the reference validator sees the envelope alone.
  const seen =
    'consumes' in route ? undefined : strict.request(route, contractUrl(exchange, found), exchange.req.headers, body);
  if (seen) resume(exchange, seen, (problems) => act(asked, problems));
  else act(asked);
}

function act({ exchange, found, caller, body }: Asked, problems?: readonly string[]): void {
  const { route, params } = found;
  const handler = loadedHandlers(route.group)?.[route.operationId];
  if (!handler) throw new OktaError('E0000009');
  const call = { params, query: coerceQuery(route, exchange.search), body };
  perform(exchange, { handler, call, caller, status: route.status, problems });
}

/** Calls a handler in a transaction of its own, and answers with what it gives. */
export function perform(exchange: Exchange, { handler, call, caller, status, problems }: Work): void {
  const { org, match } = exchange;
  const ctx = new RequestContext(org, caller, requestFacts(exchange), org.kept(exchange.base));
  const settle = (result: unknown): unknown => (match ? settled(result, match.route, problems) : result);
  const act = (run: () => unknown): void =>
    attempt(
      exchange,
      () => settle(run()),
      (result) => respond(exchange, status, result),
    );
  if (typeof handler === 'function') return act(() => handler(call, ctx));
  const finish = (prepared: unknown): void => act(() => handler.act(call, ctx, prepared));
  attemptPreparing(exchange, () => handler.prepare(call, ctx), finish);
}
