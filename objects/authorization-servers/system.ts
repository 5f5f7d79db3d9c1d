import type { JobContext } from '../../contract/context.js';
import type {
  AuthorizationServerRow,
  OAuth2ClaimRow,
  OAuth2ScopeRow,
  ServerSigning,
} from '../../store/rows/authorization-servers.js';
import type { Draft } from '../../store/rows/common.js';
import { nameKey } from './keys.js';
import { scheduleRotation, signingFrom } from './rotation.js';

/** The scopes that every server is born with: name, name shown, description (facts: authorization-server). */
const systemScopes: readonly (readonly [name: string, displayName: string, description: string])[] = [
  ['openid', 'Signals that a request is an OpenID request.', 'Signals that a request is an OpenID request.'],
  [
    'profile',
    'View your profile information.',
    'The exact data varies based on what profile information you have provided, such as: name, time zone, picture, or birthday.',
  ],
  ['email', 'View your email address.', 'This allows the app to view your email address.'],
  [
    'address',
    'View your address.',
    'This allows the app to view your address, such as: street address, city, state, and zip code.',
  ],
  ['phone', 'View your phone number.', 'This allows the app to view your phone number.'],
  [
    'offline_access',
    'Keep you signed in to the app.',
    'This keeps you signed in to the app, even when you are not using it.',
  ],
  [
    'device_sso',
    'Request device secret.',
    'This allows you to single sign on between native client applications on your device.',
  ],
];

/** Their names. */
export const systemScopeNames: readonly string[] = systemScopes.map(([name]) => name);

/** The claims that every server is born with, in the order recorded: name, scope, whether it is always there. */
const systemClaims: readonly (readonly [name: string, scope: string, always: boolean])[] = [
  ['middle_name', 'profile', false],
  ['zoneinfo', 'profile', false],
  ['website', 'profile', false],
  ['updated_at', 'profile', false],
  ['profile', 'profile', false],
  ['preferred_username', 'profile', true],
  ['picture', 'profile', false],
  ['phone_number', 'phone', false],
  ['nickname', 'profile', false],
  ['name', 'profile', true],
  ['sub', '', true],
  ['locale', 'profile', false],
  ['given_name', 'profile', false],
  ['gender', 'profile', false],
  ['family_name', 'profile', false],
  ['email_verified', 'email', false],
  ['email', 'email', true],
  ['birthdate', 'profile', false],
  ['address', 'address', false],
];

/** Whom an access token is about: the user by the name that the application knows, or the client itself. */
const SUBJECT = '(appuser != null) ? appuser.userName : app.clientId';

const scopeOf = (serverId: string, [name, displayName, description]: (typeof systemScopes)[number]) =>
  ({
    serverId,
    name,
    displayName,
    description,
    system: true,
    metadataPublish: 'ALL_CLIENTS',
    consent: 'IMPLICIT',
    optional: false,
    default: false,
  }) as const satisfies Draft<OAuth2ScopeRow>;

function claimOf(serverId: string, [name, scope, always]: (typeof systemClaims)[number]): Draft<OAuth2ClaimRow> {
  const isSubject = name === 'sub';
  return {
    serverId,
    name,
    status: 'ACTIVE',
    claimType: isSubject ? 'RESOURCE' : 'IDENTITY',
    valueType: isSubject ? 'EXPRESSION' : 'SYSTEM',
    value: isSubject ? SUBJECT : null,
    scopes: scope === '' ? [] : [scope],
    system: true,
    alwaysIncludeInToken: always,
    groupFilterType: null,
  };
}

/** What is said of a new server. */
export type NewServer = Omit<Draft<AuthorizationServerRow>, 'signing' | 'created' | 'lastUpdated'> & {
  readonly rotationMode: ServerSigning['rotationMode'];
};

/** Makes a server with all that it is born with: a key's name, the system's scopes and claims. */
export function addServer(
  ctx: Pick<JobContext, 'store' | 'ids' | 'now'>,
  { rotationMode, ...server }: NewServer,
): AuthorizationServerRow {
  const { store, ids } = ctx;
  const id = server.id ?? ids.next('aus');
  const now = ctx.now();
  const key = nameKey(ctx, id, 'ACTIVE');
  const signing = signingFrom(key.kid, rotationMode, now);
  const row = store.authorizationServers.insert({ ...server, id, signing, created: now, lastUpdated: now });
  if (rotationMode === 'MANUAL') nameKey(ctx, id, 'NEXT');
  for (const scope of systemScopes) store.oauth2Scopes.insert(scopeOf(id, scope));
  for (const claim of systemClaims) store.oauth2Claims.insert(claimOf(id, claim));
  scheduleRotation(ctx, row);
  return row;
}
