import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { AuthenticatorRow } from '../../store/rows/authenticators.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { target } from '../logs/targets.js';
import { entryOf } from './catalog.js';

/** Members of a provider that are written and never read. */
const SECRET: ReadonlySet<string> = new Set(['integrationKey', 'secretKey', 'sharedSecret']);

function shownProvider(provider: JsonObject): JsonObject {
  const { configuration } = provider;
  if (typeof configuration !== 'object' || configuration === null || Array.isArray(configuration)) return provider;
  const open = Object.entries(configuration).filter(([name]) => !SECRET.has(name));
  return { ...provider, configuration: Object.fromEntries(open) };
}

/** An authenticator, without the secrets of its provider (facts: authenticator). */
export const authenticatorView: View<AuthenticatorRow, Schemas['Authenticator']> = (row, links) => {
  const { id, type, key, status, name, created, lastUpdated, settings, provider } = row;
  const ids = { authenticatorId: id };
  const self = links.href('getAuthenticator', ids);
  const turn = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    type,
    id,
    key,
    status,
    name,
    created,
    lastUpdated,
    ...(settings ? { settings } : {}),
    ...(provider ? { provider: shownProvider(provider) } : {}),
    _links: {
      self: links.allow('getAuthenticator', ids, 'GET', 'PUT'),
      ...(key === 'okta_password' ? {} : { [turn]: links.allow(`${turn}Authenticator`, ids, 'POST') }),
      methods: { href: `${self}/methods`, hints: { allow: ['GET'] } },
      ...(key === 'webauthn' ? { aaguids: { href: `${self}/aaguids`, hints: { allow: ['GET', 'POST'] } } } : {}),
      ...(entryOf(key)?.enrolls
        ? { enroll: { href: `${links.base}/idp/authenticators`, hints: { allow: ['POST'] } } }
        : {}),
    },
  };
};

/** An authenticator as events name it. */
export const authenticatorTarget = ({ id, key, name }: AuthenticatorRow): LogTarget =>
  target(id, 'Authenticator', key, name);
