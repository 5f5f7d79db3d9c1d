import type { Row, Timestamp } from './common.js';
import { collection } from './spec.js';

/** How one property of the target is made, and when. */
export type MappedProperty = { readonly expression: string; readonly pushStatus: 'PUSH' | 'DONT_PUSH' };

/** How the profile of an app's or identity provider's users comes from the users of a type, or the other way (facts: profile-mapping). */
export interface ProfileMappingRow extends Row {
  /** The app on one side; null where an identity provider is. */
  readonly appId: string | null;
  /** The identity provider on one side; null where an app is. */
  readonly idpId: string | null;
  /** The user type on the other side. */
  readonly typeId: string;
  /** Which side is the target. */
  readonly toward: 'user' | 'app';
  readonly properties: Readonly<Record<string, MappedProperty>>;
  readonly lastUpdated: Timestamp;
}

export const profileMappings = collection<ProfileMappingRow>()({
  prefix: 'prm',
  typeName: 'ProfileMapping',
  unique: { sides: (row) => `${row.appId ?? row.idpId ?? ''} ${row.typeId} ${row.toward}` },
  index: {
    app: (row) => row.appId ?? undefined,
    idp: (row) => row.idpId ?? undefined,
    type: (row) => row.typeId,
    source: (row) => (row.toward === 'user' ? (row.appId ?? row.idpId ?? undefined) : row.typeId),
    target: (row) => (row.toward === 'app' ? (row.appId ?? row.idpId ?? undefined) : row.typeId),
  },
  references: {
    app: { to: 'apps', onRemove: 'cascade' },
    idp: { to: 'identityProviders', onRemove: 'cascade' },
    type: { to: 'userTypes', onRemove: 'cascade' },
  },
});
