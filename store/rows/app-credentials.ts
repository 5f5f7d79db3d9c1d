import type { JsonObject, Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** A signing key of an app, with its certificate (facts: apps §8). The same key may belong to several apps. */
export interface AppKeyRow extends Row {
  readonly appId: string;
  readonly kid: string;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  readonly expiresAt: Timestamp;
  /** The key pair as a JWK of texts. */
  readonly privateJwk: JsonObject;
  /** The certificate's DER in base64. */
  readonly x5c: string;
  /** The certificate's SHA-256 in base64url. */
  readonly x5tS256: string;
}

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

export const clientSecrets = collection<ClientSecretRow>()({
  prefix: 'ocs',
  typeName: 'OAuth2ClientSecretMediated',
  index: { app: (row) => row.appId },
  references: { app: { to: 'apps', onRemove: 'cascade' } },
});
