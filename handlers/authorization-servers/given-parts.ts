import { unreadable } from '../../contract/errors.js';
import { absent, among, type Fault, missing, refuseAll, textsOf, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import type { OAuth2ClaimRow, OAuth2ScopeRow } from '../../store/rows/authorization-servers.js';
import type { Store } from '../../store/types.js';

/** Okta shows and takes it, the contract does not have it. */
type ScopeBody = Given<Schemas['OAuth2Scope']> & { readonly optional?: boolean | null };

/** What a client may say of a scope. */
export type GivenScope = Omit<OAuth2ScopeRow, 'id' | 'seq' | 'serverId' | 'system'>;

/** Which names a scope may have (facts: authorization-server). */
function badScopeName(name: string): Fault[] {
  if (!/^[\x21\x23-\x5b\x5d-\x7e]+$/.test(name)) {
    return [['name', "name: A scope's name is printable ASCII without blanks, quotes and backslashes."]];
  }
  if (name === '*' || name === 'okta' || /^okta[.:]/.test(name)) {
    return [['name', `name: The scope name '${name}' is reserved.`]];
  }
  return tooLong('name', name);
}

/** What people may leave out they are asked for. */
const badOptional = (optional: boolean, consent: string): Fault[] =>
  optional && consent !== 'REQUIRED' && consent !== 'FLEXIBLE'
    ? [['optional', 'optional: Only a scope whose consent is REQUIRED or FLEXIBLE can be optional.']]
    : [];

/** @throws OktaError 400 E0000003 for what is neither true nor false */
function flag(value: unknown, otherwise: boolean): boolean {
  if (value === undefined || value === null) return otherwise;
  if (typeof value !== 'boolean') throw unreadable();
  return value;
}

/**
 * Reads a whole scope. What a client leaves out is Okta's default; of a system scope it stays as it is.
 * @param before the scope as it is, where it is changed
 * @throws OktaError 400 E0000003 for an unknown consent or publication, E0000001 for a name that is missing or bad
 */
export function readScope(body: ScopeBody, before?: OAuth2ScopeRow): GivenScope {
  const consent = among(body.consent, ['REQUIRED', 'IMPLICIT', 'FLEXIBLE', 'ADMIN'] as const);
  const metadataPublish = among(body.metadataPublish, ['ALL_CLIENTS', 'NO_CLIENTS'] as const);
  const own = before?.system ? before : undefined;
  const asked = consent ?? own?.consent ?? 'IMPLICIT';
  const optional = flag(body.optional, own?.optional ?? false);
  const { name, displayName = own?.displayName ?? null, description = own?.description ?? null } = body;
  refuseAll([
    ...missing('name', name),
    ...(own || !name?.trim() ? [] : badScopeName(name)),
    ...tooLong('displayName', displayName),
    ...tooLong('description', description, 1024),
    ...badOptional(optional, asked),
  ]);
  return {
    name: String(name),
    displayName,
    description,
    consent: asked,
    metadataPublish: metadataPublish ?? own?.metadataPublish ?? 'NO_CLIENTS',
    optional,
    default: flag(body.default, own?.default ?? false),
  };
}

type ClaimBody = Given<Schemas['OAuth2Claim']>;

/** What a client may say of a claim. */
export type GivenClaim = Omit<OAuth2ClaimRow, 'id' | 'seq' | 'serverId' | 'system'>;

/** Claims that the server itself puts into tokens (facts: oauth-oidc). */
const reserved = new Set([
  ...['iss', 'aud', 'exp', 'iat', 'jti', 'ver', 'cid', 'uid', 'scp', 'sub', 'nonce', 'at_hash', 'c_hash'],
  ...['auth_time', 'amr', 'idp', 'acr', 'rsi'],
]);

function badClaimName(name: string | null | undefined): Fault[] {
  if (!name?.trim()) return missing('name', name);
  if (reserved.has(name)) return [['name', `name: The claim name '${name}' is reserved.`]];
  return tooLong('name', name);
}

const FILTERS = ['STARTS_WITH', 'EQUALS', 'CONTAINS', 'REGEX'] as const;

/** A filter of groups goes with values that are groups, and only with them. */
function badFilter(given: Pick<GivenClaim, 'groupFilterType'>, valueType: string | undefined): Fault[] {
  const field = 'group_filter_type';
  if (valueType === 'GROUPS') return absent(field, given.groupFilterType);
  return given.groupFilterType === null ? [] : [[field, `${field}: Only a claim of the value type GROUPS has one.`]];
}

const unknownScopes = (store: Store, serverId: string, names: readonly string[]): Fault[] =>
  names
    .filter((name) => !store.oauth2Scopes.by('name', `${serverId} ${name}`))
    .map((name) => ['conditions.scopes', `conditions.scopes: The scope '${name}' does not exist.`]);

/**
 * The scopes that a body names anew. A claim or a rule shows the name of a scope that was renamed or is gone, and sent
 * back as it was shown it has to be taken.
 */
export const added = (scopes: readonly string[], before: { readonly scopes: readonly string[] } | undefined) =>
  scopes.filter((name) => !before?.scopes.includes(name));

/** Clients cannot make values that are the system's. */
const badValueType = (valueType: string | undefined, before?: OAuth2ClaimRow): Fault[] =>
  valueType === 'SYSTEM' && !before?.system
    ? [['valueType', 'valueType: Only system claims have the value type SYSTEM.']]
    : absent('valueType', valueType);

/**
 * Reads a whole claim.
 * @param before the claim that is there: what the system made may keep its name and kind of value
 * @throws OktaError 400 E0000003 for an unknown kind, E0000001 with what is missing or wrong
 */
export function readClaim(store: Store, serverId: string, body: ClaimBody, before?: OAuth2ClaimRow): GivenClaim {
  const claimType = among(body.claimType, ['IDENTITY', 'RESOURCE'] as const);
  const valueType = among(body.valueType, ['EXPRESSION', 'GROUPS', 'SYSTEM'] as const);
  const status = among(body.status, ['ACTIVE', 'INACTIVE'] as const);
  const groupFilterType = among(body.group_filter_type, FILTERS) ?? null;
  const scopes = textsOf(body.conditions?.scopes);
  const isSystems = valueType === 'SYSTEM';
  refuseAll([
    ...(before?.system ? missing('name', body.name) : badClaimName(body.name)),
    ...absent('claimType', claimType),
    ...badValueType(valueType, before),
    ...(isSystems ? [] : missing('value', body.value)),
    ...tooLong('value', body.value, 1024),
    ...badFilter({ groupFilterType }, valueType),
    ...unknownScopes(store, serverId, added(scopes, before)),
  ]);
  return {
    name: String(body.name),
    status: status ?? before?.status ?? 'ACTIVE',
    claimType: claimType ?? 'RESOURCE',
    valueType: valueType ?? 'EXPRESSION',
    value: isSystems ? null : String(body.value),
    scopes,
    // Access tokens always hold their claims.
    alwaysIncludeInToken:
      claimType !== 'IDENTITY' || flag(body.alwaysIncludeInToken, before?.alwaysIncludeInToken ?? false),
    groupFilterType,
  };
}
