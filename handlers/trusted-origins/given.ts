import { blank, unreadable } from '../../contract/errors.js';
import { type Fault, missing, refuseAll, textsOf, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { isOrigin } from '../../objects/trusted-origins/origin.js';
import type { OriginScope, TrustedOriginRow } from '../../store/rows/trusted-origins.js';

type Body = Given<Schemas['TrustedOrigin']>;

const isScope = (type: unknown): type is OriginScope['type'] =>
  type === 'CORS' || type === 'REDIRECT' || type === 'IFRAME_EMBED';

/** Each scope once. @throws OktaError 400 E0000003 for an unknown one */
function scopesOf(given: Body['scopes']): OriginScope[] {
  const scopes = new Map<string, OriginScope>();
  for (const item of given ?? []) {
    const type = item?.type;
    if (!isScope(type)) throw unreadable();
    const apps = item?.allowedOktaApps;
    scopes.set(type, type === 'IFRAME_EMBED' ? { type, allowedOktaApps: textsOf(apps) } : { type });
  }
  return [...scopes.values()];
}

const badOrigin = (origin: unknown): Fault[] =>
  typeof origin === 'string' && origin.trim() !== '' && !isOrigin(origin)
    ? [['origin', 'origin: Origin value is not valid']]
    : [];

/**
 * Reads a trusted origin; its status is the caller's to think about.
 * @throws OktaError 400 E0000003 for an unknown scope, E0000001 with what is missing, too long or no origin
 */
export function readOrigin(body: Body): Pick<TrustedOriginRow, 'name' | 'origin' | 'scopes'> {
  const { name, origin } = body;
  const scopes = scopesOf(body.scopes);
  refuseAll([
    ...missing('name', name),
    ...tooLong('name', name),
    ...missing('origin', origin),
    ...tooLong('origin', origin),
    ...badOrigin(origin),
    ...(scopes.length === 0 ? [['scopes', blank('scopes')] as const] : []),
  ]);
  return { name: String(name), origin: String(origin), scopes };
}
