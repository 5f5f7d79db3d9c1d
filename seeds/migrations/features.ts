import { features as kind } from '../apply/features.js';
import { missingDefaults, type Step } from './step.js';

/** Orgs that were made before there were features have none to turn on. */
export const features: Step = {
  run(org) {
    if (org.store.features.count() > 0) return;
    missingDefaults('features')(org);
    const { defaults: seed, store, ids, clock } = org;
    const idOf = (_: string, name: string): string => store.features.by('name', name)?.id ?? '';
    kind.finish?.(seed.features, { seed, store, ids, now: clock.timestamp(), idOf });
  },
};
