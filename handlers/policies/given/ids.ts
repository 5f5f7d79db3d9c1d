import type { ReadContext } from '../../../contract/context.js';
import { type Reader, someTexts, text } from './readers.js';

/** What readers look ids up in. */
export type Reads = Pick<ReadContext, 'store'>;

/** What exists under these ids, by what a policy calls them. */
const exists = {
  apps: ({ store }: Reads, id: string) => store.apps.get(id) !== undefined,
  groups: ({ store }: Reads, id: string) => store.groups.get(id) !== undefined,
  identityProviders: ({ store }: Reads, id: string) => store.identityProviders.get(id) !== undefined,
  inlineHooks: ({ store }: Reads, id: string) => store.inlineHooks.get(id) !== undefined,
  users: ({ store }: Reads, id: string) => store.users.get(id) !== undefined,
  zones: ({ store }: Reads, id: string) => id === 'ALL_ZONES' || store.zones.get(id) !== undefined,
  userTypes: ({ store }: Reads, id: string) => store.userTypes.get(id) !== undefined,
} as const;

type Kind = keyof typeof exists;

/** The part of the body that a refusal names for what stands in it. */
const fieldOf = (at: string): string => at.split('.').slice(0, 2).join('.');

/** A list of ids of things that are there. */
export const ids =
  (ctx: Reads, of: Kind, read: Reader<readonly string[]> = someTexts): Reader<readonly string[]> =>
  (value, at, faults) => {
    const given = read(value, at, faults);
    for (const id of given ?? []) {
      if (!exists[of](ctx, id)) faults.push([fieldOf(at), `${at}: Invalid id '${id}' found in request.`]);
    }
    return given;
  };

/** The id of a thing that is there. */
export const idOf =
  (ctx: Reads, of: Kind): Reader<string> =>
  (value, at, faults) => {
    const id = text()(value, at, faults);
    if (id !== undefined && !exists[of](ctx, id))
      faults.push([fieldOf(at), `${at}: Invalid id '${id}' found in request.`]);
    return id;
  };
