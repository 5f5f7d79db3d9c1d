import type { RawBody } from '../../contract/bodies.js';
import type { Context, ReadContext } from '../../contract/context.js';
import { invalid, notFound } from '../../contract/errors.js';
import { type Fault, missing, refuseAll, textsOf, tooLong } from '../../contract/given.js';
import { preferred } from '../../contract/media.js';
import { type Answer, type Raw, raw, reply, type Shown, show, type View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import type { SigningRequestRow } from '../../store/rows/signing-requests.js';
import type { RsaPrivateJwk, RsaPublicJwk } from '../../store/rsa-pool.js';
import { isDnsName, signingRequest } from '../keys/certificates.js';
import { newKid } from '../keys/jwks.js';
import { type PublishFault, readPublished } from '../keys/read-certificate.js';
import { certifiedKey, takeRsaKey } from '../keys/signing-key.js';
import { addKey, keyReply } from './keys.js';
import type { Owner } from './owner.js';

type Csr = Schemas['Csr'];
/** What a request is asked for with. */
export type Metadata = Given<Schemas['CsrMetadata']>;

/** A request as it goes out: JSON, or the bare base64 for a client that prefers it. */
type RequestReply = Answer<Shown<Csr>> | Raw;

const MAX_NAMES = 100;

/** A signing request with the link that publishes a certificate for it (facts: apps §8). */
export const requestView: View<SigningRequestRow, Csr> = ({ id, created, csr, appId, idpId }, links) => ({
  id,
  created,
  csr,
  kty: 'RSA',
  _links:
    appId === null
      ? {
          publish: links.allow('publishCsrForIdentityProvider', { idpId: idpId ?? '', csrId: id }, 'POST'),
          self: links.allow('getCsrForIdentityProvider', { idpId: idpId ?? '', csrId: id }, 'GET', 'DELETE'),
        }
      : {
          publish: links.allow('publishCsrForApplication', { appId, csrId: id }, 'POST'),
          self: links.allow('getCsrForApplication', { appId, csrId: id }, 'GET', 'DELETE'),
        },
});

/** The requests of an owner, the oldest first. */
export const requestsOf = (ctx: Pick<ReadContext, 'store'>, { kind, id }: Owner): readonly SigningRequestRow[] =>
  ctx.store.signingRequests.where(kind, id);

/**
 * The owner's request of this id.
 * @throws OktaError 404 E0000007
 */
export function requireRequest(ctx: Pick<ReadContext, 'store'>, { kind, id }: Owner, csrId: string): SigningRequestRow {
  const row = ctx.store.signingRequests.get(csrId);
  if (!row || (kind === 'app' ? row.appId : row.idpId) !== id) throw notFound(csrId, 'CertificateSigningRequest');
  return row;
}

/** What a body asks for, and what is wrong with it. */
function checkMetadata({ subject, subjectAltNames }: Metadata): void {
  const dnsNames = subjectAltNames?.dnsNames ?? [];
  refuseAll([
    ...missing('commonName', subject?.commonName),
    ...Object.entries(subject ?? {}).flatMap(([member, text]) => tooLong(member, text)),
    ...(dnsNames.length > MAX_NAMES || !dnsNames.every((name) => typeof name === 'string' && isDnsName(name))
      ? [['subjectAltNames', `dnsNames: At most ${MAX_NAMES} names of hosts may be given.`] satisfies Fault]
      : []),
  ]);
}

/** A request that was made, not yet kept. */
export interface MadeRequest {
  readonly csr: string;
  readonly privateJwk: RsaPrivateJwk;
}

/**
 * Makes a key and the request for its certificate: for `prepare`, since it waits.
 * @throws OktaError 400 E0000001 without a common name, or with names that no certificate can carry
 */
export async function makeRequest(body: Metadata): Promise<MadeRequest> {
  checkMetadata(body);
  const key = await takeRsaKey();
  const dnsNames = textsOf(body.subjectAltNames?.dnsNames);
  return { csr: await signingRequest({ key, subject: body.subject ?? {}, dnsNames }), privateJwk: key.privateJwk };
}

/** The request in the media type that the client prefers. */
export function requestReply(
  { request, links }: Pick<ReadContext, 'request' | 'links'>,
  row: SigningRequestRow,
  created = false,
): RequestReply {
  const self = row.appId
    ? links.href('getCsrForApplication', { appId: row.appId, csrId: row.id })
    : links.href('getCsrForIdentityProvider', { idpId: row.idpId ?? '', csrId: row.id });
  const status = created ? { status: 201 } : {};
  const headers: Record<string, string> = created ? { Location: self } : {};
  if (preferred(request.header('accept'), ['application/json', 'application/pkcs10']) !== 'application/pkcs10') {
    return reply(show(requestView, row), { ...status, headers });
  }
  return raw(row.csr, {
    mediaType: 'application/pkcs10; filename=okta.p10',
    ...status,
    headers: { ...headers, 'Content-Transfer-Encoding': 'base64' },
  });
}

/** Keeps a request that was made, logs and answers. */
export function addRequest(ctx: Context, { kind, id, target }: Owner, { csr, privateJwk }: MadeRequest): RequestReply {
  const row = ctx.store.signingRequests.insert({
    id: newKid(ctx.ids),
    appId: kind === 'app' ? id : null,
    idpId: kind === 'idp' ? id : null,
    created: ctx.now(),
    csr,
    privateJwk,
  });
  ctx.log('app.app_instance.csr.generate', [target]);
  return requestReply(ctx, row, true);
}

/** Takes a request back. */
export function revokeRequest(ctx: Context, owner: Owner, csrId: string): void {
  ctx.store.signingRequests.remove(requireRequest(ctx, owner, csrId).id);
  ctx.log('app.app_instance.csr.revoke', [owner.target]);
}

const publishFaults: Readonly<Record<PublishFault, string>> = {
  unreadable: 'The certificate could not be read.',
  otherKey: 'The certificate does not match the CSR.',
  shortValidity: 'The certificate must be valid for more than 90 days.',
};

/**
 * Takes the certificate that an authority made for a request: the owner gets the key with it, and the request goes.
 * @throws OktaError 404 E0000007, 400 E0000001 for what is no certificate, one for another key, or one that ends too soon
 */
export function publishRequest(ctx: Context, owner: Owner, csrId: string, { bytes }: RawBody) {
  const row = requireRequest(ctx, owner, csrId);
  const { kty, e, n } = row.privateJwk;
  const publicJwk: RsaPublicJwk = { kty, e, n };
  const read = readPublished(bytes, publicJwk, ctx.clock.now());
  if ('fault' in read) throw invalid('certificate', publishFaults[read.fault]);
  ctx.store.signingRequests.remove(row.id);
  const key = addKey(ctx, owner, certifiedKey({ privateJwk: row.privateJwk, publicJwk }, read.certificate));
  ctx.log('app.app_instance.csr.publish', [owner.target]);
  return keyReply(ctx, owner, key);
}
