import type { Context } from '../../contract/context.js';
import { blank, invalid, OktaError } from '../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../contract/given.js';
import type { FactorRow } from '../../store/rows/factors.js';
import { tokenHash } from '../secrets/token-hash.js';
import { isCode } from './codes.js';
import { type FactorKind, kindOfRow } from './kinds.js';
import { findOtp } from './otp.js';

/** 403 E0000068 in the words of this kind of factor (facts: errors §4). */
export const wrongCode = ({ noun }: Pick<FactorKind, 'noun'>): OktaError =>
  new OktaError('E0000068', { causes: [`Your ${noun} doesn't match our records. Please try again.`] });

/** What a proof is found to be: right, with what the factor remembers of it, or refused. */
export type Finding =
  | { readonly right: true; readonly changes: Partial<FactorRow> }
  | { readonly right: false; readonly error: OktaError };

const right = (changes: Partial<FactorRow> = {}): Finding => ({ right: true, changes });
const refuse = (error: OktaError): Finding => ({ right: false, error });

/** What the codes of a vendor look like; those of RSA may have the user's PIN before them. */
const VENDOR_CODES: Readonly<Record<string, RegExp>> = {
  YUBICO: /^[cbdefghijklnrtuv]{32,48}$/,
  RSA: /^[A-Za-z0-9]{0,8}\d{6,8}$/,
};

/**
 * Whether a code has the form of the vendor's codes. Their servers are not here: one of the right form counts as right,
 * once.
 */
export const isVendorCode = ({ provider }: Pick<FactorKind, 'provider'>, { passCode }: Members): boolean =>
  (VENDOR_CODES[provider] ?? /^\d{6,8}$/).test(textOf(passCode) ?? '');

/** What a browser had its key sign, or undefined. */
function clientDataOf(value: unknown): Members | undefined {
  try {
    return objectOf(JSON.parse(Buffer.from(textOf(value) ?? '', 'base64').toString()));
  } catch {
    return undefined;
  }
}

/** A challenge as clients send it back: as text, or as bytes of that text. */
const isNonce = (given: unknown, nonce: string | undefined): boolean =>
  nonce !== undefined && (given === nonce || given === Buffer.from(nonce).toString('base64url'));

/** The answer of a key is to the challenge of this factor, and has its parts. The signature itself is not looked at. */
function proveKey({ factorType, nonce }: FactorRow, given: Members, isEnrolment: boolean): boolean {
  const parts = isEnrolment
    ? [factorType === 'u2f' ? given.registrationData : given.attestation]
    : factorType === 'u2f'
      ? [given.signatureData]
      : [given.authenticatorData, given.signatureData];
  const data = clientDataOf(given.clientData);
  return parts.every((part) => textOf(part) !== undefined) && isNonce(data?.challenge, nonce);
}

function proveOtp(ctx: Context, factor: FactorRow, passCode: unknown): Finding {
  const found = findOtp(factor.secret ?? '', passCode, ctx.clock.now());
  if (found === 'wrong') return refuse(wrongCode(kindOfRow(factor)));
  if (found === 'late') return refuse(new OktaError('E0000083'));
  if (factor.used !== undefined && found.step <= Number(factor.used)) return refuse(new OktaError('E0000082'));
  return right({ used: `${found.step}` });
}

function proveVendor(factor: FactorRow, given: Members): Finding {
  const kind = kindOfRow(factor);
  if (!isVendorCode(kind, given)) return refuse(wrongCode(kind));
  const used = tokenHash(String(given.passCode));
  return used === factor.used ? refuse(new OktaError('E0000082')) : right({ used });
}

/** What a request must bring for a factor of this kind, where it brings nothing. */
export function hasProof({ factorType, provider }: FactorRow, given: Members | undefined): boolean {
  const { proving } = kindOfRow({ factorType, provider });
  if (!given) return false;
  if (proving === 'question') return textOf(given.answer) !== undefined;
  if (proving === 'key') return textOf(given.clientData) !== undefined;
  return textOf(given.passCode) !== undefined;
}

/** @throws OktaError 400 E0000001 for a proof that is not there */
export function needProof(factor: FactorRow, given: Members | undefined): void {
  if (hasProof(factor, given)) return;
  const field = kindOfRow(factor).proving === 'question' ? 'answer' : 'passCode';
  throw invalid(field, blank(field));
}

/**
 * Looks at a proof; it changes nothing.
 * @param options.isEnrolment whether it is the first, which makes the factor active
 * @param options.answerIsRight what was found of an answer, which takes time
 */
export function prove(
  ctx: Context,
  factor: FactorRow,
  given: Members,
  { isEnrolment, answerIsRight = false }: { readonly isEnrolment: boolean; readonly answerIsRight?: boolean },
): Finding {
  const kind = kindOfRow(factor);
  const simple = (holds: boolean): Finding => (holds ? right() : refuse(wrongCode(kind)));
  switch (kind.proving) {
    case 'question':
      return simple(answerIsRight);
    case 'sent':
      return simple(isCode(ctx, factor.code, textOf(given.passCode) ?? ''));
    case 'otp':
      return proveOtp(ctx, factor, given.passCode);
    case 'vendor':
      return proveVendor(factor, given);
    case 'key':
      return simple(proveKey(factor, given, isEnrolment));
    default:
      return refuse(wrongCode(kind));
  }
}
