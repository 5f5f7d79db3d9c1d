import { standardRole } from '../../objects/roles/types.js';
import type { Step } from './step.js';

/** Orgs that were made before there were roles have an administrator without any: who owns the first token. */
export const roles: Step = {
  run({ store, ids, clock }) {
    const userId = store.tokens.all()[0]?.userId;
    if (userId === undefined || store.roleAssignments.count() > 0) return;
    const now = clock.timestamp();
    store.roleAssignments.insert({
      id: ids.next('ra1'),
      type: 'SUPER_ADMIN',
      label: standardRole('SUPER_ADMIN')?.label ?? '',
      userId,
      groupId: null,
      created: now,
      lastUpdated: now,
      disableNotifications: false,
    });
  },
};
