import { blank } from '../../../contract/errors.js';
import type { JsonObject } from '../../../store/rows/common.js';
import { anything, choice, flag, object, type Reader, whole } from './readers.js';

const signon = (isEngine: boolean, access: unknown): Reader<JsonObject> =>
  object({
    access: choice(['ALLOW', 'DENY', 'CHALLENGE']),
    requireFactor: flag(false),
    factorPromptMode: choice(['ALWAYS', 'DEVICE', 'SESSION']),
    factorLifetime: whole(undefined, 0),
    ...(isEngine
      ? {
          primaryFactor: choice(
            ['PASSWORD_IDP_ANY_FACTOR', 'PASSWORD_IDP'],
            access === 'DENY' ? 'PASSWORD_IDP' : 'PASSWORD_IDP_ANY_FACTOR',
          ),
        }
      : {}),
    rememberDeviceByDefault: flag(false),
    challenge: anything,
    session: object({
      usePersistentCookie: flag(false),
      maxSessionIdleMinutes: whole(120, 1),
      maxSessionLifetimeMinutes: whole(0, 0),
    }),
  });

/**
 * What a rule of a sign-on policy does: it has to say whether it lets people in, and when a second factor is asked for
 * (facts: policy §Actions).
 * @param isEngine Identity Engine: the primary factor is one of its settings
 */
export const signOnActions =
  (isEngine: boolean): Reader<JsonObject> =>
  (value, at, faults) => {
    const access = (value as { signon?: { access?: unknown } | null } | null | undefined)?.signon?.access;
    const given = object({ signon: signon(isEngine, access) })(value, at, faults);
    const signs = (given?.signon ?? {}) as JsonObject;
    const { requireFactor, factorPromptMode, factorLifetime } = signs;
    const needed = {
      access: signs.access,
      ...(requireFactor === true ? { factorPromptMode } : {}),
      ...(requireFactor === true && factorPromptMode === 'SESSION' ? { factorLifetime } : {}),
    };
    for (const [name, member] of Object.entries(needed)) {
      if (member === undefined) faults.push([`${at}.signon.${name}`, blank(`${at}.signon.${name}`)]);
    }
    return given;
  };
