import type { ReadContext } from '../../contract/context.js';
import { waiting } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { makeNamedKey, ownerOf, withNamedKey } from '../../objects/applications/owner.js';
import {
  cloneKey,
  generateKey,
  keysOf,
  keyView,
  makeKey,
  readTarget,
  readYears,
  requireKey,
} from '../../objects/credentials/keys.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';

/** Keys of an app may have to be made before they are shown: those of seeds, and the one that apps share, are there from here on. */
const prepare = ({ params }: { readonly params: { readonly appId: string } }, ctx: ReadContext) =>
  makeNamedKey(ctx, params.appId);

const listApplicationKeys = waiting<'listApplicationKeys', CertifiedKey | undefined>({
  prepare,
  act: ({ params }, ctx, made) => list(keyView, keysOf(ctx, withNamedKey(ctx, params.appId, made))),
});

const getApplicationKey = waiting<'getApplicationKey', CertifiedKey | undefined>({
  prepare,
  act: ({ params }, ctx, made) => show(keyView, requireKey(ctx, withNamedKey(ctx, params.appId, made), params.keyId)),
});

const generateApplicationKey = waiting<'generateApplicationKey', CertifiedKey>({
  prepare({ params, query }, ctx) {
    ownerOf(ctx, params.appId);
    return makeKey(ctx, readYears(query.validityYears));
  },
  act: ({ params }, ctx, key) => generateKey(ctx, ownerOf(ctx, params.appId), key),
});

const cloneApplicationKey = waiting<'cloneApplicationKey', CertifiedKey | undefined>({
  prepare({ params, query }, ctx) {
    ownerOf(ctx, params.appId);
    ownerOf(ctx, readTarget('targetAid', query.targetAid));
    return makeNamedKey(ctx, params.appId);
  },
  act({ params, query }, ctx, made) {
    const from = withNamedKey(ctx, params.appId, made);
    return cloneKey(ctx, from, params.keyId, withNamedKey(ctx, query.targetAid ?? '', undefined));
  },
});

/** The keys that apps sign with (facts: apps §8). */
export const applicationKeys = {
  listApplicationKeys,
  getApplicationKey,
  generateApplicationKey,
  cloneApplicationKey,
};
