/** Whether a member can be written, as the contract marks it. */
type IsReadonly<T, K extends keyof T> =
  (<G>() => G extends { [P in K]: T[K] } ? 1 : 2) extends <G>() => G extends { -readonly [P in K]: T[K] } ? 1 : 2
    ? false
    : true;

/**
 * What a body may really hold where the contract says `T`: any member may be null or missing, a list may hold null, an
 * enum is any text, and a read-only member is whatever the client sent back. Objects are objects, lists are lists, texts
 * are texts: that much the edge has seen to.
 */
export type Given<T> = unknown extends T
  ? unknown
  : T extends string
    ? string
    : T extends number | boolean | null | undefined
      ? T
      : T extends readonly (infer V)[]
        ? readonly (Given<V> | null)[]
        : { readonly [K in keyof T]?: IsReadonly<T, K> extends true ? unknown : Given<T[K]> | null };

/** Members that the contract does not have, such as those that Okta added since. */
type Beyond = { readonly [member: string]: unknown };

/**
 * What an answer shows where the contract says `T`: null is allowed, lists are read-only, an enum may have values of
 * today, and objects may have members that are newer than the contract. Parts of rows that are shown as they are must be
 * declared as `type`, not `interface`: only those may have further members.
 */
export type ShownAs<T> = unknown extends T
  ? unknown
  : T extends string
    ? string
    : T extends number | boolean | null | undefined | void
      ? T
      : T extends readonly (infer V)[]
        ? readonly ShownAs<V>[]
        : { readonly [K in keyof T]?: ShownAs<T[K]> | null } & Beyond;
