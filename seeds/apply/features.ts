import type { FeatureStage } from '../../store/rows/features.js';
import type { SeedFeature } from '../read/sections/features.js';
import { type Kind, pinned } from './applying.js';

const stages: Readonly<Record<SeedFeature['stage'], FeatureStage>> = {
  EA: { value: 'EA' },
  OPEN_BETA: { value: 'BETA', state: 'OPEN' },
  CLOSED_BETA: { value: 'BETA', state: 'CLOSED' },
};

/** Features, then what each needs: they may name each other before they are there. */
export const features: Kind<SeedFeature> = {
  find: (store, name) => store.features.by('name', name)?.id,
  add({ name, description, enabled, stage, needs: _, helpDoc, devDoc, survey, ...rest }, { store, now }) {
    store.features.insert({
      ...pinned(rest),
      name,
      description,
      status: enabled ? 'ENABLED' : 'DISABLED',
      stage: stages[stage],
      needs: [],
      ...(helpDoc === undefined ? {} : { helpDoc }),
      ...(devDoc === undefined ? {} : { devDoc }),
      ...(survey === undefined ? {} : { survey }),
      created: now,
    });
  },
  finish(items, { store, idOf }) {
    for (const { name, needs } of items) {
      if (needs.length === 0) continue;
      store.features.update(idOf('features', name), { needs: needs.map((other) => idOf('features', other)) });
    }
  },
};
