import { invalid, OktaError, unreadable } from '../../../contract/errors.js';
import { type Fault, type Members, missing, refuseAll, tooLong } from '../../../contract/given.js';
import type { AppRow, AppSettings, AppVisibility } from '../../../store/rows/applications.js';
import type { Json, JsonObject } from '../../../store/rows/common.js';
import type { CatalogueApp } from '../catalogue.js';
import { type GivenClient, readClient } from './client.js';
import { applicationType, type ClientReading, readClientSettings } from './client-settings.js';
import { readCredentials } from './credentials.js';
import type { Kind } from './kind.js';
import { choiceIn, countIn, flagIn, hasPart, partIn, textIn, textsIn, wordIn } from './members.js';
import { readLoginPage, readOverrides, readSaml } from './sign-on.js';

const isWebUrl = (text: string): boolean => /^https?:\/\/\S+$/i.test(text);

function readAccessibility(given: Members): AppRow['accessibility'] {
  const [error, login] = [wordIn(given, 'errorRedirectUrl'), wordIn(given, 'loginRedirectUrl')];
  const bad = (name: string, url: string | undefined): Fault[] =>
    url === undefined || isWebUrl(url) ? [] : [[name, `${name}: Does not match required pattern`]];
  refuseAll([...bad('errorRedirectUrl', error), ...bad('loginRedirectUrl', login)]);
  return {
    selfService: flagIn(given, 'selfService') ?? false,
    errorRedirectUrl: error ?? null,
    loginRedirectUrl: login ?? null,
  };
}

/** @param links names of the app's links */
function readVisibility(given: Members, { name }: Kind, links: readonly string[]): AppVisibility {
  const hidden = name === 'oidc_client';
  const hide = partIn(given, 'hide');
  const shown = partIn(given, 'appLinks');
  return {
    autoLaunch: flagIn(given, 'autoLaunch') ?? false,
    autoSubmitToolbar: flagIn(given, 'autoSubmitToolbar') ?? false,
    hide: { iOS: flagIn(hide, 'iOS') ?? hidden, web: flagIn(hide, 'web') ?? hidden },
    appLinks: Object.fromEntries(links.map((name) => [name, flagIn(shown, name) ?? true])),
  };
}

const CONNECTIONS = ['DISABLED', 'ANYWHERE', 'ON_NETWORK', 'OFF_NETWORK', 'ZONE'] as const;

function readNotifications(given: Members): JsonObject {
  const vpn = partIn(given, 'vpn');
  const network = partIn(vpn, 'network');
  const connection = choiceIn(network, 'connection', CONNECTIONS) ?? 'DISABLED';
  const [include, exclude] = [textsIn(network, 'include'), textsIn(network, 'exclude')];
  return {
    vpn: {
      network: { connection, ...(include ? { include } : {}), ...(exclude ? { exclude } : {}) },
      message: wordIn(vpn, 'message') ?? null,
      helpUrl: wordIn(vpn, 'helpUrl') ?? null,
    },
  };
}

/** @throws OktaError 400 E0000003 */
const readLicensing = (given: Members, { entry }: Kind): Pick<AppRow, 'licensing'> =>
  entry?.isLicensed ? { licensing: { seatCount: countIn(partIn(given, 'licensing'), 'seatCount') ?? 0 } } : {};

/** What settings may hold: as deep and as much as people write, and no more. */
const MAX_SETTINGS = 64 * 1024;

/** What a client says of itself, whatever it is. @throws OktaError 400 E0000003 */
function readProfile(given: Members): JsonObject {
  const profile = partIn(given, 'profile') as JsonObject;
  if (JSON.stringify(profile).length > MAX_SETTINGS) throw unreadable();
  return profile;
}

/**
 * The settings of the app itself: those that its entry knows, in their order, then what else came (facts: apps §2).
 * An empty text is no value; for what is not said the entry may have one.
 */
function readAppSettings(given: Members, entry: CatalogueApp | undefined): JsonObject {
  const fields = (entry?.fields ?? []).map((field) => ({ name: field.replace('*', ''), needed: field.endsWith('*') }));
  if (JSON.stringify(given).length > MAX_SETTINGS) throw unreadable();
  const known = fields.map(({ name }): [string, Json] => {
    const value = given[name] as Json | undefined;
    if (name === 'requestIntegration') return [name, flagIn(given, name) ?? false];
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) throw unreadable();
    return [name, (value === '' ? null : value) ?? entry?.defaults?.[name] ?? null];
  });
  const faults = fields.flatMap(({ name, needed }) => {
    const value = given[name];
    return needed && typeof value !== 'boolean' ? missing(name, value) : [];
  });
  refuseAll(faults);
  const names = new Set(fields.map(({ name }) => name));
  const others = Object.entries(given).filter(([name]) => !names.has(name)) as [string, Json][];
  return Object.fromEntries([...known, ...others]);
}

