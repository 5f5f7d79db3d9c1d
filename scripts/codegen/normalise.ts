import { eachSchema, type Node, operationsOf } from './document.js';

/**
 * What no converter can read in the vendor's Swagger 2.0 document, mended in the document itself. Each pass changes the
 * document it is given.
 */

/** Enums of strings that are declared `type: object`. */
export function retypeEnums(doc: Node): void {
  for (const definition of Object.values<Node>(doc.definitions)) {
    eachSchema(definition, (schema) => {
      if (Array.isArray(schema.enum) && schema.type === 'object') schema.type = typeof schema.enum[0];
    });
  }
}

/** Models with members that do not say that they are objects. */
export function typeObjects(doc: Node): void {
  for (const definition of Object.values<Node>(doc.definitions)) {
    eachSchema(definition, (schema) => {
      if (schema.properties) schema.type ??= 'object';
    });
  }
}

const variantIds: Record<string, string> = {
  '/api/v1/apps/{appId}/credentials/csrs/{csrId}/lifecycle/publish': 'publishCsrForApplication',
  '/api/v1/idps/{idpId}/credentials/csrs/{csrId}/lifecycle/publish': 'publishCsrForIdentityProvider',
  '/api/v1/users/{userId}/credentials/forgot_password': 'forgotPassword',
};

/** Three operations have variants and no id of their own: each becomes one operation with an optional body. */
export function foldVariants(doc: Node): void {
  for (const { path, operation } of operationsOf(doc)) {
    const variants: Node[] | undefined = operation['x-okta-multi-operation'];
    if (!variants) continue;
    if (!variantIds[path]) throw new Error(`no operation id is chosen for the variants of ${path}`);
    operation.operationId = variantIds[path];
    operation.parameters.push(...unionOfParameters(variants));
    operation.consumes = [...new Set(variants.flatMap((variant) => variant.consumes ?? operation.consumes))];
    delete operation['x-okta-multi-operation'];
  }
}

function unionOfParameters(variants: Node[]): Node[] {
  const union = new Map<string, Node>();
  for (const { required: _, type, format, ...rest } of variants.flatMap((variant) => variant.parameters ?? [])) {
    const key = rest.in === 'body' ? 'body' : `${rest.in} ${rest.name}`;
    if (union.has(key)) continue;
    if (rest.in === 'body') union.set(key, { ...rest, schema: rest.schema ?? { type } });
    else union.set(key, { ...rest, type, ...(format && { format }) });
  }
  return [...union.values()];
}

/** `additionalProperties: { type: object }` is written for members of any kind: profiles, links, details. */
export function openObjects(doc: Node): void {
  for (const definition of Object.values<Node>(doc.definitions)) {
    eachSchema(definition, (schema) => {
      const { type, ...others } = schema.additionalProperties ?? {};
      if (type === 'object' && Object.keys(others).length === 0) schema.additionalProperties = true;
    });
  }
}

/** A discriminator of Swagger 2.0 on a model that has no variants. */
export function dropDiscriminators(doc: Node): void {
  for (const definition of Object.values<Node>(doc.definitions)) delete definition.discriminator;
}

/** What stands beside a `$ref` means nothing in OpenAPI 3.0; `readOnly` must survive. */
export function liftReferences(doc: Node): void {
  for (const definition of Object.values<Node>(doc.definitions)) {
    eachSchema(definition, ({ properties }) => {
      for (const [name, property] of Object.entries<Node>(properties ?? {})) {
        if (typeof property.$ref !== 'string') continue;
        const reference = { $ref: property.$ref };
        properties[name] = property.readOnly ? { readOnly: true, allOf: [reference] } : reference;
      }
    });
  }
}

/** No refusal is described beyond its status; every operation gets one description of the error body. */
export function describeErrors(doc: Node): void {
  if (doc.definitions.Error) throw new Error('the document has a model called Error');
  const cause = { type: 'object', properties: { errorSummary: { type: 'string' } }, required: ['errorSummary'] };
  doc.definitions.Error = {
    type: 'object',
    properties: {
      errorCode: { type: 'string' },
      errorSummary: { type: 'string' },
      errorLink: { type: 'string' },
      errorId: { type: 'string' },
      errorCauses: { type: 'array', items: cause },
    },
    required: ['errorCode', 'errorSummary', 'errorId'],
  };
  for (const { operation } of operationsOf(doc)) {
    for (const status of Object.keys(operation.responses))
      if (!status.startsWith('2')) delete operation.responses[status];
    operation.responses.default = { description: '', schema: { $ref: '#/definitions/Error' } };
  }
}

/** In this order. */
export const passes = [
  retypeEnums,
  typeObjects,
  foldVariants,
  openObjects,
  dropDiscriminators,
  liftReferences,
  describeErrors,
];
