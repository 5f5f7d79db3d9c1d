import { STATUS_CODES } from 'node:http';
import { eachSchemaOf, type Node, operationsOf, titleOf } from './document.js';

const PROSE = ['description', 'summary', 'externalDocs', 'example', 'examples'];

/** Extensions are the vendor's, but for those that our overlays add. */
const isTheirs = (key: string): boolean => key.startsWith('x-') && !key.startsWith('x-mockta-');

const strip = (node: Node): void => {
  for (const key of Object.keys(node)) {
    if (PROSE.includes(key) || isTheirs(key)) delete node[key];
  }
};

/**
 * Takes the vendor's prose and extensions out of an OpenAPI 3.0 document; names, types and values stay. Titles come
 * from the operation ids, descriptions of answers from their status.
 */
export function dropProse(doc: Node): void {
  doc.info = {
    title: 'Okta Management API, as mockta implements it',
    version: doc.info.version,
    license: doc.info.license,
  };
  doc.servers = [{ url: '/' }];
  strip(doc);
  eachSchemaOf(doc, strip);
  for (const scheme of Object.values<Node>(doc.components.securitySchemes)) strip(scheme);
  for (const { operation } of operationsOf(doc)) {
    strip(operation);
    operation.summary = titleOf(operation.operationId);
    for (const parameter of operation.parameters ?? []) strip(parameter);
    if (operation.requestBody) strip(operation.requestBody);
    for (const [status, response] of Object.entries<Node>(operation.responses)) {
      strip(response);
      response.description = STATUS_CODES[status] ?? 'Error';
    }
  }
}
