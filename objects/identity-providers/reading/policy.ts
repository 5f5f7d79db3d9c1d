import {
  absent,
  type Fault,
  isBlank,
  missing,
  objectOf,
  oneOf,
  refuseAll,
  textOf,
  textsOf,
  tooLong,
} from '../../../contract/given.js';
import type { Schemas } from '../../../contract/routes.js';
import type { Given } from '../../../contract/shapes.js';
import type { IdpGroups, IdpPolicy } from '../../../store/rows/identity-providers.js';
import { familyOf } from '../types.js';
import type { Known } from './known.js';
import { newerFlag } from './protocol.js';

type Body = Given<Schemas['IdentityProviderPolicy']>;
type Groups = Given<Schemas['ProvisioningGroups']>;

const LONGEST = 1024;
/** Shorter than this no expression of a username is (facts: identity-provider, required and limits). */
const SHORTEST_TEMPLATE = 9;

const onlyGroups = (known: Known, field: string, ids: readonly string[]): Fault[] =>
  ids
    .filter((id) => !known.isGroup(id))
    .map((id) => [field, `${field}: The group "${id.slice(0, 100)}" is not found.`]);

function groupFaults(known: Known, type: string, groups: Groups): Fault[] {
  const { action } = groups;
  const byAttribute = action === 'APPEND' || action === 'SYNC';
  const fault: Fault[] =
    byAttribute && type !== 'SAML2' && type !== 'OIDC'
      ? [['groups', `groups: '${action}' is for SAML 2.0 and OpenID Connect alone.`]]
      : [];
  return [
    ...oneOf('action', action, ['NONE', 'APPEND', 'SYNC', 'ASSIGN']),
    ...fault,
    ...(byAttribute ? missing('sourceAttributeName', groups.sourceAttributeName) : []),
    ...tooLong('sourceAttributeName', groups.sourceAttributeName, LONGEST),
    ...(action === 'ASSIGN' && textsOf(groups.assignments).length === 0 ? absent('assignments', null) : []),
    ...onlyGroups(known, 'assignments', textsOf(groups.assignments)),
    ...onlyGroups(known, 'filter', textsOf(groups.filter)),
  ];
}

function groupsOf(groups: Groups): IdpGroups {
  const action = groups.action ?? 'NONE';
  if (action === 'ASSIGN') return { action, assignments: textsOf(groups.assignments) };
  if (action === 'NONE') return { action };
  const sourceAttributeName = groups.sourceAttributeName ?? '';
  return { action, sourceAttributeName, ...(groups.filter ? { filter: textsOf(groups.filter) } : {}) };
}

type Provisioning = NonNullable<Body['provisioning']>;

const provisioningFaults = (known: Known, type: string, { action, groups, conditions }: Provisioning): Fault[] => [
  ...oneOf('action', action, type === 'X509' ? ['DISABLED'] : ['AUTO', 'DISABLED', 'CALLOUT']),
  ...groupFaults(known, type, groups ?? {}),
  ...oneOf('deprovisioned', conditions?.deprovisioned?.action, ['NONE', 'REACTIVATE']),
  ...oneOf('suspended', conditions?.suspended?.action, ['NONE', 'UNSUSPEND']),
];

function provisioningOf(type: string, given: Provisioning): IdpPolicy['provisioning'] {
  const { action, profileMaster, groups, conditions } = given;
  // Who comes with a smart card is in the org already.
  if (type === 'X509') return { action: 'DISABLED', profileMaster: profileMaster === true, groups: null };
  return {
    action: action ?? 'AUTO',
    profileMaster: profileMaster === true,
    groups: groupsOf(groups ?? {}),
    conditions: {
      deprovisioned: { action: conditions?.deprovisioned?.action ?? 'NONE' },
      suspended: { action: conditions?.suspended?.action ?? 'NONE' },
    },
  };
}

type AccountLink = NonNullable<Body['accountLink']>;

