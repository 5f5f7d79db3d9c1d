import { listed } from '../org.js';
import { fresh, type Makers } from './fresh.js';

const authScheme = { type: 'HEADER', key: 'Authorization', value: 'a-secret-of-the-hook' };

/** A self-signed certificate of nobody, valid to the end of 2046: a store of keys takes any that can be read. */
const CERTIFICATE =
  'MIIBiTCCAS+gAwIBAgIUMUnSyzn5YRDbj6tT2kvL/8+IWA8wCgYIKoZIzj0EAwIwGjEYMBYGA1UEAwwPcGFydG5lci5leGFtcGxlMB4XDTI2MTEyOTIyMDIyNloXDTQ2MTEyNDIyMDIyNlowGjEYMBYGA1UEAwwPcGFydG5lci5leGFtcGxlMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEJRP+Pj1lAZFG6FsHll/0gxtc6kinIF9hd+WkdLcL8+X19WG6viBmTiOP+IUf4+o0OAr5pSx91f8HysscEPBkk6NTMFEwHQYDVR0OBBYEFNPNkl6ExLm1LI7WP4J5aJ211172MB8GA1UdIwQYMBaAFNPNkl6ExLm1LI7WP4J5aJ211172MA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgRppC0acrXGuTrV9dxiBg9TAW3IqaXKUvAJKMd4V18GkCIQDhLzUWbuTRPeglhUcVPIeE3aKY/Ucjd6aWj8AWb/OpNw==';

// biome-ignore-start lint/suspicious/noTemplateCurlyInString: Velocity
/** What the text of a mail must hold, by its template. */
const links: Readonly<Record<string, string>> = {
  UserActivation: '<a href="${activationLink}">Choose a password</a>',
  ForgotPassword: '<a href="${resetPasswordLink}">Choose a new password</a>',
};
// biome-ignore-end lint/suspicious/noTemplateCurlyInString: Velocity

/** Bodies of what leads outside: apps, identity providers, hooks, domains, texts. */
export const outside: Makers = {
  createApplication: async () => ({
    name: 'bookmark',
    label: await fresh('/apps', ['Team Handbook', 'Lunch Menu']),
    signOnMode: 'BOOKMARK',
    settings: { app: { requestIntegration: false, url: 'https://example.com/handbook' } },
  }),
  createNewClientSecretForApplication: () => ({ client_secret: 'a-secret-of-the-client' }),
  setDefaultProvisioningConnectionForApplication: () => ({ profile: { authScheme: 'UNKNOWN' } }),
  grantConsentToScope: () => ({ issuer: location.origin, scopeId: 'okta.groups.read' }),
  createIdentityProvider: async () => ({
    type: 'FACEBOOK',
    name: await fresh('/idps', ['Friends', 'Fans']),
    protocol: {
      type: 'OAUTH2',
      scopes: ['public_profile', 'email'],
      credentials: { client: { client_id: 'an-id', client_secret: 'a-secret' } },
    },
    policy: {
      provisioning: { action: 'AUTO', groups: { action: 'NONE' } },
      accountLink: { action: 'AUTO' },
      subject: { userNameTemplate: { template: 'idpuser.email' } },
    },
  }),
  createIdentityProviderKey: () => ({ x5c: [CERTIFICATE] }),
  createEventHook: async () => ({
    name: await fresh('/eventHooks', ['Audit', 'Archive']),
    events: { type: 'EVENT_TYPE', items: ['user.lifecycle.create', 'group.lifecycle.create'] },
    channel: { type: 'HTTP', version: '1.0.0', config: { uri: 'https://hooks.example.com/audit', authScheme } },
  }),
  createInlineHook: async () => ({
    name: await fresh('/inlineHooks', ['Tokens', 'More tokens']),
    type: 'com.okta.oauth2.tokens.transform',
    version: '1.0.0',
    channel: {
      type: 'HTTP',
      version: '1.0.0',
      config: { uri: 'https://hooks.example.com/tokens', method: 'POST', authScheme },
    },
  }),
  executeInlineHook: () => ({ source: 'explorer', data: {} }),
  createDomain: async () => ({
    domain: await fresh('/domains', ['id.acme.example', 'sso.acme.example']),
  }),
  createSmsTemplate: () => ({
    name: 'Acme code',
    type: 'SMS_VERIFY_CODE',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the language of the text
    template: '${org.name} code: ${code}',
  }),
  sendTestEmail: async ({ brandId = '', templateName = '' }) => {
    const [own] = await listed(`/api/v1/brands/${brandId}/templates/email/${templateName}/customizations`);
    return own ? { customizationId: own.id } : {};
  },
  createEmailTemplateCustomization: async ({ brandId = '', templateName = '' }) => ({
    language: await fresh(
      `/brands/${brandId}/templates/email/${templateName}/customizations`,
      ['de', 'es', 'it', 'sv'],
      (name) => `"language":"${name}"`,
    ),
    subject: 'A word from Acme',
    body: `<!DOCTYPE html><html><body><p>Hello.</p>${links[templateName] ?? ''}</body></html>`,
  }),
};
