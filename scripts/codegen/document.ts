/** A node of a Swagger or OpenAPI document. */
export type Node = Record<string, any>;

export const methods = ['get', 'put', 'post', 'delete'] as const;
export type Method = (typeof methods)[number];

/** Visits a schema and every schema inside it; a property that is called like a keyword is not taken for one. */
export function eachSchema(schema: Node | undefined, visit: (schema: Node) => void): void {
  if (schema === null || typeof schema !== 'object') return;
  visit(schema);
  for (const child of Object.values<Node>(schema.properties ?? {})) eachSchema(child, visit);
  for (const key of ['items', 'additionalProperties', 'not']) eachSchema(schema[key], visit);
  for (const key of ['allOf', 'anyOf', 'oneOf']) for (const child of schema[key] ?? []) eachSchema(child, visit);
}

/** Every operation of a document with its path and method, in the document's order. */
export function operationsOf(doc: Node): { path: string; method: Method; operation: Node }[] {
  return Object.entries<Node>(doc.paths).flatMap(([path, item]) =>
    methods.filter((method) => item[method]).map((method) => ({ path, method, operation: item[method] })),
  );
}

/** Every schema that an OpenAPI 3.0 operation holds itself: of its parameters, its body and its answers. */
export function schemasOfOperation(operation: Node): Node[] {
  const bodies = [operation.requestBody, ...Object.values<Node>(operation.responses ?? {})];
  const contents = bodies.flatMap((body) => Object.values<Node>(body?.content ?? {}));
  return [...(operation.parameters ?? []), ...contents].map((holder: Node) => holder.schema).filter(Boolean);
}

/** Visits every schema of an OpenAPI 3.0 document. */
export function eachSchemaOf(doc: Node, visit: (schema: Node) => void): void {
  for (const schema of Object.values<Node>(doc.components.schemas)) eachSchema(schema, visit);
  for (const { operation } of operationsOf(doc)) for (const s of schemasOfOperation(operation)) eachSchema(s, visit);
}

/** The name at the end of a reference to a component. */
export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

/** `listGroupRules` as `List group rules`. */
export const titleOf = (operationId: string): string => {
  const words = operationId
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(' ');
  const lower = words.map((word, i) => (i > 0 && !/^[A-Z\d]{2,}s?$/.test(word) ? word.toLowerCase() : word));
  return lower.join(' ').replace(/^./, (first) => first.toUpperCase());
};
