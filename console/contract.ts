import { below } from './below.js';
import type { Operation } from './operations.js';

/** A schema as the contract writes it. */
export interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  enum?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  allOf?: Schema[];
  readOnly?: boolean;
  nullable?: boolean;
  default?: unknown;
  minimum?: number;
}

export interface Parameter {
  in: 'path' | 'query' | 'header';
  name: string;
  required?: boolean;
  schema: Schema;
}

type Content = Record<string, { schema: Schema }>;

/** What the contract says of one operation. */
export interface Contract {
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content: Content };
  responses: Record<string, { description: string; content?: Content }>;
}

interface Document {
  paths: Record<string, Record<string, Contract>>;
  components: { schemas: Record<string, Schema> };
}

let loading: Promise<Document> | undefined;
let schemas: Record<string, Schema> = {};

/** What the contract says of an operation. It is fetched when the first one is opened. @throws Error where it has none */
export async function contractOf(op: Operation): Promise<Contract> {
  loading ??= fetch(below('/_sandbox/console/contract.json')).then((answer) => answer.json() as Promise<Document>);
  const document = await loading;
  schemas = document.components.schemas;
  const found = document.paths[`/api/v1${op.path}`]?.[op.method];
  if (!found) throw new Error(`the contract has no ${op.id}`);
  return found;
}

/** The media type that an operation takes; undefined where it takes no body. JSON is preferred. */
export function mediaOf({ requestBody }: Contract): string | undefined {
  const types = Object.keys(requestBody?.content ?? {});
  return types.find((type) => type === 'application/json') ?? types[0];
}

/** The schema of what is sent. */
export function bodySchema(contract: Contract): Schema | undefined {
  const media = mediaOf(contract);
  return media === undefined ? undefined : contract.requestBody?.content[media]?.schema;
}

/** The media type of what a success answers; JSON where the contract names none. */
export function acceptOf({ responses }: Contract): string {
  const types = Object.keys(responses['200']?.content ?? responses['201']?.content ?? {});
  return types.find((type) => type === 'application/json') ?? types[0] ?? 'application/json';
}

/** The schema of what a success answers. */
export function answerSchema({ responses }: Contract): Schema | undefined {
  const content = responses['200']?.content ?? responses['201']?.content ?? {};
  return Object.values(content)[0]?.schema;
}

const nameOf = (schema: Schema | undefined): string | undefined =>
  (schema?.$ref ?? schema?.allOf?.[0]?.$ref)?.split('/').pop();

/** The schema that a reference stands for, with what was said beside the reference. */
export function solve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').pop();
  if (name !== undefined) return solve(schemas[name] ?? {});
  if (!schema.allOf) return schema;
  const { allOf, ...own } = schema;
  const parts = [...allOf.map(solve).reverse(), own];
  const properties = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
  return Object.assign({}, ...parts, { properties });
}

/** A type in a word or two. */
export function typeOf(schema: Schema): string {
  const solved = solve(schema);
  if (solved.type === 'array') return `${solved.items ? typeOf(solved.items) : 'any'}[]`;
  return nameOf(schema) ?? (solved.format ? `${solved.type} ${solved.format}` : (solved.type ?? 'any'));
}

function exampleText({ format }: Schema): string {
  if (format === 'date-time') return '2026-01-31T08:00:00.000Z';
  return format === 'uri' ? 'https://example.com' : 'string';
}

/** An example of what may be sent: writable members, three levels, no empty objects. */
export function example(schema: Schema, depth = 0): unknown {
  const s = solve(schema);
  if (s.default !== undefined) return s.default;
  if (s.enum) return s.enum[0];
  if (s.type === 'array') {
    return depth > 1 || !s.items ? [] : [example(s.items, depth + 1)].filter((value) => value !== undefined);
  }
  if (s.type === 'boolean') return true;
  if (s.type === 'integer' || s.type === 'number') return s.minimum ?? 1;
  if (s.type === 'string') return exampleText(s);
  if (!s.properties) return {};
  if (depth > 2) return undefined;
  const members = Object.entries(s.properties)
    .filter(([, member]) => !member.readOnly)
    .slice(0, 8);
  const values = members.map(([name, member]) => [name, example(member, depth + 1)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** A thing as it may be sent back: without what only the server writes. */
export function writable(value: unknown, schema: Schema): unknown {
  const { items = {}, properties } = solve(schema);
  if (Array.isArray(value)) return value.map((one) => writable(one, items));
  if (typeof value !== 'object' || value === null || !properties) return value;
  const members = Object.entries(value).filter(
    ([name]) => !properties[name]?.readOnly && name !== '_links' && name !== '_embedded',
  );
  return Object.fromEntries(members.map(([name, member]) => [name, writable(member, properties[name] ?? {})]));
}
