import { OktaError } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { dependenciesOf, dependentsOf, turnFeature } from '../../objects/features/turn.js';
import { featureView } from '../../objects/features/view.js';
import type { FeatureRow } from '../../store/rows/features.js';

/** What the last part of the path turns a feature to; clients write it in any case. @throws OktaError 405 E0000022 */
function statusOf(lifecycle: string): FeatureRow['status'] {
  const word = lifecycle.toLowerCase();
  if (word === 'enable') return 'ENABLED';
  if (word === 'disable') return 'DISABLED';
  throw new OktaError('E0000022');
}

/** The operations of the Feature group (facts: feature). */
export const features = {
  listFeatures: (_, ctx) => list(featureView, ctx.store.features.all()),

  getFeature: ({ params }, ctx) => show(featureView, ctx.store.features.require(params.featureId)),

  listFeatureDependencies: ({ params }, ctx) =>
    list(featureView, dependenciesOf(ctx, ctx.store.features.require(params.featureId))),

  listFeatureDependents: ({ params }, ctx) =>
    list(featureView, dependentsOf(ctx, ctx.store.features.require(params.featureId))),

  updateFeatureLifecycle({ params, query }, ctx) {
    const feature = ctx.store.features.require(params.featureId);
    const force = query.mode?.toLowerCase() === 'force';
    return show(featureView, turnFeature(ctx, feature, statusOf(params.lifecycle), force));
  },
} satisfies HandlersOf<'Feature'>;
