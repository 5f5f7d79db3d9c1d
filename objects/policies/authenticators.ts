import type { ReadContext } from '../../contract/context.js';
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

/** Whether a policy names this authenticator by its id. */
export const isNamedById = (key: string): boolean => NAMED_BY_ID.has(key);

const objectsIn = (value: Json | undefined): readonly JsonObject[] =>
  Array.isArray(value) ? (value as readonly JsonObject[]) : [];

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
