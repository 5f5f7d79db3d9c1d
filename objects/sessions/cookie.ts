import type { ReadContext } from '../../contract/context.js';

/** The value of the session's cookie among those of a request. */
export const sessionCookie = (header: string | undefined): string | undefined =>
  /(?:^|;\s*)sid=([\w-]+)/.exec(header ?? '')?.[1];

/** The header that gives a browser its session. Secure where the org is reached by HTTPS. */
export const setSessionCookie = ({ links }: Pick<ReadContext, 'links'>, value: string): string =>
  `sid=${value}; Path=/; HttpOnly; SameSite=Lax${links.base.startsWith('https:') ? '; Secure' : ''}`;
