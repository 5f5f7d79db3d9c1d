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

const GONE = 'The files of this sandbox were replaced or removed while it ran: stop it and start it again.';
const NO_FILES =
  'This sandbox can open no more files: close connections to it, or let it open more (ulimit -n), and try again';

/** What is told of faults that are neither the request's nor the sandbox's own, by the code of the error. */
const circumstances: Readonly<Record<string, string>> = {
  ERR_MODULE_NOT_FOUND: GONE,
  MODULE_NOT_FOUND: GONE,
  EMFILE: `${NO_FILES} (EMFILE).`,
  ENFILE: `${NO_FILES} (ENFILE: the whole machine cannot).`,
};

/**
 * What to tell, and to do, where the same request is answered under other circumstances: a file of the sandbox itself is
 * gone, as after an update of the package beneath it, or none can be opened. Undefined for any other fault.
 */
export function unavailable(error: unknown): string | undefined {
  const { code, message } = (error ?? {}) as { code?: unknown; message?: unknown };
  // A thread that cannot begin says why in its sentence alone.
  const cause = code === 'ERR_WORKER_INIT_FAILED' ? /\bE[MN]FILE\b/.exec(String(message))?.[0] : code;
  return typeof cause === 'string' && Object.hasOwn(circumstances, cause) ? circumstances[cause] : undefined;
}

/** What the edge itself refuses of a query of the System Log has the form of its errors, too (facts: system-log §3). */
export const inLogForm = (error: OktaError): OktaError =>
  error.code === 'E0000037' || error.code === 'E0000047'
    ? new OktaError(error.code, { ...error.details, form: 'log' })
    : error;
