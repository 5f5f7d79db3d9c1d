/** What narrows a role: nothing, groups, or apps. */
export type TargetKind = 'groups' | 'apps';

/** What a type of standard role is. */
export interface RoleKind {
  readonly label: string;
  /** What its assignments can be narrowed to. */
  readonly targets?: TargetKind;
  /** The id of each of its assignments, whoever has it: Base32 of the type. Other assignments have ids of their own. */
  readonly id?: string;
}

/** The standard roles (facts: roles §1). */
export const standardRoles: Readonly<Record<string, RoleKind>> = {
  SUPER_ADMIN: { label: 'Super Administrator' },
  ORG_ADMIN: { label: 'Organization Administrator' },
  APP_ADMIN: { label: 'Application Administrator', targets: 'apps', id: 'IFIFAX2BIRGUSTQ' },
  USER_ADMIN: { label: 'Group Administrator', targets: 'groups', id: 'KVJUKUS7IFCE2SKO' },
  HELP_DESK_ADMIN: { label: 'Help Desk Administrator', targets: 'groups', id: 'JBCUYUC7IRCVGS27IFCE2SKO' },
  READ_ONLY_ADMIN: { label: 'Read-only Administrator' },
  MOBILE_ADMIN: { label: 'Mobile Administrator' },
  API_ACCESS_MANAGEMENT_ADMIN: { label: 'API Access Management Administrator' },
  REPORT_ADMIN: { label: 'Report Administrator' },
  GROUP_MEMBERSHIP_ADMIN: {
    label: 'Group Membership Administrator',
    targets: 'groups',
    id: 'I5JE6VKQL5GUKTKCIVJFGSCJKBPUCRCNJFHA',
  },
};

/** The standard role of a type, or undefined. */
export const standardRole = (type: string): RoleKind | undefined =>
  Object.hasOwn(standardRoles, type) ? standardRoles[type] : undefined;

/** The prefix of an assignment's id: of a user's, of a group's, of a custom role's. */
export const prefixOf = (type: string, of: 'user' | 'group'): string =>
  type === 'CUSTOM' ? 'irb' : of === 'user' ? 'ra1' : 'gra';
