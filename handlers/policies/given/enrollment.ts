import { blank } from '../../../contract/errors.js';
import { type Fault, objectOf } from '../../../contract/given.js';
import { requiredAttributes } from '../../../objects/policies/defaults.js';
import type { JsonObject } from '../../../store/rows/common.js';
import type { PolicyRow, PolicyRuleRow } from '../../../store/rows/policies.js';
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

/**
 * Who may register, and what is asked then. Access stays as it was made: ALLOW (facts: policy §Actions).
 * @param before the rule as it is, where it is changed
 */
export const profileActions =
  (ctx: Reads, policy: PolicyRow, before?: PolicyRuleRow): Reader<JsonObject> =>
  (value, at, faults) => {
    const given = object({ profileEnrollment: profileEnrollment(ctx) })(value, at, faults);
    if (!given) return given;
    const enrollment = given.profileEnrollment as JsonObject;
    const where = `${at}.profileEnrollment`;
    faults.push(...faultsOf(enrollment, where), ...lostForm(enrollment, before, where));
    if (policy.system) faults.push(...lostAttributes(ctx, enrollment, where));
    return given;
  };

/** A form that a rule has is named whenever the rule is sent. */
function lostForm({ uiSchemaId }: JsonObject, before: PolicyRuleRow | undefined, at: string): Fault[] {
  const known = objectOf(before?.actions.profileEnrollment)?.uiSchemaId;
  const field = `${at}.uiSchemaId`;
  return known !== undefined && uiSchemaId === undefined ? [[field, blank(field)]] : [];
}

/** The default policy goes on asking for what the schema of users requires. */
function lostAttributes(ctx: Reads, { profileAttributes }: JsonObject, at: string): Fault[] {
  const asked = (Array.isArray(profileAttributes) ? profileAttributes : []) as readonly JsonObject[];
  const field = `${at}.profileAttributes`;
  return requiredAttributes(ctx)
    .filter(({ name }) => !asked.some((one) => one.name === name && one.required === true))
    .map(({ name }): Fault => [field, `${field}: The attribute '${String(name)}' must be asked for`]);
}

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
