import type { CertifiedKeyRow, SigningKeyRow } from './certified-key.js';
import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** A signing key of an app, with its certificate (facts: apps §8). The same key may belong to several apps. */
export interface AppKeyRow extends SigningKeyRow {
  readonly appId: string;
}

/** The key that all apps of an org share that have none of their own; its id is its kid. */
export type OrgKeyRow = CertifiedKeyRow;

/** A secret of an OpenID Connect app's client (facts: apps §8). */
export interface ClientSecretRow extends Row {
  readonly appId: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly secret: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

export const appKeys = collection<AppKeyRow>()({
  prefix: 'key',
  typeName: 'JsonWebKey',
  unique: { pair: (row) => `${row.appId} ${row.kid}` },
  index: { app: (row) => row.appId },
  references: { app: { to: 'apps', onRemove: 'cascade' } },
});

export const orgKeys = collection<OrgKeyRow>()({ prefix: 'key', typeName: 'JsonWebKey' });

export const clientSecrets = collection<ClientSecretRow>()({
  prefix: 'ocs',
  typeName: 'OAuth2ClientSecretMediated',
  index: { app: (row) => row.appId },
  references: { app: { to: 'apps', onRemove: 'cascade' } },
});

/** What is done to users of the app at the other side; each is ENABLED or DISABLED (facts: apps §10). */
export type AppCapabilities = {
  readonly create: { readonly lifecycleCreate: { readonly status: string } };
  readonly update: {
    readonly profile: { readonly status: string };
    readonly lifecycleDeactivate: { readonly status: string };
    readonly password: { readonly status: string; readonly seed: string; readonly change: string };
  };
};

/** How an app is provisioned: by which credentials, and what is passed on (facts: apps §10). */
export interface AppConnectionRow extends Row {
  readonly appId: string;
  readonly authScheme: 'TOKEN' | 'OAUTH2';
  readonly status: 'ENABLED' | 'DISABLED';
  readonly baseUrl?: string;
  readonly clientId?: string;
  /** No answer shows it. */
  readonly token?: string;
  readonly capabilities: AppCapabilities;
}

export const appConnections = collection<AppConnectionRow>()({
  prefix: 'con',
  typeName: 'AppInstance',
  unique: { app: (row) => row.appId },
  index: { ofApp: (row) => row.appId },
  references: { ofApp: { to: 'apps', onRemove: 'cascade' } },
});
