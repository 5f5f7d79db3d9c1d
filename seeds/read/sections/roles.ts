import * as z from 'zod';
import { catalogueApp } from '../../../objects/applications/catalogue.js';
import { standardRole, standardRoles } from '../../../objects/roles/types.js';
import { foldKey } from '../../../store/rows/spec.js';
import { checkName, checkNames, report } from '../findings.js';
import { text } from '../parts.js';
import type { Checking, Section } from '../section.js';

const types = [...Object.keys(standardRoles), 'CUSTOM'];

const role = z.strictObject({
  id: z
    .string()
    .regex(/^(?:ra1|gra|irb)[0-9A-Za-z]{17}$/, 'must be ra1, gra or irb and 17 more letters and digits')
    .optional(),
  type: z.enum(types as [string, ...string[]]),
  /** The login of the user who has it; or `group`, whose members do. */
  user: text.optional(),
  group: text.optional(),
  disableNotifications: z.boolean().default(false),
  /** Names of the groups that it is narrowed to. */
  targetGroups: z.array(text).default([]),
  /** Names in the catalogue of the apps that it is narrowed to. */
  targetApps: z.array(text).default([]),
  /** Of the type CUSTOM: labels. */
  customRole: text.optional(),
  resourceSet: text.optional(),
});

/** A role of a user or a group. */
export type SeedRole = z.infer<typeof role>;

/** What a role is called: what it is, and whose. */
const roleName = ({ type, user, group, customRole, resourceSet }: SeedRole): string =>
  [type, ...(customRole === undefined ? [] : [customRole, resourceSet ?? '']), 'of', user ?? group ?? ''].join(' ');

function checkTargets(item: SeedRole, checking: Checking): void {
  const kind = standardRole(item.type)?.targets;
  const message = `is not for a role of type ${item.type}`;
  if (item.targetGroups.length > 0 && kind !== 'groups') report(checking, item, ['targetGroups'], message);
  if (item.targetApps.length > 0 && kind !== 'apps') report(checking, item, ['targetApps'], message);
  checkNames(checking, item, ['targetGroups'], 'groups', item.targetGroups);
  for (const [i, name] of item.targetApps.entries()) {
    if (!catalogueApp(name)) report(checking, item, ['targetApps', i], `names the app "${name}", which is not known`);
  }
}

function checkCustom(item: SeedRole, checking: Checking): void {
  for (const [member, section] of [
    ['customRole', 'customRoles'],
    ['resourceSet', 'resourceSets'],
  ] as const) {
    const name = item[member];
    if ((name !== undefined) !== (item.type === 'CUSTOM')) {
      report(checking, item, [member], name === undefined ? 'is needed by the type CUSTOM' : 'is for the type CUSTOM');
    } else if (name !== undefined) checkName(checking, item, [member], section, name);
  }
}

/** Roles of users and groups. */
export const roles: Section<SeedRole> = {
  noun: 'role',
  shape: role,
  nameOf: roleName,
  keyOf: (item) => foldKey(roleName(item)),
  check(items, checking) {
    for (const item of items) {
      if ((item.user === undefined) === (item.group === undefined)) {
        report(checking, item, [], 'is of a user or of a group: one of them, and not both');
      }
      if (item.user !== undefined) checkName(checking, item, ['user'], 'users', item.user);
      if (item.group !== undefined) checkName(checking, item, ['group'], 'groups', item.group);
      checkTargets(item, checking);
      checkCustom(item, checking);
    }
  },
};