const linkFaults = (known: Known, { action, filter }: AccountLink): Fault[] => [
  ...oneOf('action', action, ['AUTO', 'DISABLED']),
  ...onlyGroups(known, 'include', textsOf(filter?.groups?.include)),
];

function accountLinkOf({ action, filter }: AccountLink): IdpPolicy['accountLink'] {
  const include = filter?.groups?.include;
  return { filter: include ? { groups: { include: textsOf(include) } } : null, action: action ?? 'AUTO' };
}

type Subject = NonNullable<Body['subject']>;

const MATCHES = ['USERNAME', 'EMAIL', 'USERNAME_OR_EMAIL', 'CUSTOM_ATTRIBUTE'];

function subjectFaults({ userNameTemplate, matchType, matchAttribute, filter }: Subject): Fault[] {
  const template = userNameTemplate?.template;
  const isShort = !isBlank(template) && String(template).length < SHORTEST_TEMPLATE;
  const short: Fault[] = isShort
    ? [['template', `template: At least ${SHORTEST_TEMPLATE} characters are needed.`]]
    : [];
  return [
    ...missing('template', template),
    ...short,
    ...tooLong('template', template, LONGEST),
    ...oneOf('matchType', matchType, MATCHES),
    ...(matchType === 'CUSTOM_ATTRIBUTE' ? missing('matchAttribute', matchAttribute) : []),
    ...tooLong('matchAttribute', matchAttribute, LONGEST),
    ...tooLong('filter', filter, LONGEST),
  ];
}

const subjectOf = ({ userNameTemplate, filter, matchType, matchAttribute, format }: Subject): IdpPolicy['subject'] => ({
  userNameTemplate: { template: userNameTemplate?.template ?? '' },
  filter: textOf(filter) ?? null,
  matchType: matchType ?? 'USERNAME',
  matchAttribute: textOf(matchAttribute) ?? null,
  ...(format ? { format: textsOf(format) } : {}),
});

const skewFaults = (skew: number | null | undefined): Fault[] =>
  skew === undefined || skew === null || (Number.isSafeInteger(skew) && skew >= 0)
    ? []
    : [['maxClockSkew', 'maxClockSkew: A number of milliseconds, 0 or more, is needed.']];

/** Settings that are newer than the contract. @throws OktaError 400 E0000003 */
function newerParts(
  policy: Body,
): Pick<IdpPolicy, 'trustClaims' | 'transformedUsernameMatchingEnabled' | 'mapAMRClaims'> {
  const given = objectOf(policy) ?? {};
  const mapAMRClaims = newerFlag(given, 'mapAMRClaims');
  return {
    trustClaims: newerFlag(given, 'trustClaims') ?? false,
    transformedUsernameMatchingEnabled: newerFlag(given, 'transformedUsernameMatchingEnabled') ?? false,
    ...(mapAMRClaims === undefined ? {} : { mapAMRClaims }),
  };
}

/**
 * Reads what becomes of the users of a provider, defaults filled in.
 * @throws OktaError 400 E0000001 with what is missing, unknown or too long
 */
export function readPolicy(known: Known, type: string, policy: Body): IdpPolicy {
  const { provisioning, accountLink, subject, maxClockSkew } = policy;
  const hasLink = familyOf(type) !== 'certificate' || (accountLink !== undefined && accountLink !== null);
  refuseAll([
    ...absent('provisioning', provisioning),
    ...(hasLink ? absent('accountLink', accountLink) : []),
    ...absent('subject', subject),
    ...(provisioning ? provisioningFaults(known, type, provisioning) : []),
    ...(accountLink ? linkFaults(known, accountLink) : []),
    ...(subject ? subjectFaults(subject) : []),
    ...skewFaults(maxClockSkew),
  ]);
  const link = accountLinkOf(accountLink ?? {});
  return {
    provisioning: provisioningOf(type, provisioning ?? {}),
    ...(hasLink && link ? { accountLink: link } : {}),
    subject: subjectOf(subject ?? {}),
    maxClockSkew: maxClockSkew ?? 0,
    ...newerParts(policy),
  };
}
