import type { operations } from '../generated/schema.js';
import type { BodyFrom, TakesJson } from './bodies.js';
import type { Context, ReadContext } from './context.js';
import type { Answer, MadeList, Raw, Refused, Shown, ShownList } from './reply.js';
import type { OperationId, OperationsOf, ResourceGroup } from './routes.js';
import type { ShownAs } from './shapes.js';

/** What is JSON of a content; all else goes out as a `Raw`. */
type Content<T> = T extends { content: infer C } ? C[Extract<keyof C, `${string}json`>] : never;
type Success = 200 | 201 | 202 | 204;
type ParamsOf<O> = O extends { parameters: { path: infer P } } ? P : Record<never, never>;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? NonNullable<Q> : Record<never, never>;
type ContentOf<B> = B extends { content: infer C } ? C : never;
type OptionalBody<C> = BodyFrom<C> | (TakesJson<C> extends true ? undefined : never);
type BodyOf<O> = O extends { requestBody: infer B }
  ? BodyFrom<ContentOf<B>>
  : O extends { requestBody?: infer B }
    ? OptionalBody<ContentOf<NonNullable<B>>>
    : undefined;
type ReplyOf<O> = O extends { responses: infer R }
  ? { [S in keyof R & Success]: [Content<R[S]>] extends [never] ? void : Content<R[S]> }[keyof R & Success]
  : never;

/**
 * What a request asks of an operation, typed by its id. Query values are already coerced; a body may be absent, and is
 * read by its media type: JSON, a form, a file, or bytes.
 */
export interface Call<K extends OperationId> {
  readonly params: ParamsOf<operations[K]>;
  readonly query: QueryOf<operations[K]>;
  readonly body: BodyOf<operations[K]>;
}

/** What an operation answers with: its success body, or rows that the edge shows from kept bytes. */
export type Body<K extends OperationId> = ReplyOf<operations[K]>;
type Item<T> = T extends readonly (infer V)[] ? V : never;
type Plain<T> = ShownAs<T> | Shown<T> | ShownList<Item<T>> | MadeList<Item<T>>;

/** A bare body goes out with the status of the route table; an Answer and a Raw carry their own status or headers. */
export type Reply<K extends OperationId> = Plain<Body<K>> | Answer<Plain<Body<K>>> | Raw | Refused;

/** A plain synchronous function of the call: one transaction. */
export type Act<K extends OperationId> = (call: Call<K>, ctx: Context) => Reply<K>;

/**
 * An operation that must wait before it acts (a hash, a key pair, a hook): `prepare` reads and waits (or not, where
 * this call brings nothing to wait for), `act` is the transaction and checks again what `prepare` had read.
 */
export interface Prepared<K extends OperationId, P = unknown> {
  prepare(call: Call<K>, ctx: ReadContext): Promise<P> | P;
  act(call: Call<K>, ctx: Context, prepared: P): Reply<K>;
}

export type Handler<K extends OperationId> = Act<K> | Prepared<K>;

/** One group's map: every written operation of the group, no more and no fewer. */
export type HandlersOf<G extends ResourceGroup> = { [K in OperationsOf<G>]: Handler<K> };

/** Ties the two halves of an operation that waits together, so that what `prepare` gives is typed in `act`. */
export const waiting = <K extends OperationId, P>(halves: Prepared<K, P>): Prepared<K> => halves as Prepared<K>;
