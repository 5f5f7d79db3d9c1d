import type { JsonObject } from '../../store/rows/common.js';

/** What Okta knows of a kind of authenticator (facts: authenticator). */
export interface CatalogEntry {
  readonly type: string;
  readonly name: string;
  /** The ways to use it. */
  readonly methods: readonly string[];
  /** Settings of one that says nothing; absent where there are none. */
  readonly settings?: JsonObject;
  /** What the provider of one must be called. */
  readonly provider?: string;
  /** Clients may add it. */
  readonly creatable: boolean;
  /** An org may have several. */
  readonly plural?: boolean;
  /** People enrol it at this org's own page. */
  readonly enrolls?: boolean;
}

/** Every kind of authenticator by its key. A data table. */
export const catalog: Readonly<Record<string, CatalogEntry>> = {
  okta_password: { type: 'password', name: 'Password', methods: ['password'], creatable: false },
  okta_email: {
    type: 'email',
    name: 'Email',
    methods: ['email'],
    settings: { allowedFor: 'recovery', tokenLifetimeInMinutes: 5 },
    creatable: false,
  },
  phone_number: {
    type: 'phone',
    name: 'Phone',
    methods: ['sms', 'voice'],
    settings: { allowedFor: 'recovery' },
    creatable: true,
  },
  security_question: {
    type: 'security_question',
    name: 'Security Question',
    methods: ['security_question'],
    settings: { allowedFor: 'recovery' },
    creatable: true,
  },
  okta_verify: {
    type: 'app',
    name: 'Okta Verify',
    methods: ['totp', 'push', 'signed_nonce'],
    settings: {
      compliance: { fips: 'OPTIONAL' },
      channelBinding: { style: 'NUMBER_CHALLENGE', required: 'NEVER' },
      userVerification: 'PREFERRED',
      userVerificationMethods: ['BIOMETRICS', 'PIN'],
      appInstanceId: '',
    },
    creatable: false,
    enrolls: true,
  },
  google_otp: { type: 'app', name: 'Google Authenticator', methods: ['otp'], settings: {}, creatable: true },
  webauthn: { type: 'security_key', name: 'Security Key or Biometric', methods: ['webauthn'], creatable: true },
  yubikey_token: { type: 'security_key', name: 'Yubikey', methods: ['otp'], creatable: true },
  custom_otp: { type: 'security_key', name: 'Custom OTP', methods: ['otp'], creatable: true, plural: true },
  onprem_mfa: {
    type: 'security_key',
    name: 'On-Prem MFA',
    methods: ['otp'],
    provider: 'DEL_OATH',
    creatable: true,
  },
  rsa_token: { type: 'security_key', name: 'RSA SecurID', methods: ['otp'], provider: 'DEL_OATH', creatable: true },
  duo: { type: 'app', name: 'Duo Security', methods: ['duo'], settings: {}, provider: 'DUO', creatable: true },
  symantec_vip: { type: 'app', name: 'Symantec VIP', methods: ['otp'], creatable: true },
  custom_app: {
    type: 'app',
    name: 'Custom Push Authenticator',
    methods: ['push'],
    settings: { userVerification: 'PREFERRED' },
    provider: 'PUSH',
    creatable: true,
    plural: true,
    enrolls: true,
  },
  external_idp: {
    type: 'federated',
    name: 'IdP Authenticator',
    methods: ['idp'],
    provider: 'CLAIMS',
    creatable: true,
    plural: true,
  },
  smart_card_idp: {
    type: 'federated',
    name: 'Smart Card IdP',
    methods: ['cert'],
    provider: 'SMART_CARD',
    creatable: true,
  },
};

/** What Okta knows of the kind with this key. */
export const entryOf = (key: string): CatalogEntry | undefined =>
  Object.hasOwn(catalog, key) ? catalog[key] : undefined;
