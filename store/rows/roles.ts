import type { Row, Timestamp } from './common.js';
import { collection, foldKey } from './spec.js';

/** A role that a user or a group has (facts: roles §2). Exactly one of `userId` and `groupId` is there. */
export interface RoleAssignmentRow extends Row {
  /** `SUPER_ADMIN` and the like, or `CUSTOM`. */
  readonly type: string;
  readonly label: string;
  readonly userId: string | null;
  readonly groupId: string | null;
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
  /** Whether the admin is a third party's, and gets none of Okta's mail. */
  readonly disableNotifications: boolean;
  /** Of a custom role: what it may do, and to what. */
  readonly customRoleId?: string;
  readonly resourceSetId?: string;
}

/** What narrows a role to a group, to all apps of one kind, or to one app (facts: roles §3). */
export interface RoleTargetRow extends Row {
  readonly assignmentId: string;
  readonly groupId?: string;
  /** The app's name in the catalogue; of a target that is one app, too. */
  readonly appName?: string;
  readonly appId?: string;
}

/** A set of permissions by a name: what an assignment of type CUSTOM gives. */
export interface CustomRoleRow extends Row {
  readonly label: string;
  readonly description: string;
  readonly permissions: readonly string[];
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

/** What an assignment of type CUSTOM is about. */
export interface ResourceSetRow extends Row {
  readonly label: string;
  readonly description: string;
  /** URLs or resource names, as given. */
  readonly resources: readonly string[];
  readonly created: Timestamp;
  readonly lastUpdated: Timestamp;
}

export const roleAssignments = collection<RoleAssignmentRow>()({
  prefix: 'ra1',
  typeName: 'RoleAssignment',
  unique: {
    assigned: (row) => `${row.userId ?? row.groupId} ${row.type} ${row.customRoleId ?? ''} ${row.resourceSetId ?? ''}`,
  },
  index: {
    user: (row) => row.userId ?? undefined,
    group: (row) => row.groupId ?? undefined,
    customRole: (row) => row.customRoleId,
    resourceSet: (row) => row.resourceSetId,
  },
  references: {
    user: { to: 'users', onRemove: 'cascade' },
    group: { to: 'groups', onRemove: 'cascade' },
    customRole: { to: 'customRoles', onRemove: 'cascade' },
    resourceSet: { to: 'resourceSets', onRemove: 'cascade' },
  },
});

export const roleTargets = collection<RoleTargetRow>()({
  prefix: 'rtg',
  typeName: 'RoleTarget',
  unique: { pair: (row) => `${row.assignmentId} ${row.groupId ?? row.appId ?? row.appName ?? ''}` },
  index: {
    assignment: (row) => row.assignmentId,
    group: (row) => row.groupId,
    app: (row) => row.appId,
    appName: (row) => (row.appName === undefined ? undefined : `${row.assignmentId} ${row.appName}`),
  },
  references: {
    assignment: { to: 'roleAssignments', onRemove: 'cascade' },
    group: { to: 'groups', onRemove: 'cascade' },
    app: { to: 'apps', onRemove: 'cascade' },
  },
});

export const customRoles = collection<CustomRoleRow>()({
  prefix: 'cr0',
  typeName: 'CustomRole',
  unique: { label: (row) => foldKey(row.label) },
  uniqueness: { label: { folded: true } },
});

export const resourceSets = collection<ResourceSetRow>()({
  prefix: 'iam',
  typeName: 'IAMPolicy',
  unique: { label: (row) => foldKey(row.label) },
  uniqueness: { label: { folded: true } },
});
