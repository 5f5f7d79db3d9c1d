import type { Fault } from '../../../contract/given.js';
import type { JsonObject } from '../../../store/rows/common.js';
import { idOf, ids, type Reads } from './ids.js';
import { choice, flag, ifGiven, list, object, type Reader, text, texts } from './readers.js';

/** When people are asked to enrol. */
export const enrollActions: Reader<JsonObject> = object({
  enroll: object({ self: choice(['CHALLENGE', 'LOGIN', 'NEVER'], 'CHALLENGE') }),
});

const MAX_ATTRIBUTES = 10;

const most = (count: number, read: Reader<readonly (JsonObject | string)[]>) =>
  ((value, at, faults) => {
    const given = read(value, at, faults);
    if (given && given.length > count) faults.push([at, `${at}: No more than ${count} may be given`]);
    return given;
  }) satisfies Reader<readonly (JsonObject | string)[]>;

/** A list that shows as null where nothing is in it. */
const someOrNull =
  (read: Reader<readonly (JsonObject | string)[]>): Reader =>
  (value, at, faults) => {
    const given = read(value, at, faults);
    return given && given.length > 0 ? given : null;
  };

const profileEnrollment = (ctx: Reads): Reader<JsonObject> =>
  object({
    access: choice(['ALLOW', 'DENY'], 'ALLOW'),
    preRegistrationInlineHooks: someOrNull(most(1, list(object({ inlineHookId: idOf(ctx, 'inlineHooks') })))),
    profileAttributes: most(MAX_ATTRIBUTES, list(object({ name: text(), label: text(), required: flag(false) }), [])),
    targetGroupIds: someOrNull(most(1, ids(ctx, 'groups'))),
    unknownUserAction: choice(['DENY', 'REGISTER'], 'DENY'),
    activationRequirements: object({ emailVerification: flag(true) }),
    uiSchemaId: text(),
    progressiveProfilingAction: choice(['ENABLED', 'DISABLED'], 'DISABLED'),
    allowedIdentifiers: texts(['login']),
    enrollAuthenticatorTypes: ifGiven(texts()),
  });

/** Who may register, and what is asked then. Access stays as it was made: ALLOW (facts: policy §Actions). */
export const profileActions =
  (ctx: Reads): Reader<JsonObject> =>
  (value, at, faults) => {
    const given = object({ profileEnrollment: profileEnrollment(ctx) })(value, at, faults);
    if (given) faults.push(...faultsOf(given.profileEnrollment as JsonObject, `${at}.profileEnrollment`));
    return given;
  };

function faultsOf({ access, profileAttributes }: JsonObject, at: string): Fault[] {
  const asked = (Array.isArray(profileAttributes) ? profileAttributes : []) as readonly JsonObject[];
  const nameless = asked.some(({ name }) => name === undefined || name === '');
  return [
    ...(access === 'ALLOW' ? [] : ([[`${at}.access`, `${at}.access: The field has an invalid value`]] as Fault[])),
    ...(nameless
      ? ([[`${at}.profileAttributes`, `${at}.profileAttributes: The field cannot be left blank`]] as Fault[])
      : []),
  ];
}
