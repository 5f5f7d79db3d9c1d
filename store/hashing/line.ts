/** The client left before its work was done: nobody waits for it any more. */
export class GoneError extends Error {
  constructor() {
    super('the client left');
  }
}

interface Waiting {
  /** When it would be over if it had a core of its own to itself. */
  readonly due: number;
  begin(): void;
}

/** What work costs and for whom it is done. */
export interface Terms {
  /** About how long it takes, in milliseconds. */
  readonly cost: number;
  /** Aborted when the client leaves; then work that has not begun is never begun. */
  readonly gone?: AbortSignal | undefined;
}

/** How much longer than its own time work may be overtaken by shorter work that came later. */
const PATIENCE = 10;

/**
 * A line before work that threads do: so much at once, the rest waits. Each request has one piece of work in it at a
 * time, which is its share. Short work goes before long work that came with it, so that nobody's sign-in waits for a
 * hash of a million rounds; long work is overtaken for some multiples of its own time and no longer.
 */
export class Line {
  readonly #waiting: Waiting[] = [];
  #running = 0;

  constructor(readonly atOnce: number) {}

  /** How much waits. */
  get length(): number {
    return this.#waiting.length;
  }

  /** Does the work when it is its turn. @throws GoneError where the client left first */
  run<T>(work: () => Promise<T>, { cost, gone }: Terms): Promise<T> {
    if (gone?.aborted) return Promise.reject(new GoneError());
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        gone?.removeEventListener('abort', leave);
        this.#running += 1;
        work()
          .then(resolve, reject)
          .finally(() => this.#ended());
      };
      const one: Waiting = { due: performance.now() + cost * PATIENCE, begin };
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(one), 1);
        reject(new GoneError());
      };
      if (this.#running < this.atOnce) return begin();
      gone?.addEventListener('abort', leave, { once: true });
      this.#join(one);
    });
  }

  #join(one: Waiting): void {
    let place = this.#waiting.length;
    while (place > 0 && (this.#waiting[place - 1] as Waiting).due > one.due) place -= 1;
    this.#waiting.splice(place, 0, one);
  }

  #ended(): void {
    this.#running -= 1;
    this.#waiting.shift()?.begin();
  }
}
