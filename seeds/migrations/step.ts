import { addMissing, type Into } from '../apply/apply.js';
import type { SectionName, Seed } from '../types.js';

/** An org that an earlier version wrote, as it is opened. */
export interface Migrating extends Into {
  /** The default seed: what a new org holds. */
  readonly defaults: Seed;
}

/**
 * What an org that an earlier version wrote needs once, before it answers: members that its rows lack, default objects
 * that came later. State files remember steps by the names that `index.ts` exports them under: a name, once shipped,
 * stays. A new step is a file here and a line there; that of a group that brings default objects is as short as
 *
 *     import { missingDefaults, type Step } from './step.js';
 *
 *     // Orgs that were made before there were zones have no system zones.
 *     export const zones: Step = { run: missingDefaults('zones') };
 *
 * and one that fills in a member walks the rows:
 *
 *     export const brandLocales: Step = {
 *       after: ['brands'],
 *       run({ store }) {
 *         for (const { id, locale } of store.brands.all()) if (locale === undefined) store.brands.update(id, { locale: null });
 *       },
 *     };
 *
 * Files are held to the types of the rows before any step runs: a member that came later stays optional in its type.
 */
export interface Step {
  /** Names of the steps that come before it: those that add what it refers to. */
  readonly after?: readonly string[];
  /** Changes rows, inside a transaction. Writes no log event. */
  run(org: Migrating): void;
}

/** Adds what the default seed's section holds and the org does not, by name. */
export const missingDefaults =
  (section: SectionName): Step['run'] =>
  (org) =>
    addMissing(section, org.defaults, org);
