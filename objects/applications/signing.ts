import { createHash } from 'node:crypto';
import type { ReadContext } from '../../contract/context.js';

type Reading = Pick<ReadContext, 'store'>;

const nameOf = (what: string): string => createHash('sha256').update(`signing key of ${what}`).digest('base64url');

/**
 * The name of the key that an org signs with for all apps that have none of their own: one for all OpenID Connect apps,
 * whenever they were made. It follows from the org, so that the key itself can be made when somebody asks for it.
 */
export const orgKid = ({ store }: Reading): string => nameOf(store.org.all()[0]?.id ?? '');

/** Whether an app is signed for by a key of its own. */
export const hasOwnKey = (mode: string | null): boolean => mode === 'SAML_2_0';

const sharing: ReadonlySet<string | null> = new Set(['OPENID_CONNECT', 'SAML_1_1', 'WS_FEDERATION']);

/**
 * The name of the key that a new app is signed for with, where the key is not there yet; undefined for one that needs
 * none. A seed cannot wait for keys: those of its apps are made when somebody asks for them.
 */
export const signingKid = (ctx: Reading, appId: string, mode: string | null): string | undefined =>
  hasOwnKey(mode) ? nameOf(appId) : sharing.has(mode) ? orgKid(ctx) : undefined;
