import type { Placement } from '../../store/state/pattern.js';

/** Makes the pattern of an org, unless the one that is there is of the same seed. */
export interface MakeTask {
  readonly make: {
    /** The seed, by name or path. */
    readonly source: string;
    /** Where the pattern stands. */
    readonly pattern: string;
    readonly org: string;
    readonly suffix: string;
    readonly idSeed: string | undefined;
  };
}

/** Makes a state file of a pattern. */
export interface PlaceTask {
  readonly place: Placement;
}

/** What is done beside the event loop. Plain data: it crosses to a worker. */
export type SeedingTask = MakeTask | PlaceTask;

/** What a worker says of a task when it is over. */
export interface SeedingEnd {
  /** The values of the tokens that the seed makes public; none where the pattern was there. */
  readonly tokens?: readonly string[];
  /** Why it failed, and whether it is a file that its user has to see to. */
  readonly failed?: { readonly message: string; readonly isStateFile: boolean };
}