/** How people are signed on, by the app's mode. @throws OktaError 400 */
function readSignOn(
  ctx: ClientReading,
  given: Members,
  { signOnMode, isCustom }: Kind,
  before: AppRow | undefined,
): JsonObject | undefined {
  const signOn = partIn(given, 'signOn');
  if (isCustom && signOnMode === 'SAML_2_0') return readSaml(signOn, before?.settings.signOn ?? {}, ctx.store);
  if (isCustom && signOnMode === 'AUTO_LOGIN') return readLoginPage(signOn);
  return signOnMode === 'SAML_2_0' || signOnMode === 'SAML_1_1' ? readOverrides(signOn, signOnMode) : undefined;
}

/** What a request says of an app. */
export interface GivenApp
  extends Pick<AppRow, 'label' | 'accessibility' | 'licensing' | 'visibility' | 'settings' | 'profile'> {
  readonly credentials: ReturnType<typeof readCredentials>;
  readonly client: GivenClient | undefined;
}

/** An app whose username its users may change cannot be taken by them (facts: apps §5). */
function refuseSelfService({ label, accessibility, credentials }: GivenApp): void {
  if (!accessibility.selfService || credentials.scheme !== 'EDIT_USERNAME_AND_PASSWORD') return;
  const why = 'has username set to use read-write property and that would create a security risk.';
  throw new OktaError('E0000044', {
    causes: [`Self service is not available because the instance : ${label} ${why}`],
  });
}

/** Okta sets Office 365 up by itself where an administrator agreed to it at Microsoft's, which nobody can here (recorded). */
function refuseAutomatic({ name, signOnMode }: Kind, { wsFedConfigureType }: JsonObject): void {
  const isFederated = signOnMode === 'WS_FEDERATION' || signOnMode === 'SAML_1_1';
  if (name !== 'office365' || !isFederated || wsFedConfigureType !== 'AUTO') return;
  throw invalid('settings', 'In order to continue using WS-FED Auto for SSO, you must grant admin consent.');
}

function readSettings(
  ctx: ClientReading,
  given: Members,
  kind: Kind,
  client: GivenClient | undefined,
  before: AppRow | undefined,
): AppSettings {
  const notes = partIn(given, 'notes');
  const app = readAppSettings(partIn(given, 'app'), kind.entry);
  refuseAutomatic(kind, app);
  const signOn = readSignOn(ctx, given, kind, before);
  const method = client?.client.token_endpoint_auth_method;
  return {
    app,
    notifications: readNotifications(partIn(given, 'notifications')),
    manualProvisioning: flagIn(given, 'manualProvisioning') ?? false,
    implicitAssignment: flagIn(given, 'implicitAssignment') ?? false,
    emOptInStatus: 'NONE',
    notes: { admin: wordIn(notes, 'admin') ?? null, enduser: wordIn(notes, 'enduser') ?? null },
    ...(signOn ? { signOn } : {}),
    ...(method === undefined
      ? {}
      : { oauthClient: readClientSettings(ctx, partIn(given, 'oauthClient'), method, before) }),
  };
}

/**
 * Reads a whole app (facts: apps §1 to §4).
 * @param links names of its links
 * @param before the app as it is, on updates
 * @throws OktaError 400 E0000003 for what cannot be read, E0000001 for what is missing, too long or doesn't fit, 403 E0000044
 */
export function readApp(
  ctx: ClientReading,
  given: Members,
  kind: Kind,
  links: readonly string[],
  before?: AppRow,
): GivenApp {
  const { signOnMode, name } = kind;
  const label = textIn(given, 'label');
  refuseAll([...missing('label', label), ...tooLong('label', label, 100)]);
  const [credentials, settings] = [partIn(given, 'credentials'), partIn(given, 'settings')];
  const isClient = name === 'oidc_client';
  if (isClient && !hasPart(settings, 'oauthClient')) refuseAll(missing('oauthClient', undefined), 'settings');
  const client = isClient
    ? readClient(
        partIn(credentials, 'oauthClient'),
        applicationType(partIn(settings, 'oauthClient')),
        before?.credentials.oauthClient,
      )
    : undefined;
  const app = {
    label: label ?? '',
    accessibility: readAccessibility(partIn(given, 'accessibility')),
    ...readLicensing(given, kind),
    visibility: readVisibility(partIn(given, 'visibility'), kind, links),
    credentials: readCredentials(credentials, signOnMode, before?.credentials),
    settings: readSettings(ctx, settings, kind, client, before),
    ...(isClient && hasPart(given, 'profile') ? { profile: readProfile(given) } : {}),
    client,
  };
  refuseSelfService(app);
  return app;
}
