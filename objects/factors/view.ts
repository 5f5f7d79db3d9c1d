import type { ReadContext } from '../../contract/context.js';
import type { Links } from '../../contract/links.js';
import type { View } from '../../contract/reply.js';
import type { Schemas } from '../../contract/routes.js';
import type { FactorRow, FactorTransactionRow } from '../../store/rows/factors.js';
import type { UserRow } from '../../store/rows/users.js';
import { kindOfRow } from './kinds.js';
import { TIME_STEP } from './otp.js';
import { resultOf } from './push.js';

type Ids = { readonly userId: string; readonly factorId: string };

const idsOf = ({ id, userId }: FactorRow): Ids => ({ userId, factorId: id });

/** `{ href, hints }` of a path below a factor that is no operation of the contract. */
const below = (links: Links, ids: Ids, path: string, ...allow: string[]) => ({
  href: `${links.href('getFactor', ids)}/${path}`,
  hints: { allow },
});

function pendingLinks(links: Links, factor: FactorRow) {
  const ids = idsOf(factor);
  const { proving } = kindOfRow(factor);
  if (proving === 'device') return { poll: below(links, ids, 'lifecycle/activate/poll', 'POST') };
  const activate = links.allow('activateFactor', ids, 'POST');
  if (proving !== 'sent') return { activate };
  return { resend: [{ name: factor.factorType, ...below(links, ids, 'resend', 'POST') }], activate };
}

function activeLinks(links: Links, factor: FactorRow) {
  const ids = idsOf(factor);
  return factor.factorType === 'question'
    ? { questions: links.allow('listSupportedSecurityQuestions', { userId: ids.userId }, 'GET') }
    : { verify: links.allow('verifyFactor', ids, 'POST') };
}

/** A factor, with the links that its state allows (facts: factors §2). */
export const factorView: View<FactorRow, Schemas['UserFactor']> = (factor, links) => {
  const { id, factorType, provider, vendorName, status, created, lastUpdated, profile, factorProfileId } = factor;
  const isActive = status === 'ACTIVE';
  return {
    id,
    factorType,
    provider,
    vendorName,
    status,
    created,
    lastUpdated,
    ...(Object.keys(profile).length > 0 ? { profile } : {}),
    ...(factorProfileId === undefined ? {} : { factorProfileId }),
    _links: {
      ...(isActive ? activeLinks(links, factor) : pendingLinks(links, factor)),
      self: links.allow('getFactor', idsOf(factor), ...(isActive ? ['GET', 'DELETE'] : ['GET'])),
      user: links.allow('getUser', { userId: factor.userId }, 'GET'),
    },
  };
};

/** What a browser asks a key to make or to sign (facts: factors §2). */
function keyOptions(factor: FactorRow, user: UserRow, rpName: string) {
  const { nonce = '' } = factor;
  if (factor.factorType === 'u2f') return { version: 'U2F_V2', nonce, timeoutSeconds: 20 };
  const { login, firstName, lastName } = user.profile;
  return {
    attestation: 'direct',
    authenticatorSelection: { userVerification: 'preferred', requireResidentKey: false },
    challenge: nonce,
    excludeCredentials: [],
    pubKeyCredParams: [
      { type: 'public-key', alg: -7 },
      { type: 'public-key', alg: -257 },
    ],
    rp: { name: rpName },
    user: { displayName: `${firstName ?? ''} ${lastName ?? ''}`.trim(), name: login ?? '', id: user.id },
  };
}

/** How far the enrolment of a device has come. */
export function deviceActivation(
  ctx: Pick<ReadContext, 'clock' | 'links'>,
  factor: FactorRow,
  transaction: FactorTransactionRow | undefined,
) {
  const result = transaction ? resultOf(ctx, transaction) : 'TIMEOUT';
  const ids = idsOf(factor);
  if (result !== 'WAITING') {
    return { factorResult: result, _links: { activate: ctx.links.allow('activateFactor', ids, 'POST') } };
  }
  return {
    expiresAt: ctx.clock.timestamp(transaction?.expires),
    factorResult: result,
    _links: {
      poll: below(ctx.links, ids, 'lifecycle/activate/poll', 'POST'),
      send: ['email', 'sms'].map((name) => ({ name, ...below(ctx.links, ids, `lifecycle/activate/${name}`, 'POST') })),
      qrcode: qrcode(ctx.links, factor, transaction?.id ?? ''),
    },
  };
}

const qrcode = (links: Links, factor: FactorRow, token: string) => ({
  href: `${links.href('getFactor', idsOf(factor))}/qr/${token}`,
  type: 'image/png',
});

/** What the user needs to make a factor active; undefined for one that needs nothing. */
export function activationView(
  ctx: Pick<ReadContext, 'clock' | 'links' | 'store'>,
  factor: FactorRow,
  transaction: FactorTransactionRow | undefined,
): object | undefined {
  const { proving } = kindOfRow(factor);
  if (factor.status === 'ACTIVE') return undefined;
  if (proving === 'device') return deviceActivation(ctx, factor, transaction);
  if (proving === 'key') {
    const user = ctx.store.users.require(factor.userId);
    return keyOptions(factor, user, ctx.store.org.all()[0]?.companyName ?? '');
  }
  if (proving !== 'otp') return undefined;
  return {
    timeStep: TIME_STEP,
    sharedSecret: factor.secret,
    encoding: 'base32',
    keyLength: factor.provider === 'GOOGLE' ? 16 : 6,
    _links: { qrcode: qrcode(ctx.links, factor, factor.id) },
  };
}
