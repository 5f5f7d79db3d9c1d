import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { OperationId, Route } from '../../contract/routes.js';
import { paths } from '../../generated/paths.js';
import { routes } from '../../generated/routes.js';

interface Schema {
  readonly $ref?: string;
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly readOnly?: boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const file = new URL('../../generated/openapi.json', import.meta.url);
const contract = JSON.parse(readFileSync(file, 'utf8')) as Contract;

/** The route table, with rows as wide as their type. */
export const allRoutes: readonly Route[] = routes;

const operationOf = (route: Route): Operation => contract.paths[paths[route.operationId]]?.[route.method] ?? {};

/** The names of the query parameters that the contract gives an operation, by whether they are text. */
export const queryOf = (route: Route): readonly { name: string; type: string }[] =>
  (operationOf(route).parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, schema }) => ({ name, type: schema.type ?? 'string' }));

const bodySchema = (route: Route): Schema | undefined =>
  operationOf(route).requestBody?.content['application/json']?.schema;

/** Whether an operation takes a JSON body. */
export const takesJson = (route: Route): boolean => bodySchema(route) !== undefined;

function modelOf(ref: string): Schema {
  const model = contract.components.schemas[ref.slice(ref.lastIndexOf('/') + 1)];
  if (!model) throw new Error(`the contract has no ${ref}`);
  return model;
}

/** Text without what Okta refuses on sight: lone surrogates and characters of four bytes. */
export const text = (maxLength = 20): fc.Arbitrary<string> =>
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCharCode(code)), maxLength });

/** Below this many levels members are left out. */
const LEVELS = 3;

type Made = fc.Arbitrary<unknown> | undefined;
const kept = new Map<Schema, Map<string, Made>>();

/** Makes each arbitrary of a schema once: the models of the contract share many. */
function once<T extends Made>(schema: Schema, key: string, make: () => T): T {
  const known = kept.get(schema) ?? new Map<string, Made>();
  kept.set(schema, known);
  if (!known.has(key)) known.set(key, make());
  return known.get(key) as T;
}

/** What decides beyond structure: `exact` values keep enums and formats, `loose` ones need not. */
export type Rigour = 'exact' | 'loose';

function textOf(schema: Schema, rigour: Rigour): fc.Arbitrary<unknown> {
  if (rigour === 'loose') return text();
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const dates = { min: new Date(0), max: new Date(4e12), noInvalidDate: true };
  return schema.format === 'date-time' ? fc.date(dates).map((date) => date.toISOString()) : text();
}

const ANY: Schema = {};
const anything = fc.jsonValue({ maxDepth: 2, stringUnit: 'grapheme-ascii' });

/** The members that are read: those that only answers show may hold anything. */
function memberValues(schema: Schema, rigour: Rigour, levels: number): Record<string, fc.Arbitrary<unknown>> {
  const members: Record<string, fc.Arbitrary<unknown>> = {};
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (member.readOnly) members[name] = anything;
    else if (levels > 0) members[name] = fc.option(valuesOf(member, rigour, levels - 1), { freq: 8, nil: null });
  }
  return members;
}

const valuesOf = (schema: Schema, rigour: Rigour, levels: number): fc.Arbitrary<unknown> =>
  once(schema, `${rigour} ${levels}`, () => makeValues(schema, rigour, levels));

function makeValues(schema: Schema, rigour: Rigour, levels: number): fc.Arbitrary<unknown> {
  if (schema.$ref) return valuesOf(modelOf(schema.$ref), rigour, levels);
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => valuesOf(part, rigour, levels) as fc.Arbitrary<object>);
    return fc.tuple(...parts).map((made) => Object.assign({}, ...made));
  }
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((part) => valuesOf(part, rigour, levels)));
  switch (schema.type) {
    case 'string':
      return textOf(schema, rigour);
    case 'integer':
      return fc.integer();
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valuesOf(schema.items ?? ANY, rigour, levels - 1), { maxLength: 3 });
    case 'object':
      return objectOf(schema, rigour, levels);
    default:
      return anything;
  }
}

