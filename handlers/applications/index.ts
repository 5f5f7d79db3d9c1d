import type { HandlersOf } from '../../contract/operations.js';
import { appConnection } from './connection.js';
import { createApp } from './create.js';
import { applicationCsrs } from './csrs.js';
import { appFeatures } from './features.js';
import { consentGrants } from './grants.js';
import { appGroups } from './groups.js';
import { applicationKeys } from './keys.js';
import { readApps } from './list.js';
import { uploadApplicationLogo } from './logo.js';
import { updateApplicationPolicy } from './policy.js';
import { previewSAMLAppMetadata } from './saml-metadata.js';
import { clientSecrets } from './secrets.js';
import { appTokens } from './tokens.js';
import { changeApp } from './update.js';
import { appUsers } from './users.js';

/** Applications, and who has them (facts: apps). */
export const applications = {
  ...readApps,
  ...createApp,
  ...changeApp,
  ...appUsers,
  ...appGroups,
  ...applicationKeys,
  ...applicationCsrs,
  ...clientSecrets,
  ...appConnection,
  ...appFeatures,
  ...consentGrants,
  ...appTokens,
  uploadApplicationLogo,
  updateApplicationPolicy,
  previewSAMLAppMetadata,
} satisfies HandlersOf<'Application'>;
