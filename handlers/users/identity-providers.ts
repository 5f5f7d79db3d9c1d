import type { Act } from '../../contract/operations.js';
import { list } from '../../contract/reply.js';
import { idpView } from '../../objects/identity-providers/view.js';
import { findUser } from '../../objects/users/find.js';

/** The providers that a user is linked to. */
export const listUserIdentityProviders: Act<'listUserIdentityProviders'> = ({ params }, ctx) =>
  list(
    idpView,
    ctx.store.idpUsers
      .where('user', findUser(ctx, params.userId).id)
      .map(({ idpId }) => ctx.store.identityProviders.get(idpId))
      // A provider that was deleted may still have users to be let go.
      .filter((idp) => idp !== undefined),
  );
