import type { JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** How the username of an app's users is made (facts: apps §2). */
export type UserNameTemplate = {
  readonly template: string;
  readonly type: 'NONE' | 'BUILT_IN' | 'CUSTOM';
  readonly userSuffix?: string;
  readonly pushStatus?: 'PUSH' | 'DONT_PUSH';
};

/** The client of an OpenID Connect app. Its secrets are rows of their own. */
export type AppClient = {
  readonly autoKeyRotation: boolean;
  readonly client_id: string;
  readonly token_endpoint_auth_method: string;
  readonly pkce_required: boolean;
};

export type AppScheme =
  | 'ADMIN_SETS_CREDENTIALS'
  | 'EDIT_PASSWORD_ONLY'
  | 'EDIT_USERNAME_AND_PASSWORD'
  | 'EXTERNAL_PASSWORD_SYNC'
  | 'SHARED_USERNAME_AND_PASSWORD';

export type AppCredentials = {
  readonly scheme?: AppScheme;
  readonly userNameTemplate: UserNameTemplate;
  /** Shared by all users: of the scheme SHARED_USERNAME_AND_PASSWORD alone. */
  readonly userName?: string;
  /** Whether a shared password was given; no answer shows it. */
  readonly password?: boolean;
  readonly revealPassword?: boolean;
  readonly signing: { readonly kid?: string };
  readonly oauthClient?: AppClient;
};

export type AppVisibility = {
  /** Apps that come with an org have none. */
  readonly autoLaunch?: boolean;
  readonly autoSubmitToolbar: boolean;
  readonly hide: { readonly iOS: boolean; readonly web: boolean };
  /** Whether each link is shown, by its name. */
  readonly appLinks: Readonly<Record<string, boolean>>;
};

export type AppSettings = {
  /** Members of the catalogue's app; what is not known of them is kept as it came. */
  readonly app: JsonObject;
  readonly notifications: JsonObject;
  readonly manualProvisioning: boolean;
  readonly implicitAssignment: boolean;
  readonly emOptInStatus: string;
  /** Apps that come with an org have none. */
  readonly notes?: { readonly admin: string | null; readonly enduser: string | null };
  /** Of SAML, WS-Federation and custom SWA apps. */
  readonly signOn?: JsonObject;
  /** Of OpenID Connect apps. */
  readonly oauthClient?: JsonObject;
};

/** An application (facts: apps §1). */
export interface AppRow extends Row {
  /** `orn:oktapreview:idp:<org>:apps:<name>:<id>` */
  readonly orn: string;
  /** The name in the catalogue, or the one that was made for a custom app. */
  readonly name: string;
  readonly label: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly signOnMode: string | null;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly accessibility: {
    readonly selfService: boolean;
    readonly errorRedirectUrl: string | null;
    readonly loginRedirectUrl: string | null;
  };
  /** Of apps whose maker sells seats. */
  readonly licensing?: { readonly seatCount: number };
  readonly visibility: AppVisibility;
  readonly features: readonly string[];
  readonly credentials: AppCredentials;
  readonly settings: AppSettings;
  /** What a client says of itself beyond its settings: of OpenID Connect apps, as it came. */
  readonly profile?: JsonObject;
  /** Ids of its links by name: `aln…`, or the number that a template has. */
  readonly linkIds: Readonly<Record<string, string>>;
  /** `exk…`: what a SAML app is called towards its service provider. */
  readonly externalKey?: string;
  /** How people sign in to it; null in an org that has no such policies. */
  readonly accessPolicyId: string | null;
  /** How people enrol in it. */
  readonly profileEnrollmentId: string | null;
  /** Id of the file of the logo that was uploaded; null while the catalogue's is shown. */
  readonly logo: string | null;
  /** Comes with every org, and stays. */
  readonly system: boolean;
  /** Lists leave it out. */
  readonly hidden?: boolean;
}

/** How far the numbers of custom apps of one stem were given: a row once one of them was deleted. */
export interface AppNameRow extends Row {
  /** The org's subdomain and the label's letters and digits. */
  readonly stem: string;
  readonly last: number;
}

export type AppUserStatus = 'ACTIVE' | 'INACTIVE' | 'STAGED' | 'PROVISIONED' | 'DEPROVISIONED';

/** One user of one app (facts: apps §6). Its id, `0ua…`, is told by events and links of end users alone. */
export interface AppUserRow extends Row {
  readonly appId: string;
  readonly userId: string;
  /** USER: assigned by itself. GROUP: by a group. */
  readonly scope: 'USER' | 'GROUP';
  /** The group that assigns it; null where the scope is USER. */
  readonly groupId: string | null;
  readonly status: AppUserStatus;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly statusChanged: Timestamp;
  readonly passwordChanged: Timestamp | null;
  readonly userName: string | null;
  /** Whether a password was given; no answer shows it. */
  readonly password: boolean;
  readonly profile: JsonObject;
  /** What the user is called in the app that it was passed on to. */
  readonly externalId?: string;
  /** When it was passed on last. */
  readonly lastSync?: Timestamp;
}

/** A group whose members have an app (facts: apps §7). */
export interface AppGroupRow extends Row {
  readonly appId: string;
  readonly groupId: string;
  /** The lowest wins where groups disagree. */
  readonly priority: number;
  readonly profile: JsonObject;
  readonly lastUpdated: Timestamp;
}

/** The profile schema of an app's users: what differs from the base that its kind of app has (facts: schemas §5). */
export interface AppSchemaRow extends Row {
  readonly appId: string;
  readonly name: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  /** Base properties that were changed, whole. */
  readonly base: Readonly<Record<string, JsonObject>>;
  readonly custom: Readonly<Record<string, JsonObject>>;
}

/** The inline hooks that a SAML app asks before it signs people on. */
const hooksOf = ({ settings: { signOn } }: AppRow): string[] =>
  ((signOn?.inlineHooks ?? []) as readonly { readonly id: string }[]).map(({ id }) => id);

/** What a SAML app's settings say once a hook is gone. */
const withoutHook = ({ settings }: AppRow, hookId: string): AppSettings => ({
  ...settings,
  signOn: {
    ...settings.signOn,
    inlineHooks: ((settings.signOn?.inlineHooks ?? []) as readonly { readonly id: string }[]).filter(
      ({ id }) => id !== hookId,
    ),
  },
});

export const apps = collection<AppRow>()({
  prefix: '0oa',
  typeName: 'AppInstance',
  unique: { clientId: (row) => row.credentials.oauthClient?.client_id },
  uniqueness: { clientId: { field: 'client_id' } },
  index: {
    status: (row) => row.status,
    name: (row) => row.name,
    kid: (row) => row.credentials.signing.kid,
    accessPolicy: (row) => row.accessPolicyId ?? undefined,
    profileEnrollment: (row) => row.profileEnrollmentId ?? undefined,
    logo: (row) => row.logo ?? undefined,
    inlineHook: hooksOf,
  },
  references: {
    inlineHook: { to: 'inlineHooks', onRemove: 'clear', clear: (row, id) => ({ settings: withoutHook(row, id) }) },
    // An app moves to another policy before its own can go (facts: policy §Common validation).
    accessPolicy: { to: 'policies', onRemove: 'refuse' },
    profileEnrollment: { to: 'policies', onRemove: 'refuse' },
    // Files go with the last row that names them, never before.
    logo: { to: 'files', onRemove: 'refuse' },
  },
});

export const appUsers = collection<AppUserRow>()({
  prefix: '0ua',
  typeName: 'AppUser',
  unique: { pair: (row) => `${row.appId} ${row.userId}` },
  index: {
    app: (row) => row.appId,
    user: (row) => row.userId,
    // What one assignment of a group gave, for the day it is taken away.
    grant: (row) => (row.groupId === null ? undefined : `${row.appId} ${row.groupId}`),
  },
  references: {
    app: { to: 'apps', onRemove: 'cascade' },
    user: { to: 'users', onRemove: 'cascade' },
  },
});

export const appNames = collection<AppNameRow>()({
  prefix: 'apn',
  typeName: 'AppName',
  unique: { stem: (row) => row.stem },
});

export const appGroups = collection<AppGroupRow>()({
  prefix: '0ga',
  typeName: 'GroupAppAssignment',
  unique: { pair: (row) => `${row.appId} ${row.groupId}` },
  index: { app: (row) => row.appId, group: (row) => row.groupId },
  references: {
    app: { to: 'apps', onRemove: 'cascade' },
    group: { to: 'groups', onRemove: 'cascade' },
  },
});

export const appSchemas = collection<AppSchemaRow>()({
  prefix: 'osc',
  typeName: 'AppInstance',
  unique: { app: (row) => row.appId },
  index: { ofApp: (row) => row.appId },
  references: { ofApp: { to: 'apps', onRemove: 'cascade' } },
});
