import type { Operation } from './operations.js';
import { member, type Thing } from './org.js';

/** What an operation asks of the thing that it is about: it would refuse others, or do nothing with them. */
export interface Wish {
  /** The parameter that it is about; the last of the path without it. */
  readonly param?: string;
  /** Whether this thing is one; `all` are those beside it, `self` is the id of who the token belongs to. */
  suits(thing: Thing, all: readonly Thing[], self: string): boolean;
  /** How such a one is, after "None". */
  readonly what: string;
  /** The operation that brings one into that state. */
  readonly maker: string;
}

const inState = (maker: string, ...states: readonly string[]): Wish => ({
  suits: ({ status }) => states.includes(String(status)),
  what: `is ${states.join(' or ')} now`,
  maker,
});

const own = (maker: string): Wish => ({
  suits: (thing) => thing.system !== true && thing.default !== true && thing.type !== 'BUILT_IN',
  what: 'can be deleted: these came with the org',
  maker,
});

const custom = (maker: string): Wish => ({
  suits: ({ id }) => id !== 'default',
  what: "is the org's own",
  maker,
});

/** The last target of a role stays as long as the role does. */
const another = (maker: string): Wish => ({
  suits: (_, all) => all.length > 1,
  what: 'can be removed: it is the last one of its role',
  maker,
});

const ownUser: Wish = {
  suits: ({ id }, _, self) => id === self,
  what: 'is who the token belongs to',
  maker: 'createUser',
};

const isActive = ({ status }: Thing): boolean => status === 'ACTIVE';

/** The wishes by operation. */
const wishes: Readonly<Record<string, Wish>> = {
  activateUser: inState('createUser', 'STAGED', 'DEPROVISIONED'),
  reactivateUser: inState('activateUser', 'PROVISIONED', 'RECOVERY'),
  suspendUser: inState('activateUser', 'ACTIVE'),
  unsuspendUser: inState('suspendUser', 'SUSPENDED'),
  unlockUser: inState('', 'LOCKED_OUT'),
  expirePassword: inState('activateUser', 'ACTIVE'),
  expirePasswordAndGetTemporaryPassword: inState('activateUser', 'ACTIVE'),
  resetPassword: inState('activateUser', 'ACTIVE'),
  enrollFactor: inState('activateUser', 'ACTIVE'),
  forgotPassword: {
    suits: (user) => isActive(user) && member(user, 'credentials', 'recovery_question') !== undefined,
    what: 'has a recovery question',
    maker: 'changeRecoveryQuestion',
  },
  listUserSubscriptions: { ...ownUser, param: 'userId' },
  getUserSubscriptionByNotificationType: { ...ownUser, param: 'userId' },
  subscribeUserSubscriptionByNotificationType: { ...ownUser, param: 'userId' },
  unsubscribeUserSubscriptionByNotificationType: { ...ownUser, param: 'userId' },
  activateGroupRule: inState('createGroupRule', 'INACTIVE', 'INVALID'),
  deactivateGroupRule: inState('activateGroupRule', 'ACTIVE'),
  deleteGroupRule: inState('deactivateGroupRule', 'INACTIVE', 'INVALID'),
  updateGroupRule: inState('deactivateGroupRule', 'INACTIVE', 'INVALID'),
  activateFactor: inState('enrollFactor', 'PENDING_ACTIVATION'),
  deleteGroup: own('createGroup'),
  deleteUserType: own('createUserType'),
  deleteApplication: inState('deactivateApplication', 'INACTIVE'),
  deactivateClientSecretForApplication: {
    suits: (secret, all) => isActive(secret) && all.filter(isActive).length > 1,
    what: 'can be turned off: it is the only active one',
    maker: 'createNewClientSecretForApplication',
  },
  deleteClientSecretForApplication: inState('deactivateClientSecretForApplication', 'INACTIVE'),
  removeGroupTargetFromGroupAdministratorRoleGivenToGroup: another('addGroupTargetToGroupAdministratorRoleForGroup'),
  removeGroupTargetFromRole: another('addGroupTargetToRole'),
  removeApplicationTargetFromApplicationAdministratorRoleForUser: another('addApplicationTargetToAdminRoleForUser'),
  deleteApplicationUser: {
    suits: ({ scope }) => scope === 'USER',
    what: 'has the app but through a group',
    maker: 'assignUserToApplication',
  },
  deleteEmailTemplateCustomization: {
    suits: ({ isDefault }) => isDefault !== true,
    what: 'is another than the default one, which stays',
    maker: 'createEmailTemplateCustomization',
  },
  previewSAMLAppMetadata: {
    param: 'appId',
    suits: ({ signOnMode }) => signOnMode === 'SAML_2_0',
    what: 'signs people on by SAML',
    maker: 'createApplication',
  },
  deleteNetworkZone: inState('deactivateNetworkZone', 'INACTIVE'),
  executeInlineHook: inState('activateInlineHook', 'ACTIVE'),
  deactivateAuthenticator: {
    suits: ({ key, status }) => status === 'ACTIVE' && key !== 'okta_password',
    what: 'can be turned off',
    maker: 'createAuthenticator',
  },
  deleteOAuth2Claim: own('createOAuth2Claim'),
  deletePolicy: own('createPolicy'),
  deletePolicyRule: own('createPolicyRule'),
  deleteEventHook: inState('deactivateEventHook', 'INACTIVE'),
  updateSmsTemplate: custom('createSmsTemplate'),
  partialUpdateSmsTemplate: custom('createSmsTemplate'),
  deleteSmsTemplate: custom('createSmsTemplate'),
};

/** What an operation asks of a parameter; undefined where it takes any. */
export function wishOf({ id, params }: Operation, name: string): Wish | undefined {
  const wish = wishes[id];
  return wish && (wish.param ?? params.at(-1)) === name ? wish : undefined;
}
