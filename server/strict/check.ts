import type { IncomingHttpHeaders } from 'node:http';
import { OktaError } from '../../contract/errors.js';
import { Refused } from '../../contract/reply.js';
import type { Route } from '../../contract/routes.js';

/** The reference validator as the edge uses it; each answers with the problems it found. */
export interface StrictCheck {
  /** @param url path and query */
  request(route: Route, url: string, headers: IncomingHttpHeaders, body: unknown): Promise<readonly string[]>;
  answer(route: Route, status: number, bytes: Buffer | undefined): Promise<readonly string[]>;
}

/**
 * What a handler gave, unless the reference validator found problems in a request that Okta would take: refused inside
 * the transaction, so that nothing of it stays. Okta's own refusals come before the contract's.
 * @param problems undefined where the validator was not asked
 * @throws OktaError 400 E0000001
 */
export function settled(result: unknown, route: Route, problems: readonly string[] | undefined): unknown {
  if (!problems || problems.length === 0 || result instanceof Refused) return result;
  throw new OktaError('E0000001', { args: [route.operationId], causes: problems });
}

/** Looks at an answer that was sent, and tells what is off the contract. */
export function reportAnswer(
  strict: StrictCheck,
  route: Route,
  sent: { status: number; data: string | Buffer | readonly Buffer[] | undefined },
  warn: (message: string) => void,
): void {
  const { status, data } = sent;
  const bytes =
    data === undefined || Buffer.isBuffer(data)
      ? data
      : typeof data === 'string'
        ? Buffer.from(data)
        : Buffer.concat(data);
  strict.answer(route, status, bytes).then(
    (problems) => {
      for (const problem of problems) warn(`${route.operationId} answered off the contract: ${problem}`);
    },
    (error: unknown) => warn(`strict: ${String(error)}`),
  );
}
