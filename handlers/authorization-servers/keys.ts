import type { Context } from '../../contract/context.js';
import { type HandlersOf, waiting } from '../../contract/operations.js';
import { list } from '../../contract/reply.js';
import { serverOf } from '../../objects/authorization-servers/find.js';
import type { MadeKeys } from '../../objects/authorization-servers/keys.js';
import { fillKeys, makeMissing } from '../../objects/authorization-servers/making.js';
import { rotateKeys } from '../../objects/authorization-servers/rotation.js';
import { keyViewOf } from '../../objects/authorization-servers/view.js';
import type { AuthorizationServerRow } from '../../store/rows/authorization-servers.js';
import { readUse } from './given.js';

const showKeys = (ctx: Context, server: AuthorizationServerRow, made: MadeKeys) =>
  list(keyViewOf(server), fillKeys(ctx, server.id, made));

/** A rotation names two keys at most: the one that signs, and the one after it. */
const NAMED = 2;

/** The keys of a server, and their rotation by hand (facts: authorization-server). */
export const keys = {
  listAuthorizationServerKeys: waiting<'listAuthorizationServerKeys', MadeKeys>({
    prepare: ({ params }, ctx) => makeMissing(ctx, serverOf(ctx, params.authServerId).id),
    act: ({ params }, ctx, made) => showKeys(ctx, serverOf(ctx, params.authServerId), made),
  }),

  rotateAuthorizationServerKeys: waiting<'rotateAuthorizationServerKeys', MadeKeys>({
    prepare({ params, body }, ctx) {
      const server = serverOf(ctx, params.authServerId);
      readUse(body.use);
      return makeMissing(ctx, server.id, NAMED);
    },
    act({ params }, ctx, made) {
      const server = serverOf(ctx, params.authServerId);
      // What signed until now has to have a key before it is put away.
      fillKeys(ctx, server.id, made);
      return showKeys(ctx, rotateKeys(ctx, server, ctx.now(), made), made);
    },
  }),
} satisfies Partial<HandlersOf<'AuthorizationServer'>>;
