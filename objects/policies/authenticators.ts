import type { Context, ReadContext } from '../../contract/context.js';
import type { AuthenticatorRow } from '../../store/rows/authenticators.js';
import type { Json, JsonObject } from '../../store/rows/common.js';
import type { PolicyRow } from '../../store/rows/policies.js';
import { inOrder } from '../authenticators/find.js';

/** How far people may enrol an authenticator. */
export type EnrolSelf = 'NOT_ALLOWED' | 'OPTIONAL' | 'REQUIRED';

/** One authenticator, or factor, of an enrolment policy. */
export interface EnrolSetting {
  readonly key: string;
  /** Of authenticators of which an org may have several. */
  readonly id?: string;
  readonly self: EnrolSelf;
}

/** Authenticators that a policy names by id, too: an org may have several of a key. */
const NAMED_BY_ID: ReadonlySet<string> = new Set(['custom_app', 'external_idp', 'custom_otp']);

/** An authenticator that is active in an org. */
export interface ActiveAuthenticator {
  readonly key: string;
  readonly id?: string;
}

/** The authenticators that are active in the org, by name: each has an entry in every enrolment policy. */
export const activeAuthenticators = ({ store }: Pick<ReadContext, 'store'>): readonly ActiveAuthenticator[] =>
  inOrder(store.authenticators.all())
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ key, id }) => ({ key, id }));

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value)
    ? value.filter((item): item is JsonObject => typeof item === 'object' && item !== null && !Array.isArray(item))
    : [];

const selfOf = (value: Json | undefined): EnrolSelf => {
  const self = (value as { readonly enroll?: { readonly self?: string } } | undefined)?.enroll?.self;
  return self === 'REQUIRED' || self === 'OPTIONAL' ? self : 'NOT_ALLOWED';
};

/** What an enrolment policy says of each authenticator, or of each factor where it says it in the older form. */
export function enrolSettings({ settings }: Pick<PolicyRow, 'settings'>): readonly EnrolSetting[] {
  const { authenticators, factors } = settings ?? {};
  if (authenticators !== undefined) {
    return objectsIn(authenticators).map((item) => ({
      key: String(item.key),
      ...(typeof item.id === 'string' ? { id: item.id } : {}),
      self: selfOf(item),
    }));
  }
  return Object.entries((factors ?? {}) as JsonObject).map(([key, item]) => ({ key, self: selfOf(item) }));
}

const isSame = (item: JsonObject, { key, id }: ActiveAuthenticator): boolean =>
  item.key === key && (!NAMED_BY_ID.has(key) || id === undefined || item.id === id);

/** What a policy says of an authenticator that nobody spoke of: people sign in with their passwords at least. */
const unsaid = ({ key, id }: ActiveAuthenticator): JsonObject => ({
  key,
  ...(id !== undefined && NAMED_BY_ID.has(key) ? { id } : {}),
  enroll: { self: key === 'okta_password' ? 'REQUIRED' : 'NOT_ALLOWED' },
});

/** An entry as it is kept: that of security keys tells which models are meant, all of them where nobody said. */
const kept = (item: JsonObject): JsonObject =>
  item.key === 'webauthn' && item.constraints === undefined
    ? { ...item, constraints: { aaguidGroups: ['ANY'] } }
    : item;

/** Every active authenticator once, as given or not allowed; then what was given besides (facts: recorded-shapes §6). */
export function spokenOf(active: readonly ActiveAuthenticator[], given: readonly JsonObject[]): readonly JsonObject[] {
  const known = active.map((one) => given.find((item) => isSame(item, one)) ?? unsaid(one));
  return [...known, ...given.filter((item) => !active.some((one) => isSame(item, one)))].map(kept);
}

/**
 * What follows from an authenticator's being put in or out of use: every enrolment policy speaks of it, as not allowed,
 * or no longer does (facts: authenticator §Errors).
 */
export function followAuthenticator(ctx: Pick<Context, 'store'>, row: AuthenticatorRow): void {
  for (const { id, settings } of ctx.store.policies.where('type', 'MFA_ENROLL')) {
    if (settings?.authenticators === undefined) continue;
    const said = objectsIn(settings.authenticators);
    const authenticators =
      row.status === 'ACTIVE'
        ? spokenOf(activeAuthenticators(ctx), said)
        : said.filter((item) => !isSame(item, { key: row.key, id: row.id }));
    ctx.store.policies.update(id, { settings: { ...settings, authenticators } });
  }
}
