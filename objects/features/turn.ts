import type { Context, ReadContext } from '../../contract/context.js';
import { type Cause, OktaError } from '../../contract/errors.js';
import type { FeatureRow } from '../../store/rows/features.js';
import { featureTarget } from './view.js';

type Status = FeatureRow['status'];
type Reading = Pick<ReadContext, 'store'>;

/** The features that one needs. */
export const dependenciesOf = ({ store }: Reading, { needs }: FeatureRow): FeatureRow[] =>
  needs.flatMap((id) => store.features.get(id) ?? []);

/** The features that need one. */
export const dependentsOf = ({ store }: Reading, { id }: FeatureRow): readonly FeatureRow[] =>
  store.features.where('needs', id);

/** What stands in the way of a feature's new status: what it needs is off, or what needs it is on. */
const inTheWay = (ctx: Reading, feature: FeatureRow, to: Status): FeatureRow[] =>
  (to === 'ENABLED' ? dependenciesOf(ctx, feature) : dependentsOf(ctx, feature)).filter(({ status }) => status !== to);

function conflict({ links }: Context, others: readonly FeatureRow[], to: Status): OktaError {
  const isOn = to === 'ENABLED';
  return new OktaError('E0000141', {
    causes: others.map(
      ({ id, name }): Cause => ({
        errorSummary: `Self-Service feature ${name} is not ${isOn ? 'enabled' : 'disabled'}`,
        reason: isOn ? 'DEPENDENCY_NOT_ENABLED' : 'DEPENDENT_NOT_DISABLED',
        location: links.href('getFeature', { featureId: id }),
        locationType: 'url',
      }),
    ),
  });
}

/** A beta that Okta has not opened is nobody's to turn on. @throws OktaError 405 E0000022 */
function refuseClosed({ stage }: FeatureRow, to: Status): void {
  if (to === 'ENABLED' && stage.value === 'BETA' && stage.state === 'CLOSED') throw new OktaError('E0000022');
}

/**
 * Turns a feature on or off, if it is not so already. A seed has no circles: what is in the way comes to an end.
 * @param force turns what is in the way as well, before it
 * @throws OktaError 400 E0000141 with what is in the way, 405 E0000022 for a closed beta
 */
export function turnFeature(ctx: Context, feature: FeatureRow, to: Status, force: boolean): FeatureRow {
  const known = ctx.store.features.require(feature.id);
  if (known.status === to) return known;
  refuseClosed(known, to);
  const others = inTheWay(ctx, known, to);
  if (others.length > 0 && !force) throw conflict(ctx, others, to);
  for (const other of others) turnFeature(ctx, other, to, force);
  const row = ctx.store.features.update(known.id, { status: to });
  ctx.log(to === 'ENABLED' ? 'system.feature.enable' : 'system.feature.disable', [featureTarget(row)]);
  return row;
}
