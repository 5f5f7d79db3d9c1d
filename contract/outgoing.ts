/** A call to a hook: what goes over the wire. */
export interface OutgoingCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text; absent in a GET. */
  readonly body?: string;
}

/** One try of a call, as the delivery log shows it. */
export type OutgoingAttempt = {
  /** When it began: milliseconds since 1970 on the org's clock. */
  readonly at: number;
  /** How long it took, in milliseconds. */
  readonly took: number;
  /** The status of the answer; null where none came. */
  readonly status: number | null;
  /** Why there is no answer, or none that can be used; null for an answer. */
  readonly error: string | null;
};

/**
 * What became of a call. `ANSWERED`: somebody did, with whatever status. `TIMEOUT`: nobody did in time. `FAILED`: no
 * connection, or an answer that is none. `REFUSED`: it was not sent, since its host is not allowed.
 */
export type OutgoingOutcome = 'ANSWERED' | 'TIMEOUT' | 'FAILED' | 'REFUSED';

/** What became of a call, after one retry where one was due. */
export interface OutgoingResult {
  readonly outcome: OutgoingOutcome;
  /** Status and body of the last answer; 0 where none came, empty where there is none that can be used. */
  readonly status: number;
  readonly body: string;
  readonly attempts: readonly OutgoingAttempt[];
}

/** Whether a hook has taken what it was sent: with any 2xx. */
export const isTaken = ({ outcome, status }: OutgoingResult): boolean =>
  outcome === 'ANSWERED' && status >= 200 && status < 300;
