import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { ThreatInsightRow } from '../../store/rows/threat-insight.js';

/** How the org stands to known attackers (facts: threat-insight). */
export const threatInsightView: View<ThreatInsightRow, Schemas['ThreatInsightConfiguration']> = (row, links) => {
  const { action, excludeZones, created, lastUpdated } = row;
  const self = links.allow('getCurrentConfiguration', {}, 'GET', 'POST');
  return { action, excludeZones, created, lastUpdated, _links: { self } };
};
