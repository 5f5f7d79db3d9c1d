/** How a kind of provider is spoken to. */
export interface IdpKind {
  /** Protocols that a provider of this type may name. */
  readonly protocols: readonly string[];
  /** Where a public provider signs people in: whoever it is for, the addresses are the same (facts: identity-provider). */
  readonly endpoints?: { readonly authorization: string; readonly token: string };
}

const social = (authorization: string, token: string): IdpKind => ({
  protocols: ['OIDC', 'OAUTH2'],
  endpoints: { authorization, token },
});

/** The types of identity providers that can be made, those newer than the contract included. */
export const idpKinds: Readonly<Record<string, IdpKind>> = {
  SAML2: { protocols: ['SAML2'] },
  OIDC: { protocols: ['OIDC'] },
  X509: { protocols: ['MTLS'] },
  GOOGLE: social('https://accounts.google.com/o/oauth2/auth', 'https://www.googleapis.com/oauth2/v3/token'),
  FACEBOOK: social('https://www.facebook.com/dialog/oauth', 'https://graph.facebook.com/v2.8/oauth/access_token'),
  MICROSOFT: social(
    'https://login.microsoftonline.com/common/oauth2/v2.0/authorize',
    'https://login.microsoftonline.com/common/oauth2/v2.0/token',
  ),
  LINKEDIN: social(
    'https://www.linkedin.com/uas/oauth2/authorization',
    'https://www.linkedin.com/uas/oauth2/accessToken',
  ),
  APPLE: social('https://appleid.apple.com/auth/authorize', 'https://appleid.apple.com/auth/token'),
  AMAZON: social('https://www.amazon.com/ap/oa', 'https://api.amazon.com/auth/o2/token'),
  DISCORD: social('https://discord.com/api/oauth2/authorize', 'https://discord.com/api/oauth2/token'),
  GITHUB: social('https://github.com/login/oauth/authorize', 'https://github.com/login/oauth/access_token'),
  GITLAB: social('https://gitlab.com/oauth/authorize', 'https://gitlab.com/oauth/token'),
  LOGINGOV: social(
    'https://secure.login.gov/openid_connect/authorize',
    'https://secure.login.gov/api/openid_connect/token',
  ),
  LOGINGOV_SANDBOX: social(
    'https://idp.int.identitysandbox.gov/openid_connect/authorize',
    'https://idp.int.identitysandbox.gov/api/openid_connect/token',
  ),
  PAYPAL: social('https://www.paypal.com/signin/authorize', 'https://api.paypal.com/v1/oauth2/token'),
  PAYPAL_SANDBOX: social(
    'https://www.sandbox.paypal.com/signin/authorize',
    'https://api.sandbox.paypal.com/v1/oauth2/token',
  ),
  SALESFORCE: social(
    'https://login.salesforce.com/services/oauth2/authorize',
    'https://login.salesforce.com/services/oauth2/token',
  ),
  SPOTIFY: social('https://accounts.spotify.com/authorize', 'https://accounts.spotify.com/api/token'),
  XERO: social('https://login.xero.com/identity/connect/authorize', 'https://identity.xero.com/connect/token'),
  YAHOO: social('https://api.login.yahoo.com/oauth2/request_auth', 'https://api.login.yahoo.com/oauth2/get_token'),
  YAHOOJP: social(
    'https://auth.login.yahoo.co.jp/yconnect/v2/authorization',
    'https://auth.login.yahoo.co.jp/yconnect/v2/token',
  ),
};

/** Types that policies and answers of Okta name, and that nobody can make (facts: identity-provider). */
export const builtInTypes: readonly string[] = ['OKTA', 'IWA', 'AgentlessDSSO'];

/** Whether a provider is spoken to by SAML, by a certificate, or as an OAuth server. */
export const familyOf = (type: string): 'saml' | 'certificate' | 'oauth' =>
  type === 'SAML2' ? 'saml' : type === 'X509' ? 'certificate' : 'oauth';

/** Whether a signing key is made with the provider (facts: identity-provider, create). */
export const hasFirstKey = (type: string): boolean => type === 'SAML2' || type === 'OIDC';

/** What the users of a provider of this type are called in mappings and schemas: `saml_idp`, `oidc_idp`, `google_idp`. */
export const idpSchemaName = (type: string): string => `${type === 'SAML2' ? 'saml' : type.toLowerCase()}_idp`;
