import type { ReadContext } from '../../contract/context.js';
import { invalid, notFound } from '../../contract/errors.js';
import { missing, refuseAll, tooLong } from '../../contract/given.js';
import type { Act } from '../../contract/operations.js';
import { pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { idpUserView, socialTokenView } from '../../objects/identity-providers/view.js';
import { userTarget } from '../../objects/logs/targets.js';
import { removeWithReferences } from '../../objects/removal.js';
import { findUser } from '../../objects/users/find.js';
import type { IdentityProviderRow, IdpUserRow } from '../../store/rows/identity-providers.js';

const LIMITS = { limit: 20, max: 200 };

/** Paths that lead to a provider's users have another name for it (facts: identity-provider, users). */
function providerOf({ store }: Pick<ReadContext, 'store'>, idpId: string): IdentityProviderRow {
  const row = store.identityProviders.get(idpId);
  if (!row) throw notFound(idpId, 'IdpAppInstance');
  return row;
}

/** The link of a user to a provider. @throws OktaError 404 E0000007 where either is unknown, or they are not linked */
function linkOf(ctx: Pick<ReadContext, 'store' | 'caller'>, idpId: string, userId: string): IdpUserRow {
  const { id } = providerOf(ctx, idpId);
  const row = ctx.store.idpUsers.by('pair', `${id} ${findUser(ctx, userId).id}`);
  if (!row) throw notFound(userId, 'User');
  return row;
}

/** Providers whose users keep their names can be linked by hand; a SAML provider may not keep them. */
function refuseUnlinkable({ type, protocol }: IdentityProviderRow): void {
  if (type !== 'SAML2' || protocol.settings?.honorPersistentNameId === true) return;
  throw invalid('honorPersistentNameId', 'honorPersistentNameId: Users can be linked where this setting is true.');
}

const listIdentityProviderApplicationUsers: Act<'listIdentityProviderApplicationUsers'> = ({ params, query }, ctx) => {
  const { id } = providerOf(ctx, params.idpId);
  const request = pageRequest(query, LIMITS, id);
  const page = ctx.store.idpUsers.page({ ...request, within: { index: 'idp', key: id } });
  return pageReply(idpUserView, page, request);
};

const getIdentityProviderApplicationUser: Act<'getIdentityProviderApplicationUser'> = ({ params }, ctx) =>
  show(idpUserView, linkOf(ctx, params.idpId, params.userId));

const linkUserToIdentityProvider: Act<'linkUserToIdentityProvider'> = ({ params, body }, ctx) => {
  const idp = providerOf(ctx, params.idpId);
  const user = findUser(ctx, params.userId);
  const { externalId } = body;
  refuseAll([...missing('externalId', externalId), ...tooLong('externalId', externalId)]);
  refuseUnlinkable(idp);
  const now = ctx.now();
  const known = ctx.store.idpUsers.by('pair', `${idp.id} ${user.id}`);
  const given = { externalId: String(externalId), lastUpdated: now };
  const row = known
    ? ctx.store.idpUsers.update(known.id, given)
    : ctx.store.idpUsers.insert({ ...given, idpId: idp.id, userId: user.id, created: now, profile: {} });
  ctx.log('user.account.update_profile', [userTarget(user)]);
  return show(idpUserView, row);
};

const unlinkUserFromIdentityProvider: Act<'unlinkUserFromIdentityProvider'> = ({ params }, ctx) => {
  const row = linkOf(ctx, params.idpId, params.userId);
  removeWithReferences(ctx, 'idpUsers', row.id);
  ctx.log('user.account.update_profile', [userTarget(findUser(ctx, params.userId))]);
};

const listSocialAuthTokens: Act<'listSocialAuthTokens'> = ({ params }, ctx) =>
  ctx.store.socialTokens.where('idpUser', linkOf(ctx, params.idpId, params.userId).id).map(socialTokenView);

/** The users that providers know (facts: identity-provider, users). */
export const idpUsers = {
  listIdentityProviderApplicationUsers,
  getIdentityProviderApplicationUser,
  linkUserToIdentityProvider,
  unlinkUserFromIdentityProvider,
  listSocialAuthTokens,
};
