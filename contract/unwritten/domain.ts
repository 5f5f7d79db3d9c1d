import type { OperationsOf } from '../routes.js';

/** The operations of Domain that are not written yet. */
export const domain = [
  'listDomains',
  'createDomain',
  'getDomain',
  'deleteDomain',
  'createCertificate',
  'verifyDomain',
] as const satisfies readonly OperationsOf<'Domain'>[];