function objectOf(schema: Schema, rigour: Rigour, levels: number): fc.Arbitrary<object> {
  const members = fc.record(memberValues(schema, rigour, levels), { requiredKeys: [] });
  const { additionalProperties: others } = schema;
  const value = typeof others === 'object' ? valuesOf(others, rigour, levels - 1) : anything;
  const unknown = fc.dictionary(fc.stringMatching(/^zz[a-z]{1,6}$/), value, { maxKeys: 1 });
  return fc.tuple(unknown, members).map(([extra, known]) => ({ ...extra, ...known }));
}

/** A value of a kind that the schema does not take; null is taken everywhere. */
function otherKind(type: NonNullable<Schema['type']>): fc.Arbitrary<unknown> {
  const kinds = {
    string: text(),
    integer: fc.integer(),
    number: fc.integer(),
    boolean: fc.boolean(),
    array: fc.array(fc.integer(), { maxLength: 2 }),
    object: fc.record({ a: fc.integer() }),
  };
  const same = type === 'number' ? ['number', 'integer'] : type === 'integer' ? ['integer', 'number'] : [type];
  const others = Object.entries(kinds).filter(([kind]) => !same.includes(kind));
  const fractions = type === 'integer' ? [fc.integer().map((n) => n + 0.5)] : [];
  return fc.oneof(...others.map(([, made]) => made), ...fractions);
}

/** Values with one fault of structure; undefined for a schema that takes everything. */
const wrongOf = (schema: Schema, levels: number): Made =>
  once(schema, `wrong ${levels}`, () => makeWrong(schema, levels));

function makeWrong(schema: Schema, levels: number): Made {
  if (schema.$ref) return wrongOf(modelOf(schema.$ref), levels);
  if (schema.allOf) {
    const parts = schema.allOf.map((part) => wrongOf(part, levels)).filter((part) => part !== undefined);
    return parts.length > 0 ? fc.oneof(...parts) : undefined;
  }
  if (schema.type === undefined) return undefined;
  const deeper = levels > 0 ? [...wrongMembers(schema, levels), ...wrongItems(schema, levels)] : [];
  return fc.oneof(otherKind(schema.type), ...deeper);
}

function wrongMembers(schema: Schema, levels: number): fc.Arbitrary<unknown>[] {
  const base = schema.type === 'object' ? objectOf(schema, 'exact', Math.min(levels, 1)) : undefined;
  if (!base) return [];
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const wrong = member.readOnly ? undefined : wrongOf(member, levels - 1);
    return wrong ? [fc.tuple(base, wrong).map(([right, value]) => ({ ...right, [name]: value }))] : [];
  });
}

function wrongItems(schema: Schema, levels: number): fc.Arbitrary<unknown>[] {
  const wrong = schema.items ? wrongOf(schema.items, levels - 1) : undefined;
  return wrong ? [wrong.map((item) => [item])] : [];
}

/** Bodies of the structure that the contract gives an operation; undefined where it takes no JSON. */
export function bodies(route: Route, rigour: Rigour = 'exact'): fc.Arbitrary<unknown> | undefined {
  const schema = bodySchema(route);
  return schema && valuesOf(schema, rigour, LEVELS);
}

/** Bodies with one fault of structure; undefined where the operation takes no JSON. */
export function wrongBodies(route: Route): fc.Arbitrary<unknown> | undefined {
  const schema = bodySchema(route);
  return schema && wrongOf(schema, LEVELS);
}

/** The operations that take a JSON body. */
export const jsonOperations: readonly OperationId[] = allRoutes.filter(takesJson).map((route) => route.operationId);

/** The row of an operation. */
export function routeOf(operationId: OperationId): Route {
  const route = allRoutes.find((row) => row.operationId === operationId);
  if (!route) throw new Error(`there is no operation ${operationId}`);
  return route;
}
