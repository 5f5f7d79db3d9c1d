import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { FeatureRow } from '../../store/rows/features.js';
import type { LogTarget } from '../../store/rows/logs.js';
import { target } from '../logs/targets.js';

/** A page to read, as a link. */
const doc = <K extends string>(name: K, href: string | undefined) => (href === undefined ? {} : { [name]: { href } });

/** A feature, with the link that turns it round. */
export const featureView: View<FeatureRow, Schemas['Feature']> = (row, links) => {
  const { id: featureId, status, name, description, stage, helpDoc, devDoc, survey } = row;
  const turn = status === 'ENABLED' ? 'disable' : 'enable';
  const isTried = status === 'ENABLED' && stage.value === 'BETA';
  return {
    id: featureId,
    type: 'self-service',
    status,
    name,
    description,
    stage,
    _links: {
      ...doc('helpDoc', helpDoc),
      [turn]: links.allow('updateFeatureLifecycle', { featureId, lifecycle: turn }, 'POST'),
      self: links.to('getFeature', { featureId }),
      ...doc('devDoc', devDoc),
      ...(isTried ? doc('survey', survey) : {}),
      dependents: links.to('listFeatureDependents', { featureId }),
      dependencies: links.to('listFeatureDependencies', { featureId }),
    },
  };
};

/** A feature as events name it. */
export const featureTarget = ({ id, name }: FeatureRow): LogTarget => target(id, 'Feature', 'unknown', name);
