import type { Context } from '../../contract/context.js';
import { invalid, OktaError, unreadable } from '../../contract/errors.js';
import {
  type Fault,
  type Members,
  missing,
  objectOf,
  oneOf,
  refuseAll,
  textOf,
  tooLong,
} from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import { type CatalogEntry, entryOf } from '../../objects/authenticators/catalog.js';
import type { AuthenticatorRow } from '../../store/rows/authenticators.js';
import type { Json, JsonObject } from '../../store/rows/common.js';

type Body = Given<Schemas['Authenticator']>;

/** 400 E0000001 for a kind that Okta does not know, or that nobody may add (facts: authenticator). */
const notInCatalog = (): OktaError =>
  invalid('com.okta.services.factors.iface.dto.AuthenticatorCatalog', 'The field has an invalid value');

/** What a client sent, as it is kept: JSON all through. */
const kept = (value: Members): JsonObject => value as Readonly<Record<string, Json>>;

/** What is wrong with settings, as far as the contract says what they may be. */
function settingsFaults(settings: Members): Fault[] {
  const compliance = objectOf(settings.compliance);
  const binding = objectOf(settings.channelBinding);
  const minutes = settings.tokenLifetimeInMinutes;
  return [
    ...oneOf('allowedFor', settings.allowedFor, ['recovery', 'sso', 'any', 'none']),
    ...oneOf('userVerification', settings.userVerification, ['REQUIRED', 'PREFERRED', 'DISCOURAGED']),
    ...oneOf('fips', compliance?.fips, ['REQUIRED', 'OPTIONAL']),
    ...oneOf('required', binding?.required, ['NEVER', 'ALWAYS', 'HIGH_RISK_ONLY']),
    ...(minutes === undefined || minutes === null || (typeof minutes === 'number' && minutes >= 1 && minutes <= 1440)
      ? []
      : ([['tokenLifetimeInMinutes', 'tokenLifetimeInMinutes: The value must be between 1 and 1440']] as Fault[])),
  ];
}

/** Settings after a request: what it says, and what was there where it says nothing; null says nothing. */
function settingsAfter(given: unknown, before: JsonObject | undefined): JsonObject | undefined {
  const settings = objectOf(given);
  if (!settings || !before) return before;
  refuseAll(settingsFaults(settings), 'settings');
  const said = Object.entries(settings).filter(([, value]) => value !== null && value !== undefined);
  return { ...before, ...kept(Object.fromEntries(said)) };
}

/** @throws OktaError 400 E0000001 for a provider of another type than the kind's */
function providerAfter(
  ctx: Context,
  given: unknown,
  before: JsonObject | undefined,
  type: string | undefined,
): JsonObject | undefined {
  const provider = objectOf(given);
  if (!provider || type === undefined) return before;
  if (textOf(provider.type) !== undefined && provider.type !== type) {
    throw invalid('provider', `type: The provider type must be ${type}`);
  }
  const configuration = objectOf(provider.configuration) ?? {};
  const known = objectOf(before?.configuration) ?? {};
  const needsInstance = type === 'DEL_OATH' && known.instanceId === undefined;
  const after = { ...kept(known), ...kept(configuration) };
  return { type, configuration: needsInstance ? { instanceId: ctx.ids.next('0oa'), ...after } : after };
}

/** Custom apps are of an app instance, whose client they are, too. */
function withClient(key: string, settings: JsonObject | undefined): JsonObject | undefined {
  if (key !== 'custom_app' || !settings?.appInstanceId) return settings;
  return { ...settings, oauthClientId: settings.appInstanceId };
}

/** What a kind cannot be made without. */
function checkParts(key: string, body: Body): void {
  const configuration = objectOf(objectOf(body.provider)?.configuration);
  if (key === 'custom_app') {
    if ((body as Members).agreeToTerms !== true) {
      throw invalid('agreeToTerms', 'agreeToTerms: The terms must be agreed to');
    }
    refuseAll(missing('appInstanceId', objectOf(body.settings)?.appInstanceId));
  }
  if (key === 'external_idp') refuseAll(missing('idpId', configuration?.idpId));
  if (key === 'duo') {
    refuseAll(['host', 'integrationKey', 'secretKey'].flatMap((name) => missing(name, configuration?.[name])));
  }
}

/** @throws OktaError 409 E0000230 for an identity provider that another authenticator stands for */
function checkIdp(ctx: Context, body: Body): void {
  const idpId = objectOf(objectOf(body.provider)?.configuration)?.idpId;
  const isSame = (row: AuthenticatorRow): boolean => objectOf(row.provider?.configuration)?.idpId === idpId;
  if (typeof idpId === 'string' && ctx.store.authenticators.where('key', 'external_idp').some(isSame)) {
    throw new OktaError('E0000230', { args: [idpId] });
  }
}

/** What a new authenticator is. */
export type NewAuthenticator = Pick<AuthenticatorRow, 'key' | 'type' | 'name'> &
  Pick<AuthenticatorRow, 'settings' | 'provider'>;

/**
 * Reads an authenticator that is to be added.
 * @throws OktaError 400 E0000001 for a kind that cannot be added, or what it lacks
 */
export function readAuthenticator(ctx: Context, body: Body): NewAuthenticator {
  const key = textOf(body.key) ?? '';
  const entry = entryOf(key);
  if (!entry?.creatable) throw notInCatalog();
  refuseAll(tooLong('name', body.name));
  checkParts(key, body);
  if (key === 'external_idp') checkIdp(ctx, body);
  return { key, type: entry.type, name: textOf(body.name) ?? entry.name, ...partsOf(ctx, key, entry, body, undefined) };
}

function partsOf(
  ctx: Context,
  key: string,
  entry: CatalogEntry | undefined,
  body: Body,
  before: AuthenticatorRow | undefined,
): Pick<AuthenticatorRow, 'settings' | 'provider'> {
  const settings = withClient(key, settingsAfter(body.settings, before?.settings ?? entry?.settings));
  const provider = providerAfter(ctx, body.provider, before?.provider, entry?.provider);
  return { ...(settings ? { settings } : {}), ...(provider ? { provider } : {}) };
}

/**
 * What a request changes of an authenticator: name, settings, provider. What it leaves out stays.
 * @throws OktaError 400 E0000001 for another key or type
 */
export function readChanges(ctx: Context, row: AuthenticatorRow, body: Body): Partial<AuthenticatorRow> {
  const { key, type, name } = body;
  if (typeof key === 'string' && key !== row.key) throw notInCatalog();
  if (typeof type === 'string' && type !== row.type) throw unreadable();
  refuseAll(tooLong('name', name));
  return { name: textOf(name) ?? row.name, ...partsOf(ctx, row.key, entryOf(row.key), body, row) };
}
