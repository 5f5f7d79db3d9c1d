import type * as z from 'zod';
import { foldKey } from '../../store/rows/spec.js';
import type { Properties } from './definitions.js';
import type { Path, Places, Problem } from './problems.js';

/** Secrets of an item in the clear; what is stored is made of them when everything else is known to be good. */
export interface WrittenSecrets {
  readonly password?: unknown;
  readonly recoveryQuestion?: { readonly question: string; readonly answer: string } | undefined;
  /** Of a factor. */
  readonly answer?: string | undefined;
}

/** What reading an item of a section may leave behind. */
export interface Reading {
  readonly problems: Problem[];
  /** Secrets by the item that they belong to. */
  readonly secrets: Map<object, WrittenSecrets>;
}

/** The items of a section by their folded names, as messages show them. */
export interface Named {
  readonly noun: string;
  readonly names: ReadonlyMap<string, string>;
}

/** A seed under examination. */
export interface Checking {
  /** Where each item of the file stands in it. */
  readonly places: Places;
  readonly problems: Problem[];
  readonly groupProperties: Properties;
  /** What the seed holds of another section. */
  items<Item extends object, Written extends object>(section: Section<Item, Written>): readonly Item[];
  /** What the items of a section are called. @throws Error for a section that is not there */
  named(section: string): Named;
}

/**
 * One kind of item that seeds hold: how it is written, what other items call it, what must be true of it. An item of a
 * seed takes the place of an inherited one with the same key.
 *
 * A new kind is a file here, a line in `sections/index.ts`, and its rows in `seeds/apply/`. `sections/zones.ts` is one that
 * refers to nothing; one that names groups is
 *
 *     const hook = z.strictObject({ id: id('who'), name: text, status, groups: z.array(text).default([]) });
 *     export type SeedHook = z.infer<typeof hook>;
 *     export const hooks: Section<SeedHook> = {
 *       noun: 'hook',
 *       shape: hook,
 *       check(items, checking) {
 *         for (const item of items) checkNames(checking, item, ['groups'], 'groups', item.groups);
 *       },
 *     };
 */
export interface Section<Item extends object, Written extends object = Item> {
  /** What messages call an item. */
  readonly noun: string;
  /** An item as it is written, defaults filled in. Unknown keys are faults. */
  readonly shape: z.ZodType<Written>;
  /** What other items, and people, call it: its `name` unless said otherwise. */
  nameOf?(item: Item): string;
  /** Two items with one key are one item: the folded name unless said otherwise. */
  keyOf?(item: Item): string;
  /** Makes an item of a written one, which is the item already unless said otherwise. */
  read?(written: Written, path: Path, reading: Reading): Item;
  /** Reports what the shape does not say: names that lead nowhere, what an org cannot be without. */
  check?(items: readonly Item[], checking: Checking): void;
}

/** A section whatever its items are: for what is the same for all of them. */
export type AnySection = Section<object, object>;

/** What an item is called; empty for one that lacks its name, which another check reports. */
export function nameOf(section: AnySection, item: object): string {
  if (section.nameOf) return section.nameOf(item);
  return 'name' in item && typeof item.name === 'string' ? item.name : '';
}

/** What tells an item from the others of its section. */
export const keyOf = (section: AnySection, item: object): string =>
  section.keyOf ? section.keyOf(item) : foldKey(nameOf(section, item));
