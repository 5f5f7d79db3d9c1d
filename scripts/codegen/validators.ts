import { Ajv } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { eachSchema, type Node, nameOf, operationsOf } from './document.js';
import type { RouteRow } from './routes.js';

const standaloneCode = standalone.default;

/**
 * A schema as a reader of structure sees it: types, members and items. Null is taken everywhere, since it clears;
 * what only answers show is not looked at, since clients send back what they have read.
 */
function structure(schema: Node): Node {
  if (typeof schema.$ref === 'string') return { $ref: nameOf(schema.$ref) };
  const shape: Node = {};
  if (schema.type) shape.type = [schema.type, 'null'];
  const members = Object.entries<Node>(schema.properties ?? {}).filter(([, member]) => !member.readOnly);
  const checked = members
    .map(([name, member]) => [name, structure(member)] as const)
    .filter(([, member]) => !isOpen(member));
  if (checked.length > 0) shape.properties = Object.fromEntries(checked);
  for (const key of ['items', 'additionalProperties']) {
    if (typeof schema[key] === 'object' && !isOpen(structure(schema[key]))) shape[key] = structure(schema[key]);
  }
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    if (schema[key]) shape[key === 'oneOf' ? 'anyOf' : key] = schema[key].map(structure);
  }
  return shape;
}

const isOpen = (shape: Node): boolean => Object.keys(shape).length === 0;

/** The schema of an operation's JSON body, undefined where it has none. */
export const jsonBodyOf = (operation: Node): Node | undefined =>
  operation.requestBody?.content?.['application/json']?.schema;

/** The models that a schema reaches, with the schema of each as `structure` makes it. */
function reached(schemas: Node, from: readonly Node[]): Map<string, Node> {
  const found = new Map<string, Node>();
  const reach = (shape: Node): void =>
    eachSchema(shape, ({ $ref }) => {
      if (typeof $ref !== 'string' || found.has($ref)) return;
      const next = structure(schemas[$ref]);
      found.set($ref, next);
      reach(next);
    });
  for (const shape of from) reach(shape);
  return found;
}

/** A body that is there must not be null itself, though every member may. */
function bodyShape(schema: Node, schemas: Node): Node {
  const shape = structure(schema);
  const type = schema.type ?? (schema.$ref ? (schemas[nameOf(schema.$ref)].type ?? 'object') : undefined);
  return type ? { ...(shape.$ref ? { allOf: [shape] } : shape), type } : shape;
}

function moduleOf(doc: Node, operations: readonly Node[]): string {
  const { schemas } = doc.components;
  const bodies = operations
    .map((operation) => [operation.operationId as string, jsonBodyOf(operation)] as const)
    .filter((entry): entry is [string, Node] => entry[1] !== undefined)
    .map(([id, schema]) => [id, bodyShape(schema, schemas)] as const);
  if (bodies.length === 0) return 'export {};\n';
  const ajv = new Ajv({
    allowUnionTypes: true,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true, optimize: 2, lines: true },
  });
  for (const [name, shape] of reached(
    schemas,
    bodies.map(([, shape]) => shape),
  ))
    ajv.addSchema({ $id: name, ...shape });
  for (const [id, shape] of bodies) ajv.addSchema({ $id: `${id}.body`, ...shape });
  const code = standaloneCode(ajv, Object.fromEntries(bodies.map(([id]) => [id, `${id}.body`])));
  if (/\brequire\(|^import /m.test(code)) throw new Error('a validator needs Ajv at run time');
  return `${code}\n`;
}

/** The code of each group's module: one function for each operation with a JSON body. */
export function validatorModules(doc: Node, rows: readonly RouteRow[]): Map<string, string> {
  const operations = operationsOf(doc).map(({ operation }) => operation);
  const groups = [...new Set(rows.map((row) => row.group))].sort();
  return new Map(
    groups.map((group) => [
      group,
      moduleOf(
        doc,
        operations.filter((operation) => operation.tags[0] === group),
      ),
    ]),
  );
}
