import { listed } from '../org.js';
import { fresh, type Makers } from './fresh.js';

const authScheme = { type: 'HEADER', key: 'Authorization', value: 'a-secret-of-the-hook' };

/** A self-signed certificate of nobody, valid to the end of 2046: a store of keys takes any that can be read. */
const CERTIFICATE =
  'MIIDFTCCAf2gAwIBAgIUCkYYUsN9NVUMZESfDnLh9w1AXdMwDQYJKoZIhvcNAQELBQAwGjEYMBYGA1UEAwwPcGFydG5lci5leGFtcGxlMB4XDTI2MTEyOTIyMjgwMloXDTQ2MTEyNDIyMjgwMlowGjEYMBYGA1UEAwwPcGFydG5lci5leGFtcGxlMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA4HHID8ANgWrHws2rKSvoFhKUoV9UCluh2BMPLT1V83gkOMU2YNIbn2ARjusNXzy+pHCvBKm6Kj8kHy0FzndFQOJ3B2CqkaD4JX3wpq2aG4TTVtGpOTXW0yPeCSSEZmS7WeKTDOqrvDUg/6kGUSPkcmUA3MtePeBSBqKZLP2ZC/Vu14kSm0yySK98i7KOV3cV+D8EAhUtEQgsMDjKAmour5bC86KP3glHpuaVOX28zD7dVL0GS2hAN3OA1RIhwU0ADcYZ0+gAgpqC06kLUqO2S+qiOG26pivLRfwauiIpHeuuKShrpVu1WhneYt8UyIy1J9YLdF7r7PP5Bu7sxCgV4QIDAQABo1MwUTAdBgNVHQ4EFgQUqp+1R5o7NTAZiVM08ZfY/LQSyA4wHwYDVR0jBBgwFoAUqp+1R5o7NTAZiVM08ZfY/LQSyA4wDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAISm8Sx4VqlUuvnPpnxUdhHsLPcb22/DT5tP99xicXVscR094fN1GOuPgKwFp0PL5EqfVWKXNaBFF75t1IQFcFqW2hT35r1AiY3JDVIWlsjvSPuT+xqY7qd9Np0i27pBukhTPK4ANnTawvuVhps06ImfWCMrHRlmnVbxgAHtsKQT6LsHH24QvPKaulOs+WzXRiazhoRuXXFOfIeLIhngVSipeq960V0YjZNoeEGx1ua2vUUyERW5lZacGcMOoi48OhksR8sPA7oS5Ozv7atwzKbwGOJTU+NMbY9BTyEG0Md3ou457mxBpgmCN0MlyFaPdnW/VeCrTBxaun4Wi9u9HnQ==';

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
