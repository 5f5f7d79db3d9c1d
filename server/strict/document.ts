import { readFileSync } from 'node:fs';
import type { OperationId, Route } from '../../contract/routes.js';
import { paths as pathOf } from '../../generated/paths.js';
import { packageFile } from '../../store/files/package-files.js';

interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  readOnly?: boolean;
  enum?: unknown[];
  discriminator?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  additionalProperties?: Schema | boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
}

type Content = Record<string, { schema?: Schema }>;

/** An operation of the contract, as far as the validator looks at it. */
export interface Operation {
  parameters?: { name: string; in: string; schema?: Schema; allowReserved?: boolean; allowEmptyValue?: boolean }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

/** The contract, or a cut of it. */
export interface ContractDocument {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

let text: string | undefined;

/** The contract as the server serves it; a fresh copy at each call. */
function contractDocument(): ContractDocument {
  text ??= readFileSync(packageFile('generated/openapi.json'), 'utf8');
  return JSON.parse(text) as ContractDocument;
}

const childrenOf = (schema: Schema): Schema[] => [
  ...Object.values(schema.properties ?? {}),
  ...[schema.items, schema.additionalProperties].filter((child): child is Schema => typeof child === 'object'),
  ...(schema.allOf ?? []),
  ...(schema.anyOf ?? []),
  ...(schema.oneOf ?? []),
];

const schemasIn = (content: Content | undefined): Schema[] =>
  Object.values(content ?? {}).flatMap(({ schema }) => (schema ? [schema] : []));

/** What a document is cut for: the requests of an operation or its answers. */
export type Side = 'request' | 'answer';

/** Read as Okta reads: null clears, what only answers show may be sent back, a discriminator decides nothing. */
function relax(schema: Schema, side: Side): void {
  delete schema.readOnly;
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if (side === 'request' && member.readOnly) delete schema.properties?.[name];
  }
  delete schema.discriminator;
  if (schema.type) schema.nullable = true;
  if (schema.enum) schema.enum = [...schema.enum, null];
  for (const child of childrenOf(schema)) relax(child, side);
}

/** Takes every query that a client sends: empty values and characters that it ought to have escaped. */
function relaxQuery(operation: Operation): void {
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in !== 'query') continue;
    parameter.allowReserved = true;
    parameter.allowEmptyValue = true;
  }
}

/** Copies the models that the schemas reach into `kept`. */
function reach(from: readonly Schema[], all: Record<string, Schema>, kept: Record<string, Schema>): void {
  for (const schema of from) {
    const name = schema.$ref?.slice(schema.$ref.lastIndexOf('/') + 1);
    const model = name === undefined ? undefined : all[name];
    if (name !== undefined && model && !kept[name]) {
      kept[name] = model;
      reach([model], all, kept);
    }
    reach(childrenOf(schema), all, kept);
  }
}

/** A body that is there is no null, though its members may be. */
function relaxBody(content: Content): void {
  for (const media of Object.values(content)) {
    if (media.schema?.$ref) media.schema = { type: 'object', allOf: [media.schema] };
    for (const child of media.schema ? childrenOf(media.schema) : []) relax(child, 'request');
  }
}

/** The answers of an operation as far as its requests need them: not at all. */
const NO_ANSWERS: Operation['responses'] = { default: {} };

/**
 * The contract cut to one operation and the models that its requests or its answers reach, read leniently; the cost of
 * a validator grows with its document.
 */
export function cutTo(operationId: OperationId, method: Route['method'], side: Side): ContractDocument {
  const { openapi, info, paths, components } = contractDocument();
  const path = pathOf[operationId];
  const whole = paths[path]?.[method];
  if (!whole) throw new Error(`the contract has no ${method} ${path}`);
  const { requestBody, responses, ...rest } = whole;
  const operation: Operation =
    side === 'answer'
      ? { ...rest, responses }
      : { ...rest, ...(requestBody && { requestBody }), responses: NO_ANSWERS };
  const answers = Object.values(operation.responses).flatMap((response) => schemasIn(response.content));
  const schemas: Record<string, Schema> = {};
  reach([...schemasIn(operation.requestBody?.content), ...answers], components.schemas, schemas);
  relaxQuery(operation);
  if (operation.requestBody) relaxBody(operation.requestBody.content);
  for (const schema of [...answers, ...Object.values(schemas)]) relax(schema, side);
  return { openapi, info, paths: { [path]: { [method]: operation } }, components: { schemas } };
}
