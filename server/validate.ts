import { OktaError } from '../contract/errors.js';
import type { OperationId, ResourceGroup, Route } from '../contract/routes.js';

/** Whether a body has the structure that an operation's contract asks for. */
export type Validator = (body: unknown) => boolean;
type Validators = Readonly<Partial<Record<OperationId, Validator>>>;

const loaded = new Map<ResourceGroup, Validators>();

/** The group's compiled validators when they are loaded already. */
export const loadedValidators = (group: ResourceGroup): Validators | undefined => loaded.get(group);

/** Loads the group's compiled validators; one module for each group, on first use. */
export async function loadValidators(group: ResourceGroup): Promise<Validators> {
  const known = loaded.get(group);
  if (known) return known;
  const compiled = (await import(`../generated/validators/${group}.js`)) as Validators;
  const validators: Record<string, Validator> = {};
  for (const [id, fits] of Object.entries(compiled)) validators[id] = (body) => isShallow(body, DEEPEST) && fits(body);
  loaded.set(group, validators);
  return validators;
}

/** What Okta's reader of JSON takes at most (inferred); far below what would exhaust the stack of a writer of JSON. */
const DEEPEST = 1000;

/** Whether a value nests no deeper than Okta's reader takes. */
export const isReadable = (value: unknown): boolean => isShallow(value, DEEPEST);

/** Whether a value nests no deeper than `levels`. */
function isShallow(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (levels === 0) return false;
  // Of JSON every name is the value's own.
  for (const name in value) if (!isShallow((value as Record<string, unknown>)[name], levels - 1)) return false;
  return true;
}

/** A query as it was typed. */
interface Typed {
  readonly search: string;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The last query of each operation: who polls asks the same again. */
const lastTyped = new Map<Route, Typed>();

/** Characters of the longest query that is remembered. */
const MOST_REMEMBERED = 512;

const NONE: Readonly<Record<string, never>> = Object.freeze({});

const mismatch = (name: string, value: string, type: string): OktaError =>
  new OktaError('E0000037', { args: [`The parameter '${name}' takes a value of type ${type}; '${value}' is none.`] });

/**
 * The query of a request as its operation types it: integers and booleans are coerced, of a repeated parameter the
 * last counts, unknown ones pass as text. One object for many requests, and so frozen.
 * @throws OktaError 400 E0000037 for a value of another type (facts: conventions §7)
 */
export function coerceQuery(route: Route, search: string): Readonly<Record<string, unknown>> {
  if (search === '') return NONE;
  const last = lastTyped.get(route);
  if (last?.search === search) return last.query;
  const query = Object.freeze(typedQuery(route, search));
  if (search.length <= MOST_REMEMBERED) lastTyped.set(route, { search, query });
  return query;
}

function typedQuery(route: Route, search: string): Record<string, unknown> {
  const types: Readonly<Record<string, string>> = 'query' in route ? route.query : NONE;
  const query: Record<string, unknown> = {};
  for (const [name, value] of new URLSearchParams(search)) {
    if (name === '__proto__') continue;
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    query[name] = type === undefined ? value : coerce(name, value, type);
  }
  return query;
}

function coerce(name: string, value: string, type: string): unknown {
  if (value === '') return undefined;
  if (type === 'integer') {
    if (!/^[+-]?\d{1,15}$/.test(value)) throw mismatch(name, value, 'integer');
    return Number(value);
  }
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  throw mismatch(name, value, 'boolean');
}
