import type { Context, ReadContext } from '../../contract/context.js';
import { list, show } from '../../contract/reply.js';
import type { CertifiedKey } from '../keys/signing-key.js';
import { cloneKey, generateKey, keysOf, keyView, makeKey, readYears, requireKey } from './keys.js';
import type { Owner, OwnerCall } from './owner.js';

type Made = CertifiedKey | undefined;

/** How owners of one kind come by their keys: a key may have a name before it is made (docs/decisions/0018). */
export interface KeyHome {
  /** The owner of this id. @throws OktaError 404 E0000007 */
  owner(ctx: ReadContext, id: string): Owner;
  /** Makes the key that an owner has only the name of. @throws OktaError 404 E0000007 */
  make(ctx: ReadContext, id: string): Promise<CertifiedKey> | undefined;
  /** Gives the owner what `make` made. */
  give(ctx: Context, id: string, made: Made): Owner;
}

/** A call that names one of the owner's keys as well. */
export type KeyCall<P> = OwnerCall<P & { readonly keyId: string }>;

/** A call with a query. */
export interface Asked<Q> {
  readonly query: Q;
}

/**
 * The four operations on signing keys; each kind of owner has them under names of its own.
 * @param idOf the owner whom a path names
 * @param targetOf the owner whom a query names, whom a key is cloned for. @throws OktaError 400 E0000001 where it names none
 */
export const keyActs = <P, Q>(home: KeyHome, idOf: (params: P) => string, targetOf: (query: Q) => string) => ({
  list: {
    prepare: ({ params }: OwnerCall<P>, ctx: ReadContext) => home.make(ctx, idOf(params)),
    act: ({ params }: OwnerCall<P>, ctx: Context, made: Made) =>
      list(keyView, keysOf(ctx, home.give(ctx, idOf(params), made))),
  },

  get: {
    prepare: ({ params }: KeyCall<P>, ctx: ReadContext) => home.make(ctx, idOf(params)),
    act: ({ params }: KeyCall<P>, ctx: Context, made: Made) =>
      show(keyView, requireKey(ctx, home.give(ctx, idOf(params), made), params.keyId)),
  },

  generate: {
    prepare({ params, query }: OwnerCall<P> & Asked<{ readonly validityYears?: number }>, ctx: ReadContext) {
      home.owner(ctx, idOf(params));
      return makeKey(ctx, readYears(query.validityYears));
    },
    act: ({ params }: OwnerCall<P>, ctx: Context, key: CertifiedKey) =>
      generateKey(ctx, home.owner(ctx, idOf(params)), key),
  },

  clone: {
    prepare({ params, query }: KeyCall<P> & Asked<Q>, ctx: ReadContext) {
      home.owner(ctx, idOf(params));
      home.owner(ctx, targetOf(query));
      return home.make(ctx, idOf(params));
    },
    act({ params, query }: KeyCall<P> & Asked<Q>, ctx: Context, made: Made) {
      const from = home.give(ctx, idOf(params), made);
      // An app that shares the org's key has it from here on, and is refused what it has.
      return cloneKey(ctx, from, params.keyId, home.give(ctx, targetOf(query), undefined));
    },
  },
});
