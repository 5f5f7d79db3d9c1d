import { type Act, waiting } from '../../contract/operations.js';
import { list, show } from '../../contract/reply.js';
import { ownerOf } from '../../objects/applications/owner.js';
import {
  cloneKey,
  generateKey,
  keysOf,
  keyView,
  makeKey,
  readYears,
  requireKey,
} from '../../objects/credentials/keys.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';

const listApplicationKeys: Act<'listApplicationKeys'> = ({ params }, ctx) =>
  list(keyView, keysOf(ctx, ownerOf(ctx, params.appId)));

const getApplicationKey: Act<'getApplicationKey'> = ({ params }, ctx) =>
  show(keyView, requireKey(ctx, ownerOf(ctx, params.appId), params.keyId));

const generateApplicationKey = waiting<'generateApplicationKey', CertifiedKey>({
  prepare({ params, query }, ctx) {
    ownerOf(ctx, params.appId);
    return makeKey(ctx, readYears(query.validityYears));
  },
  act: ({ params }, ctx, key) => generateKey(ctx, ownerOf(ctx, params.appId), key),
});

const cloneApplicationKey: Act<'cloneApplicationKey'> = ({ params, query }, ctx) =>
  cloneKey(ctx, ownerOf(ctx, params.appId), params.keyId, ownerOf(ctx, query.targetAid ?? ''));

/** The keys that apps sign with (facts: apps §8). */
export const applicationKeys = {
  listApplicationKeys,
  getApplicationKey,
  generateApplicationKey,
  cloneApplicationKey,
};
