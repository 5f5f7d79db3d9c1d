import type { OutgoingAttempt, OutgoingCall, OutgoingResult } from '../../contract/outgoing.js';
import type { Clock } from '../../store/clock.js';
import type { HostRules } from './addresses.js';
import type { Tried } from './attempt.js';

/** What calls of an org go by. */
export interface OutgoingParts {
  readonly clock: Clock;
  readonly rules: HostRules;
  /** How long one try may take, in milliseconds; three seconds without it. */
  readonly timeLimit?: number | undefined;
}

const TRIES = 2;

/** Whether it is worth another try: no answer, or one that says that something is broken. Never after a 4xx. */
const isRetried = ({ outcome, status }: Tried): boolean =>
  outcome === 'TIMEOUT' || (outcome === 'FAILED' && status === 0) || (outcome === 'ANSWERED' && status >= 500);

/** An org's way out: it calls hooks, and nothing else does. */
export class Outgoing {
  readonly #stopped = new AbortController();

  constructor(readonly parts: OutgoingParts) {}

  /** Calls a hook, once more where that is due (facts: event-hook, "Delivery"). Never rejects. */
  async call(call: OutgoingCall): Promise<OutgoingResult> {
    // Loaded with the first call: most sandboxes never make one.
    const { attempt } = await import('./attempt.js');
    const attempts: OutgoingAttempt[] = [];
    for (;;) {
      const at = this.parts.clock.now();
      const from = performance.now();
      const { rules, timeLimit } = this.parts;
      const tried = await attempt(call, rules, this.#stopped.signal, timeLimit);
      const { outcome, status, body, error } = tried;
      const took = Math.round(performance.now() - from);
      attempts.push({ at, took, status: status === 0 ? null : status, error });
      if (attempts.length < TRIES && isRetried(tried) && !this.#stopped.signal.aborted) continue;
      return { outcome, status, body, attempts };
    }
  }

  /** Cuts off what is under way, and all that comes after. */
  stop(): void {
    this.#stopped.abort();
  }
}
