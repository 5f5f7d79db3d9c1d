import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { TrustedOriginRow } from '../../store/rows/trusted-origins.js';
import { target } from '../logs/targets.js';

/** A trusted origin, with the link that its status allows. */
export const originView: View<TrustedOriginRow, Schemas['TrustedOrigin']> = (row, links) => {
  const { id, name, origin, scopes, status, created, createdBy, lastUpdated, lastUpdatedBy } = row;
  const turn = status === 'ACTIVE' ? 'deactivate' : 'activate';
  return {
    id,
    name,
    origin,
    scopes,
    status,
    created,
    createdBy,
    lastUpdated,
    lastUpdatedBy,
    _links: {
      self: links.allow('getOrigin', { trustedOriginId: id }, 'GET', 'PUT', 'DELETE'),
      [turn]: links.allow(`${turn}Origin`, { trustedOriginId: id }, 'POST'),
    },
  };
};

/** A trusted origin as events name it. */
export const originTarget = ({ id, name, origin }: TrustedOriginRow): LogTarget =>
  target(id, 'TrustedOrigin', origin, name);
