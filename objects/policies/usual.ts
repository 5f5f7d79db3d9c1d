import type { JsonObject } from '../../store/rows/common.js';

const signon: JsonObject = {
  access: 'ALLOW',
  requireFactor: false,
  rememberDeviceByDefault: false,
  session: { usePersistentCookie: false, maxSessionIdleMinutes: 120, maxSessionLifetimeMinutes: 0 },
};

const password: JsonObject = {
  passwordChange: { access: 'ALLOW' },
  selfServicePasswordReset: { access: 'ALLOW' },
  selfServiceUnlock: { access: 'DENY' },
};

const actions: { readonly [type: string]: JsonObject } = {
  OKTA_SIGN_ON: { signon },
  PASSWORD: password,
  MFA_ENROLL: { enroll: { self: 'CHALLENGE' } },
  IDP_DISCOVERY: { idp: { providers: [{ type: 'OKTA' }], idpSelectionType: 'SPECIFIC' } },
};

/**
 * What the rule does that a ranked policy has where nobody wrote one: a policy without rules would apply to nobody.
 * @param isEngine Identity Engine: its sign-on rules say what the first factor is
 */
export const usualActions = (type: string, isEngine: boolean): JsonObject =>
  type === 'OKTA_SIGN_ON' && isEngine
    ? { signon: { ...signon, primaryFactor: 'PASSWORD_IDP_ANY_FACTOR' } }
    : (actions[type] ?? {});

/** The name of such a rule. */
export const USUAL_RULE = 'Default Rule';
