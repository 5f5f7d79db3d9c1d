import type { Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { AppCredentials, AppRow } from '../../store/rows/applications.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { fileUrl } from '../files/urls.js';
import { target } from '../logs/targets.js';
import { catalogueApp, isTemplate, logoOf } from './catalogue.js';
import { clientMethod } from './client-method.js';

/** Apps whose users sign in by a protocol that Okta signs for: they come with help and a key. */
export const isFederated = (mode: string | null): boolean =>
  mode === 'SAML_2_0' || mode === 'SAML_1_1' || mode === 'WS_FEDERATION';

/** Okta Admin pages are kept on a host of their own; here on the same one. */
const helpOf = ({ name, id, signOnMode }: AppRow, links: Links): object => {
  const isOutside = signOnMode === 'SAML_2_0' || signOnMode === 'OPENID_CONNECT';
  const page = isOutside && catalogueApp(name) ? 'external-doc' : 'instructions';
  return { href: `${links.base}/app/${name}/${id}/setup/help/${signOnMode}/${page}`, type: 'text/html' };
};

/** Whether an app comes with help: those that are federated, and OpenID Connect apps of the integration network (recorded). */
const hasHelp = ({ name, signOnMode }: AppRow): boolean =>
  isFederated(signOnMode) || (signOnMode === 'OPENID_CONNECT' && catalogueApp(name) !== undefined && !isTemplate(name));

const credentialLinks = (app: AppRow, links: Links): object => {
  const method = clientMethod(app);
  if (!method) return {};
  const isByKey = method === 'private_key_jwt';
  const secrets = links.href('listClientSecretsForApplication', { appId: app.id });
  const jwks = secrets.replace(/secrets$/, 'jwks');
  return { clientCredentials: [{ name: isByKey ? 'jwks' : 'secrets', href: isByKey ? jwks : secrets }] };
};

/** Links to policies: of orgs that sign people in by them alone. */
const policyLinks = ({ id, accessPolicyId, profileEnrollmentId }: AppRow, links: Links) => ({
  profileEnrollment:
    profileEnrollmentId === null ? {} : { profileEnrollment: links.to('getPolicy', { policyId: profileEnrollmentId }) },
  policies:
    accessPolicyId === null
      ? {}
      : {
          policies: {
            href: links.href('updateApplicationPolicy', { appId: id, policyId: '' }).slice(0, -1),
            hints: { allow: ['PUT'] },
          },
        },
  accessPolicy: accessPolicyId === null ? {} : { accessPolicy: links.to('getPolicy', { policyId: accessPolicyId }) },
});

/** Where the picture of an app is found. */
export const logoUrl = ({ name, logo }: AppRow, links: Links): string =>
  logo === null ? `${links.base}/assets/img/logos/${logoOf(name)}` : fileUrl(links, 'appLogo', logo);

/** The page that one link of an app opens. */
export const pageUrl = ({ name, id, linkIds }: AppRow, link: string, links: Links): string =>
  [links.base, 'home', name, id, linkIds[link] ?? ''].join('/');

function linksOf(row: AppRow, links: Links): Record<string, unknown> {
  const { id, signOnMode, status } = row;
  const { profileEnrollment, policies, accessPolicy } = policyLinks(row, links);
  const turn = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    ...(hasHelp(row) ? { help: helpOf(row, links) } : {}),
    ...(signOnMode === 'SAML_2_0'
      ? { metadata: { ...links.to('previewSAMLAppMetadata', { appId: id }), type: 'application/xml' } }
      : {}),
    uploadLogo: links.allow('uploadApplicationLogo', { appId: id }, 'POST'),
    appLinks: Object.keys(row.linkIds).map((name) => ({ name, href: pageUrl(row, name, links), type: 'text/html' })),
    ...profileEnrollment,
    ...policies,
    groups: links.to('listApplicationGroupAssignments', { appId: id }),
    logo: [{ name: 'medium', href: logoUrl(row, links), type: 'image/png' }],
    ...credentialLinks(row, links),
    ...accessPolicy,
    users: links.to('listApplicationUsers', { appId: id }),
    [turn]: links.to(`${turn}Application`, { appId: id }),
  };
}

/** Credentials without a secret, but for the one that is handed in. */
function credentialsOf(credentials: AppCredentials, secret?: string): Record<string, unknown> {
  const { scheme, userNameTemplate, userName, password, revealPassword, signing, oauthClient } = credentials;
  const { client_id, autoKeyRotation, token_endpoint_auth_method, pkce_required } = oauthClient ?? {};
  return {
    ...(scheme ? { scheme } : {}),
    userNameTemplate,
    ...(userName === undefined ? {} : { userName }),
    ...(password ? { password: {} } : {}),
    ...(scheme ? { revealPassword: revealPassword === true } : {}),
    signing,
    ...(oauthClient
      ? {
          oauthClient: {
            autoKeyRotation,
            client_id,
            ...(secret === undefined ? {} : { client_secret: secret }),
            token_endpoint_auth_method,
            pkce_required,
          },
        }
      : {}),
  };
}

/**
 * Whether signing out of Okta signs out of the app. Recorded orgs differ by a feature, and by how far it had come for
 * which apps: what most answers of a kind show is shown.
 */
function universalLogoutOf({ signOnMode, system }: AppRow): object | null {
  if (signOnMode === 'OPENID_CONNECT' || signOnMode === 'BASIC_AUTH' || system) return null;
  if (signOnMode !== 'SAML_2_0') return { status: 'UNSUPPORTED' };
  return { status: 'DISABLED', supportType: 'FULL', identityStack: 'NOT_SHARED', protocol: 'GLOBAL_TOKEN_REVOCATION' };
}

/** The settings as they are shown: the hooks of a SAML app with links to them (facts: apps §3). */
function settingsOf({ settings }: AppRow, links: Links) {
  const hooks = settings.signOn?.inlineHooks as readonly { readonly id: string }[] | undefined;
  const allow = ['GET', 'PUT', 'DELETE'] as const;
  const shown = hooks?.map(({ id }) => ({
    id,
    _links: { self: links.allow('getInlineHook', { inlineHookId: id }, ...allow) },
  }));
  return {
    ...settings,
    ...(shown ? { signOn: { ...settings.signOn, inlineHooks: shown } } : {}),
    // Of orgs of 2022; it is null in every recording.
    extendedProperties: null,
  };
}

/**
 * An app as the answer to its creation or change shows it: the one place where a client's secret is seen.
 * @param secret left out where its client needs none
 */
export const appShown = (row: AppRow, links: Links, secret?: string) => ({
  id: row.id,
  orn: row.orn,
  name: row.name,
  label: row.label,
  status: row.status,
  lastUpdated: row.lastUpdated,
  created: row.created,
  accessibility: row.accessibility,
  ...(row.licensing ? { licensing: row.licensing } : {}),
  visibility: row.visibility,
  features: row.features,
  signOnMode: row.signOnMode,
  credentials: credentialsOf(row.credentials, secret),
  universalLogout: universalLogoutOf(row),
  settings: settingsOf(row, links),
  ...(row.profile ? { profile: row.profile } : {}),
  _links: linksOf(row, links),
});

/** An app, without its secret (facts: apps §1). */
export const appView: View<AppRow, Schemas['Application']> = (row, links) => appShown(row, links);

/** An app as events name it. */
export const appTarget = ({ id, label, name }: AppRow): LogTarget =>
  target(id, 'AppInstance', label, displayName(name, label));

/** What the catalogue calls the app; the label of one that is not in it. */
const displayName = (name: string, label: string): string => catalogueApp(name)?.displayName ?? label;
