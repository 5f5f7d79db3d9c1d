import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { AppGroupRow } from '../../store/rows/applications.js';

/** A group of an app, by the id of the group (facts: apps §7). */
export const appGroupView: View<AppGroupRow, Schemas['ApplicationGroupAssignment']> = (row, links) => {
  const { appId, groupId, lastUpdated, priority, profile } = row;
  return {
    id: groupId,
    lastUpdated,
    priority,
    profile,
    _links: {
      app: links.to('getApplication', { appId }),
      self: links.to('getApplicationGroupAssignment', { appId, groupId }),
      group: links.to('getGroup', { groupId }),
    },
  };
};
