import type { OrgDetails } from '../store/rows/org.js';
import type { Properties } from './read/definitions.js';
import type { Section } from './read/section.js';
import type * as sections from './read/sections/index.js';

type Sections = typeof sections;

type ItemOf<S> = S extends Section<infer Item, infer _Written> ? Item : never;
type WrittenOf<S> = S extends Section<infer _Item, infer Written> ? Written : never;

/** The lists of a seed: one for each section. */
export type SeedLists = { readonly [K in keyof Sections]: readonly ItemOf<Sections[K]>[] };

/** The same, as a seed file holds them. */
export type WrittenLists = { [K in keyof Sections]: WrittenOf<Sections[K]>[] };

/** The name of a section. */
export type SectionName = keyof Sections;

/**
 * A seed, ready to be applied: checked, passwords hashed, what it extends already in it. References are by name:
 * users by login, groups, user types and relations by name. Ids are there only where the seed pins them.
 */
export interface Seed extends SeedContent {
  /** `default`, `acme`, or a file's name without its ending. */
  readonly name: string;
  /** SHA-256 of the content, hexadecimal: two seeds with one name can be told apart. */
  readonly hash: string;
}

/** Everything of a seed but what identifies it. */
export interface SeedContent extends SeedLists {
  readonly org: SeedOrg;
  /** Custom properties of groups, as definitions. */
  readonly groupProperties: Properties;
}

/** What may be told of any item. */
export interface Pinned {
  readonly id?: string | undefined;
}

/** What is said of the org itself. */
export interface SeedOrg extends Pinned, OrgDetails {
  readonly subdomain: string;
  readonly companyName: string;
  /** Which engine signs people in: Identity Engine unless it says Classic. */
  readonly pipeline?: 'idx' | 'v1' | undefined;
  /** An image in base64. */
  readonly logo?: string | undefined;
}
