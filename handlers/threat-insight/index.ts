import type { Context, ReadContext } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import { absent, oneOf, refuseAll } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { show } from '../../contract/reply.js';
import { theOrg } from '../../objects/org/find.js';
import { threatInsightView } from '../../objects/threat-insight/view.js';
import type { ThreatInsightRow } from '../../store/rows/threat-insight.js';

const ACTIONS: readonly ThreatInsightRow['action'][] = ['none', 'audit', 'block'];

/** The configuration; as a new org has it where nobody changed it. */
function current(ctx: ReadContext): ThreatInsightRow {
  const [row] = ctx.store.threatInsight.all();
  const { created } = theOrg(ctx);
  return row ?? { id: 'threatInsight', seq: 0, action: 'none', excludeZones: [], created, lastUpdated: created };
}

/**
 * Ids of IP zones, each once.
 * @throws OktaError 400 E0000001 for what is none (inferred: the refusal was not recorded)
 */
function zonesOf({ store }: Context, given: readonly (string | null)[] | null | undefined): string[] {
  const ids = [...new Set(given ?? [])];
  return ids.map((id) => {
    if (id === null || store.zones.get(id)?.type !== 'IP') {
      throw invalid('excludeZones', `excludeZones: The network zone ${id ?? ''} is no IP zone of the org.`);
    }
    return id;
  });
}

/** The operations of the ThreatInsight group (facts: threat-insight). */
export const threatInsight = {
  getCurrentConfiguration(_, ctx) {
    const row = current(ctx);
    return row.seq === 0 ? threatInsightView(row, ctx.links) : show(threatInsightView, row);
  },

  updateConfiguration({ body }, ctx) {
    refuseAll([...absent('action', body.action), ...oneOf('action', body.action, ACTIONS)]);
    const action = ACTIONS.find((known) => known === body.action) ?? 'none';
    const changes = { action, excludeZones: zonesOf(ctx, body.excludeZones), lastUpdated: ctx.now() };
    const { id, seq, created } = current(ctx);
    const { threatInsight: rows } = ctx.store;
    const row = seq === 0 ? rows.insert({ ...changes, created }) : rows.update(id, changes);
    ctx.log('security.threat.configuration.update', []);
    return show(threatInsightView, row);
  },
} satisfies HandlersOf<'ThreatInsight'>;
