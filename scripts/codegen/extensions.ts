import { eachSchemaOf, type Node, nameOf } from './document.js';

/**
 * What the vendor says in extensions of its own, said in OpenAPI 3.0. Each pass changes the document it is given.
 */

/** A model that names a parent is the parent's and its own members. */
export function inherit(doc: Node): void {
  const schemas: Node = doc.components.schemas;
  for (const [name, schema] of Object.entries<Node>(schemas)) {
    const parent = schema['x-okta-parent'];
    if (!parent) continue;
    const { 'x-okta-parent': _, ...own } = schema;
    const $ref = `#/components/schemas/${nameOf(typeof parent === 'string' ? parent : parent.$ref)}`;
    if (!schemas[nameOf($ref)]) throw new Error(`${name} has an unknown parent ${$ref}`);
    schemas[name] = { allOf: [{ $ref }, own] };
  }
}

/** Which member's value tells the model. */
export function discriminate(doc: Node): void {
  eachSchemaOf(doc, (schema) => {
    const given = schema['x-openapi-v3-discriminator'];
    if (!given) return;
    const mapping = Object.entries<string>(given.mapping).map(([value, ref]) => [
      value,
      `#/components/schemas/${nameOf(ref)}`,
    ]);
    schema.discriminator = { propertyName: given.propertyName, mapping: Object.fromEntries(mapping) };
  });
}

/** Models to which an org adds members. */
export function extend(doc: Node): void {
  eachSchemaOf(doc, (schema) => {
    if (schema['x-okta-extensible']) schema.additionalProperties = true;
  });
}

/** In this order: a model keeps its extensions until `inherit` moves them inside. */
export const passes = [extend, discriminate, inherit];
