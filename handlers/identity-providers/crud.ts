import type { Context, ReadContext } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import { type Act, waiting } from '../../contract/operations.js';
import { byLastId, pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { addKey, findKey, makeKey } from '../../objects/credentials/keys.js';
import { hasIssuerName } from '../../objects/domains/issuers.js';
import { completed, makeIdp } from '../../objects/identity-providers/make.js';
import { type GivenIdp, readIdp } from '../../objects/identity-providers/reading/idp.js';
import type { Known } from '../../objects/identity-providers/reading/known.js';
import { hasFirstKey } from '../../objects/identity-providers/types.js';
import { idpOwner, idpTarget, idpView, replacedIdpView } from '../../objects/identity-providers/view.js';
import { newKid } from '../../objects/keys/jwks.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';
import { removeWithReferences } from '../../objects/removal.js';
import type { IdentityProviderRow } from '../../store/rows/identity-providers.js';
import { foldKey } from '../../store/rows/spec.js';
import type { PageQuery } from '../../store/types.js';

const LIMITS = { limit: 20, max: 200 };

/** What a body may name: the org's own. */
const knownBy = ({ store }: Pick<ReadContext, 'store'>): Known => ({
  certificate: (kid) => store.idpKeys.get(kid)?.x5c[0],
  isGroup: (id) => store.groups.get(id)?.type === 'OKTA_GROUP',
});

/**
 * A provider's callbacks may have the name of the org's own domain once that is in use; what has it keeps it.
 * @throws OktaError 400 E0000001 where the org has no such domain
 */
function checkIssuer(ctx: ReadContext, { issuerMode }: GivenIdp, before?: IdentityProviderRow): void {
  if (issuerMode !== 'CUSTOM_URL' || before?.issuerMode === issuerMode || hasIssuerName(ctx)) return;
  throw invalid('issuerMode', 'issuerMode: CUSTOM_URL takes a custom domain, and the org has none.');
}

const createIdentityProvider = waiting<'createIdentityProvider', CertifiedKey | undefined>({
  prepare({ body }, ctx) {
    const given = readIdp(knownBy(ctx), body);
    checkIssuer(ctx, given);
    return hasFirstKey(given.type) ? makeKey(ctx) : undefined;
  },
  act({ body }, ctx, key) {
    const kid = key && newKid(ctx.ids);
    const given = readIdp(knownBy(ctx), body);
    checkIssuer(ctx, given);
    const row = makeIdp(ctx, given, kid);
    if (key) addKey(ctx, idpOwner(row), key, kid);
    ctx.log('system.idp.lifecycle.create', [idpTarget(row)]);
    return show(idpView, row);
  },
});

/**
 * The key that a replaced SAML provider signs with: the one that the body names, else that of before.
 * @throws OktaError 400 E0000001 where it is none of the provider's
 */
function signingKid(ctx: Context, before: IdentityProviderRow, given: unknown): string | undefined {
  const { kid } = before.protocol.credentials.signing ?? {};
  // The key of a seed's provider may have no more than its name yet.
  if (typeof given !== 'string' || given === '' || given === kid) return kid;
  if (findKey(ctx, idpOwner(before), given)) return given;
  throw invalid('kid', `kid: The key "${given.slice(0, 100)}" is none of the identity provider's keys.`);
}

const updateIdentityProvider: Act<'updateIdentityProvider'> = ({ params, body }, ctx) => {
  const before = ctx.store.identityProviders.require(params.idpId);
  const { status = 'INACTIVE', ...given } = readIdp(knownBy(ctx), body, before);
  checkIssuer(ctx, given, before);
  const { protocol } = given;
  const { audience } = before.protocol.credentials.trust ?? {};
  const kid = given.type === 'SAML2' ? signingKid(ctx, before, body.protocol?.credentials?.signing?.kid) : undefined;
  const credentials =
    given.type === 'SAML2' ? completed(ctx, protocol.credentials, { audience, kid }) : protocol.credentials;
  const row = ctx.store.identityProviders.replace(before.id, {
    ...given,
    status,
    protocol: { ...protocol, credentials },
    created: before.created,
    ...(before.userSchema ? { userSchema: before.userSchema } : {}),
    lastUpdated: ctx.now(),
  });
  ctx.log('system.idp.lifecycle.update', [idpTarget(row)]);
  return show(replacedIdpView, row);
};

/** What a list's `q` finds: names that begin so, those that are just it first (facts: identity-provider, list). */
function named(q: string | undefined): Pick<PageQuery<IdentityProviderRow>, 'filter' | 'sort'> {
  if (q === undefined || q === '') return {};
  const wanted = foldKey(q);
  return {
    filter: ({ name }: IdentityProviderRow): boolean => foldKey(name).startsWith(wanted),
    sort: { by: ({ name }: IdentityProviderRow): number => (foldKey(name) === wanted ? 0 : 1), descending: false },
  };
}

function turn(ctx: Context, id: string, status: IdentityProviderRow['status']) {
  const before = ctx.store.identityProviders.require(id);
  if (before.status === status) return show(idpView, before);
  const row = ctx.store.identityProviders.update(id, { status, lastUpdated: ctx.now() });
  ctx.log(status === 'ACTIVE' ? 'system.idp.lifecycle.activate' : 'system.idp.lifecycle.deactivate', [idpTarget(row)]);
  return show(idpView, row);
}

const listIdentityProviders: Act<'listIdentityProviders'> = ({ query }, ctx) => {
  const { filter, sort } = named(query.q);
  const { identityProviders } = ctx.store;
  const request = pageRequest(query, LIMITS, '', byLastId(identityProviders, '0oa', sort));
  const within = query.type ? { within: { index: 'type' as const, key: query.type } } : {};
  return pageReply(idpView, identityProviders.page({ ...request, ...within, filter, sort }), request);
};

const getIdentityProvider: Act<'getIdentityProvider'> = ({ params }, ctx) =>
  show(idpView, ctx.store.identityProviders.require(params.idpId));

const deleteIdentityProvider: Act<'deleteIdentityProvider'> = ({ params }, ctx) => {
  const row = ctx.store.identityProviders.require(params.idpId);
  removeWithReferences(ctx, 'identityProviders', row.id);
  ctx.log('system.idp.lifecycle.delete', [idpTarget(row)]);
};

const activateIdentityProvider: Act<'activateIdentityProvider'> = ({ params }, ctx) =>
  turn(ctx, params.idpId, 'ACTIVE');

const deactivateIdentityProvider: Act<'deactivateIdentityProvider'> = ({ params }, ctx) =>
  turn(ctx, params.idpId, 'INACTIVE');

/** Identity providers themselves. */
export const crud = {
  listIdentityProviders,
  getIdentityProvider,
  createIdentityProvider,
  updateIdentityProvider,
  deleteIdentityProvider,
  activateIdentityProvider,
  deactivateIdentityProvider,
};
