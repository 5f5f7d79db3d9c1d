import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { ZoneRow } from '../../store/rows/zones.js';
import { target } from '../logs/targets.js';

/** A network zone, with the link that its status allows. */
export const zoneView: View<ZoneRow, Schemas['NetworkZone']> = (row, links) => {
  const { id, seq: _, status, ...zone } = row;
  const turn = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    id,
    status,
    ...zone,
    _links: {
      self: links.allow('getNetworkZone', { zoneId: id }, 'GET', 'PUT', 'DELETE'),
      [turn]: links.allow(`${turn}NetworkZone`, { zoneId: id }, 'POST'),
    },
  };
};

/** A network zone as events name it. */
export const zoneTarget = ({ id, name }: ZoneRow): LogTarget => target(id, 'NetworkZone', 'unknown', name);
