import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { upgradeFromTwoToThree } from '@scalar/openapi-upgrader/2.0-to-3.0';
import { parse } from 'yaml';
import type { Node } from './document.js';
import { passes as extensionPasses } from './extensions.js';
import { passes } from './normalise.js';
import { applyOverlay } from './overlay.js';
import { dropProse } from './prose.js';

const root = new URL('../../', import.meta.url);
const overlays = ['openapi/2.16.0.overlay.yaml', 'openapi/corrections.overlay.yaml'];

/** The vendor's Swagger 2.0 document as its package ships it. */
export const vendorDocument = (): Node =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@okta/openapi/dist/spec.json'), 'utf8'));

/**
 * The contract as OpenAPI 3.0, with our overlays and without the vendor's prose. Two of its paths still carry a query
 * string, so that both of their operations are there.
 * @throws Error for an overlay action that matches nothing
 */
export function contractDocument(): Node {
  const swagger = vendorDocument();
  for (const pass of passes) pass(swagger);
  const doc = upgradeFromTwoToThree(swagger) as Node;
  for (const pass of extensionPasses) pass(doc);
  for (const file of overlays) applyOverlay(doc, parse(readFileSync(new URL(file, root), 'utf8')));
  dropProse(doc);
  return doc;
}

/** Folds paths that differ in a query string only into one with a query parameter; OpenAPI knows no such paths. */
export function foldQueryPaths(doc: Node): Node {
  const paths: Node = {};
  for (const [key, item] of Object.entries<Node>(doc.paths)) {
    const [path = '', search] = key.split('?');
    if (search === undefined) {
      paths[path] = item;
      continue;
    }
    const folded = paths[path]?.post;
    if (!folded) paths[path] = { post: withQuery(item.post, search) };
    else unite(folded, item.post);
  }
  return { ...doc, paths };
}

function withQuery(operation: Node, search: string): Node {
  const [name] = search.split('=');
  const parameter = { in: 'query', name, schema: { type: 'boolean' } };
  return { ...structuredClone(operation), parameters: [...(operation.parameters ?? []), parameter] };
}

function unite(folded: Node, other: Node): void {
  for (const [status, response] of Object.entries<Node>(other.responses)) {
    const content = folded.responses[status].content?.['application/json'];
    const schema = response.content?.['application/json']?.schema;
    if (content && JSON.stringify(content.schema) !== JSON.stringify(schema))
      content.schema = { anyOf: [content.schema, schema] };
  }
}
