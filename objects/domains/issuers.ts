import type { Context, ReadContext } from '../../contract/context.js';
import type { AuthorizationServerRow } from '../../store/rows/authorization-servers.js';
import { completedDomain } from './verify.js';

type Issuer = Pick<AuthorizationServerRow, 'issuerMode' | 'customDomain'>;

/**
 * Which name an authorization server's issuer has. Where the org has a domain in use, that is the default of new servers
 * (facts: domain, Effects).
 * @returns undefined where a domain is asked for and none is in use
 */
export function issuerOf(
  { store }: Pick<Context, 'store'>,
  mode: Issuer['issuerMode'] | undefined,
  before: Issuer | undefined,
): Issuer | undefined {
  const customDomain = before?.customDomain ?? completedDomain(store)?.domain ?? null;
  const issuerMode = mode ?? before?.issuerMode ?? (customDomain === null ? 'ORG_URL' : 'CUSTOM_URL');
  if (issuerMode !== 'CUSTOM_URL') return { issuerMode, customDomain: null };
  return customDomain === null ? undefined : { issuerMode, customDomain };
}

/** Whether the org has a domain in use, whose name issuers may have. */
export const hasIssuerName = ({ store }: Pick<ReadContext, 'store'>): boolean => completedDomain(store) !== undefined;

/**
 * A domain goes: servers whose issuer has its name go back to the org's own, and so do identity providers and clients
 * where no other domain is in use.
 */
export function releaseIssuers(ctx: Pick<Context, 'store'>, domain: string): void {
  const { store } = ctx;
  for (const { id, customDomain } of [...store.authorizationServers.all()]) {
    if (customDomain === domain) store.authorizationServers.update(id, { issuerMode: 'ORG_URL', customDomain: null });
  }
  if (hasIssuerName(ctx)) return;
  for (const { id, issuerMode } of [...store.identityProviders.all()]) {
    if (issuerMode === 'CUSTOM_URL') store.identityProviders.update(id, { issuerMode: 'ORG_URL' });
  }
  for (const { id, settings } of [...store.apps.all()]) {
    if (settings.oauthClient?.issuer_mode !== 'CUSTOM_URL') continue;
    const oauthClient = { ...settings.oauthClient, issuer_mode: 'ORG_URL' };
    store.apps.update(id, { settings: { ...settings, oauthClient } });
  }
}
