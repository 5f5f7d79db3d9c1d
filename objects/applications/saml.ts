import type { Links } from '../../contract/links.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { IdpMetadata } from '../saml/metadata.js';

const UNSPECIFIED = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';

const textIn = (value: unknown, fallback: string): string =>
  typeof value === 'string' && value !== '' ? value : fallback;

/** What an app is called towards its service provider: `exk…`, made from its id where it has no name of its own. */
const externalKeyOf = ({ id, externalKey }: AppRow): string => externalKey ?? `exk${id.slice(3)}`;

/** Whether people that leave the app leave the org as well. */
const hasLogout = ({ settings }: AppRow): boolean => {
  const slo = settings.signOn?.slo;
  return typeof slo === 'object' && slo !== null && 'enabled' in slo && slo.enabled === true;
};

/**
 * What an app's service provider has to know (facts: apps §3).
 * @param x5c the certificate of the key that was asked for
 */
export function metadataOf(app: AppRow, x5c: string, { base }: Links): IdpMetadata {
  const key = externalKeyOf(app);
  const { idpIssuer, subjectNameIdFormat } = app.settings.signOn ?? {};
  const url = (what: string): string => `${base}/app/${app.name}/${key}/${what}/saml`;
  return {
    entityId: textIn(idpIssuer, key).replaceAll(`\${org.externalKey}`, key),
    x5c,
    nameIdFormat: textIn(subjectNameIdFormat, UNSPECIFIED),
    ssoUrl: url('sso'),
    ...(hasLogout(app) ? { sloUrl: url('slo') } : {}),
  };
}
