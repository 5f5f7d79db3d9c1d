import type { Members } from '../../contract/given.js';
import type { IdSource } from '../../store/ids.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { Store } from '../../store/types.js';
import { makeMappings } from '../profile-mappings/make.js';
import { hasClaims } from './app-schema.js';
import { catalogueApp, systemApp } from './catalogue.js';
import { customName } from './custom-name.js';
import { defaultPolicyId, policyIdOf } from './policies.js';
import type { GivenApp } from './reading/app.js';
import type { Kind } from './reading/kind.js';
import { partIn } from './reading/members.js';
import { signingKid } from './signing.js';

/** What an app is made in. */
export interface Making {
  readonly store: Store;
  readonly ids: IdSource;
  now(): string;
}

/** What an app is made of; the rest follows from the org. */
type NewApp = Omit<
  AppRow,
  'seq' | 'orn' | 'created' | 'lastUpdated' | 'externalKey' | 'accessPolicyId' | 'profileEnrollmentId'
>;

const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** The name of a client's schema ends in seven signs that nobody chooses; they follow from the app's id. */
const schemaName = ({ name, id }: Pick<AppRow, 'name' | 'id'>): string => {
  const signs = [...id.slice(3, 10)].map((sign) => SIGNS[sign.charCodeAt(0) % SIGNS.length] ?? 'a');
  return hasClaims({ name }) ? `${name}_${signs.join('')}` : name;
};

/** Puts an app into the org with the schema of its users and, unless it is one of the few without, its mappings. */
function insert(ctx: Making, app: NewApp, mapped: boolean): AppRow {
  const now = ctx.now();
  const { id: orgId } = ctx.store.org.all()[0] ?? { id: '' };
  const own = app.system ? policyIdOf(ctx, 'ACCESS_POLICY', app.label) : undefined;
  const row = ctx.store.apps.insert({
    ...app,
    orn: `orn:oktapreview:idp:${orgId}:apps:${app.name}:${app.id}`,
    created: now,
    lastUpdated: now,
    ...(app.signOnMode === 'SAML_2_0' ? { externalKey: ctx.ids.next('exk') } : {}),
    accessPolicyId: own ?? defaultPolicyId(ctx, 'ACCESS_POLICY'),
    profileEnrollmentId: defaultPolicyId(ctx, 'PROFILE_ENROLLMENT'),
  });
  ctx.store.appSchemas.insert({
    appId: row.id,
    name: schemaName(row),
    created: now,
    lastUpdated: now,
    base: {},
    custom: {},
  });
  if (mapped) makeMappings(ctx, row.id, hasClaims(row));
  return row;
}

/** As many links as an app of the integration network can have; the most that is recorded is 19. */
const MAX_LINKS = 50;
const LINK = /^\w{1,100}$/;

/** The links that a request shows or hides, by their names. */
const namedLinks = (given: Members): string[] => {
  const shown = Object.keys(partIn(partIn(given, 'visibility'), 'appLinks'));
  return shown.filter((name) => LINK.test(name) && !(name in Object.prototype)).slice(0, MAX_LINKS);
};

/**
 * The names of the links that an app of a kind will have, as far as they are known before it is there: of an app of the
 * network whose links are not in the catalogue those that the request names.
 * @throws OktaError 400 E0000003
 */
export const linkNames = ({ name, entry }: Kind, given: Members): string[] => {
  const names = Object.keys(entry?.links ?? {});
  if (names.length > 0 || name === undefined) return names;
  const told = namedLinks(given);
  return told.length > 0 ? told : [`${name}_link`];
};

/** The links of a new app: those of its entry, or of its own: as many as were read, or one. */
function linksFor(ctx: Making, name: string, read: readonly string[]): Readonly<Record<string, string>> {
  const links = catalogueApp(name)?.links ?? {};
  if (Object.keys(links).length > 0) return links;
  const names = read.length > 0 ? read : [`${name}_link`];
  return Object.fromEntries(names.map((link) => [link, ctx.ids.next('aln')]));
}

/** How an app comes to be. */
export interface Birth {
  readonly id?: string | undefined;
  readonly status: AppRow['status'];
  /** The name of its signing key, where that is there already. */
  readonly kid?: string | undefined;
}

/** Makes an app of what was read. */
export function makeApp(ctx: Making, kind: Kind, read: GivenApp, birth: Birth): AppRow {
  const name = kind.name ?? customName(ctx, read.label);
  const { client, credentials, visibility, ...rest } = read;
  const linkIds = linksFor(ctx, name, Object.keys(visibility.appLinks));
  const id = birth.id ?? ctx.ids.next('0oa');
  const kid = birth.kid ?? signingKid(ctx, id, kind.signOnMode);
  const shown = Object.keys(linkIds).map((link) => [link, visibility.appLinks[link] ?? true] as const);
  const app: NewApp = {
    ...rest,
    id,
    name,
    status: birth.status,
    signOnMode: kind.signOnMode,
    visibility: { ...visibility, appLinks: Object.fromEntries(shown) },
    features: [],
    credentials: {
      ...credentials,
      signing: kid === undefined ? {} : { kid },
      ...(client ? { oauthClient: { ...client.client, client_id: client.client.client_id ?? id } } : {}),
    },
    linkIds,
    logo: null,
    system: false,
  };
  return insert(ctx, app, true);
}

/** Makes one of the apps that come with every org. @throws Error for a name that none has */
export function makeSystemApp(ctx: Making, name: string, label: string, hidden: boolean): AppRow {
  const entry = systemApp(name);
  if (!entry) throw new Error(`no app that comes with an org is called ${name}`);
  const id = ctx.ids.next('0oa');
  const app: NewApp = {
    id,
    name,
    label,
    status: 'ACTIVE',
    signOnMode: 'OPENID_CONNECT',
    accessibility: { selfService: false, errorRedirectUrl: null, loginRedirectUrl: null },
    visibility: {
      autoSubmitToolbar: false,
      hide: { iOS: false, web: false },
      appLinks: Object.fromEntries(Object.keys(entry.links).map((link) => [link, true])),
    },
    features: [],
    credentials: {
      userNameTemplate: { template: `\${source.login}`, type: 'BUILT_IN' },
      signing: { kid: signingKid(ctx, id, 'OPENID_CONNECT') ?? '' },
    },
    settings: {
      app: {},
      notifications: { vpn: { network: { connection: 'DISABLED' }, message: null, helpUrl: null } },
      manualProvisioning: false,
      implicitAssignment: false,
      emOptInStatus: 'NONE',
    },
    linkIds: entry.links,
    logo: null,
    system: true,
    ...(hidden ? { hidden } : {}),
  };
  // Recorded: of the apps that come with an org only the one that no list shows has mappings.
  return insert(ctx, app, hidden);
}
