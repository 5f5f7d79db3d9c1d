import { invalid, notFound, OktaError, taken } from '../contract/errors.js';
import { DuplicateKeyError, MissingRowError, ReadOnlyError } from '../store/errors.js';

/** What Okta answers for what went wrong; undefined for a fault of the sandbox itself. */
export function asOktaError(error: unknown): OktaError | undefined {
  if (error instanceof OktaError) return error;
  if (error instanceof MissingRowError) return notFound(error.id, error.typeName);
  if (error instanceof URIError)
    return new OktaError('E0000020', { causes: ['The path is not valid percent-encoding.'] });
  if (error instanceof ReadOnlyError) return new OktaError('E0000010', { causes: [error.message] });
  if (error instanceof DuplicateKeyError) return invalid(error.field, error.wording ?? taken(error.field));
  return undefined;
}

/**
 * What to tell where a file of the sandbox itself is gone, as after an update of the package beneath it: nothing that it
 * does by itself brings it back. Undefined for any other fault.
 */
export function missingPart(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { code?: unknown };
  if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  return 'The files of this sandbox were replaced or removed while it ran: stop it and start it again.';
}

/** What the edge itself refuses of a query of the System Log has the form of its errors, too (facts: system-log §3). */
export const inLogForm = (error: OktaError): OktaError =>
  error.code === 'E0000037' || error.code === 'E0000047'
    ? new OktaError(error.code, { ...error.details, form: 'log' })
    : error;
