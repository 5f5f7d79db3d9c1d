import type { Context, ReadContext } from './context.js';

/** What a request asks of a path beside the Management API. A body is read by its media type. */
export interface NeighbourCall {
  readonly params: Readonly<Record<string, string>>;
  /** As text; of a repeated parameter the last. */
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/**
 * As an operation's handler: a plain function inside one transaction, or the two halves of one that must wait first. It
 * gives a value that goes out as JSON, an `Answer` or a `Raw`, or nothing.
 */
export type NeighbourHandler =
  | ((call: NeighbourCall, ctx: Context) => unknown)
  | {
      prepare(call: NeighbourCall, ctx: ReadContext): unknown;
      act(call: NeighbourCall, ctx: Context, prepared: unknown): unknown;
    };

/** A path that clients of the API also call though the contract does not have it. */
export interface Neighbour {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parameters begin with a colon. */
  readonly path: string;
  /** Whether it asks for an API token: `optional` reads one where it is sent. */
  readonly token: 'required' | 'optional' | 'none';
  /** Media types of the body; JSON where absent. */
  readonly consumes?: readonly string[];
  /** Of an answer that brings none of its own; 200 where absent. */
  readonly status?: number;
  /** Loads its handler when it is first called. */
  handler(): Promise<NeighbourHandler>;
}
