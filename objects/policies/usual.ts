import type { JsonObject } from '../../store/rows/common.js';

const signon: JsonObject = {
  access: 'ALLOW',
  requireFactor: false,
  primaryFactor: 'PASSWORD_IDP_ANY_FACTOR',
  rememberDeviceByDefault: false,
  session: { usePersistentCookie: false, maxSessionIdleMinutes: 120, maxSessionLifetimeMinutes: 0 },
};

const password: JsonObject = {
  passwordChange: { access: 'ALLOW' },
  selfServicePasswordReset: { access: 'ALLOW' },
  selfServiceUnlock: { access: 'DENY' },
};

/** What the rule does that a ranked policy has where nobody wrote one: a policy without rules would apply to nobody. */
export const usualActions: { readonly [type: string]: JsonObject } = {
  OKTA_SIGN_ON: { signon },
  PASSWORD: password,
  MFA_ENROLL: { enroll: { self: 'CHALLENGE' } },
  IDP_DISCOVERY: { idp: { providers: [{ type: 'OKTA' }], idpSelectionType: 'SPECIFIC' } },
};

/** The name of such a rule. */
export const USUAL_RULE = 'Default Rule';
