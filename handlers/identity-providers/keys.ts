import { invalid, OktaError } from '../../contract/errors.js';
import { textsOf } from '../../contract/given.js';
import type { Act } from '../../contract/operations.js';
import { byLastId, pageReply, pageRequest } from '../../contract/paging.js';
import { show } from '../../contract/reply.js';
import { newKeyId } from '../../objects/identity-providers/kid.js';
import { idpKeyTarget, idpKeyView } from '../../objects/identity-providers/view.js';
import { type CertificateFacts, readCertificate } from '../../objects/keys/read-certificate.js';
import { removeWithReferences } from '../../objects/removal.js';

const LIMITS = { limit: 20, max: 200 };

/** The certificate of a body, and its key. @throws OktaError 400 E0000001 for what is none with an RSA key */
function certificateOf(
  x5c: readonly string[],
): CertificateFacts & { readonly publicJwk: NonNullable<CertificateFacts['publicJwk']> } {
  const [first] = x5c;
  if (first === undefined) throw invalid('x5c', 'x5c: The field cannot be left blank');
  const certificate = readCertificate(first);
  const publicJwk = certificate?.publicJwk;
  if (!certificate || !publicJwk || !x5c.every((each) => readCertificate(each))) {
    throw invalid('x5c', 'x5c: The certificate is invalid.');
  }
  return { ...certificate, publicJwk };
}

const listIdentityProviderKeys: Act<'listIdentityProviderKeys'> = ({ query }, ctx) => {
  const request = pageRequest(query, LIMITS, '', byLastId(ctx.store.idpKeys, ''));
  return pageReply(idpKeyView, ctx.store.idpKeys.page(request), request);
};

const createIdentityProviderKey: Act<'createIdentityProviderKey'> = ({ body }, ctx) => {
  const x5c = textsOf(body.x5c);
  const { sha256, notAfter, publicJwk } = certificateOf(x5c);
  const known = ctx.store.idpKeys.by('certificate', sha256);
  if (known) throw new OktaError('E0000096', { args: [known.id] });
  const now = ctx.now();
  const row = ctx.store.idpKeys.insert({
    id: newKeyId(ctx.ids),
    created: now,
    lastUpdated: now,
    expiresAt: ctx.clock.timestamp(notAfter),
    x5c,
    x5tS256: sha256,
    e: publicJwk.e,
    n: publicJwk.n,
  });
  ctx.log('system.idp.key.create', [idpKeyTarget(row)]);
  return show(idpKeyView, row);
};

const getIdentityProviderKey: Act<'getIdentityProviderKey'> = ({ params }, ctx) =>
  show(idpKeyView, ctx.store.idpKeys.require(params.keyId));

const deleteIdentityProviderKey: Act<'deleteIdentityProviderKey'> = ({ params }, ctx) => {
  const row = ctx.store.idpKeys.require(params.keyId);
  const inUse = () => invalid('kid', `kid: The key "${row.id}" is in use by an identity provider.`);
  removeWithReferences(ctx, 'idpKeys', row.id, { refuse: inUse });
  ctx.log('system.idp.key.delete', [idpKeyTarget(row)]);
};

/** The org's store of keys that providers are trusted by (facts: identity-provider, trust key store). */
export const trustKeys = {
  listIdentityProviderKeys,
  createIdentityProviderKey,
  getIdentityProviderKey,
  deleteIdentityProviderKey,
};
