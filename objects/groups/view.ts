import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { Json } from '../../store/rows/common.js';
import type { GroupRow } from '../../store/rows/groups.js';

const textOrNull = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

/** One group (facts: groups §1). `profile.description` is always there, null when unset. */
export const groupView: View<GroupRow, Schemas['Group']> = (group, links) => {
  const groupId = group.id;
  const { name, description, ...custom } = group.profile;
  const appId = group.sourceAppId ?? undefined;
  const logo = (size: string): object => ({
    name: size,
    href: `${links.base}/img/logos/groups/okta-${size}.png`,
    type: 'image/png',
  });
  return {
    id: groupId,
    created: group.created,
    lastUpdated: group.lastUpdated,
    lastMembershipUpdated: group.lastMembershipUpdated,
    objectClass: group.objectClass,
    type: group.type,
    profile: { name: textOrNull(name), description: textOrNull(description), ...custom },
    ...(appId === undefined ? {} : { source: { id: appId } }),
    _links: {
      logo: [logo('medium'), logo('large')],
      // Newer than this contract, shown by orgs of today: there is no operation to make the path from.
      owners: { href: `${links.href('getGroup', { groupId })}/owners` },
      ...(appId === undefined ? {} : { source: links.to('getApplication', { appId }) }),
      users: links.to('listGroupUsers', { groupId }),
      apps: links.to('listAssignedApplicationsForGroup', { groupId }),
    },
  };
};
