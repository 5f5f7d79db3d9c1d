import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that came in and was not answered yet. */
export interface Open {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Its place among the open ones; absent while it is none of them. */
  at?: number | undefined;
  /** Made where somebody wants to know that the client left. */
  gone?: AbortController;
}

/** What waits for its turn on a connection: a request, or the answer to what is none. */
interface Next {
  readonly req?: IncomingMessage;
  begin(): void;
}

/** One connection: its requests are done one after the other, as their answers go out. */
interface Lane {
  now: Open | undefined;
  readonly next: Next[];
}

/** How long a reset waits for answers that were begun, in milliseconds of real time. */
const GRACE_MS = 1000;

/** So many requests may wait on one connection; then it is read no further until some are answered. */
const MOST_WAITING = 32;

const aborted = (): AbortSignal => AbortSignal.abort();

/**
 * The requests under way. What comes in goes out once, whatever its connection does: of pipelined requests whose client
 * left, only the first one's answer ever tells that it is closed, so the connection is asked as well.
 *
 * A connection has one request under way. Those that were sent behind it wait, so that answers stay in order and a
 * client that asks for much and reads nothing makes one answer, not as many as fit into its first packet.
 */
export class InFlight {
  // A list whose places are handed on. A Set that so much comes into and leaves links the tables that it outgrew, with
  // what stood in them: an old one keeps the requests of all later ones from being let go in the collector's quick turns.
  readonly #open: Open[] = [];
  readonly #lanes = new WeakMap<object, Lane>();
  #whenIdle: (() => void) | undefined;

  /** Calls `begin` when what its client asked before on the same connection is answered; never, if it leaves first. */
  turn(req: IncomingMessage, res: ServerResponse, begin: (one: Open) => void): void {
    const lane = this.#laneOf(req);
    if (lane?.now) {
      lane.next.push({ req, begin: () => this.turn(req, res, begin) });
      if (lane.next.length === MOST_WAITING) req.socket.pause();
      return;
    }
    const one: Open = { req, res, at: undefined };
    if (lane) lane.now = one;
    // It comes once; `once` would cost three times as much.
    res.on('close', () => this.#leave(one, lane));
    begin(one);
  }

  /** Counts a request in; it counts itself out when its answer is sent or its connection is gone. */
  enter(one: Open): void {
    // A connection that was gone before tells nothing any more.
    if (!one.req.socket?.destroyed) one.at = this.#open.push(one) - 1;
  }

  /** Aborted when the client of a request that is under way leaves, or closes its half of the connection. */
  gone(req: IncomingMessage): AbortSignal {
    const one = req.socket && this.#lanes.get(req.socket)?.now;
    if (one?.req !== req || req.socket.readableEnded) return aborted();
    one.gone ??= new AbortController();
    return one.gone.signal;
  }

  /**
   * Does something when what was asked for on a connection before is answered. A request that is not complete never will
   * be: what came in its place is at fault.
   */
  afterAnswers(socket: object, begin: () => void): void {
    const lane = this.#lanes.get(socket);
    if (!lane?.now?.req.complete) return begin();
    const whole = lane.next.filter(({ req }) => req?.complete !== false);
    lane.next.splice(0, lane.next.length, ...whole, { begin });
  }

  /** How many there are. */
  get size(): number {
    return this.#open.length;
  }

  /**
   * Settles when no request is under way. Those that are not answered in time (a body that is half sent, a client that
   * does not read) are ended.
   * @returns how many had to be ended
   */
  async idle(): Promise<number> {
    if (this.#open.length === 0) return 0;
    let timer: NodeJS.Timeout | undefined;
    const late = await new Promise<boolean>((resolve) => {
      this.#whenIdle = () => resolve(false);
      timer = setTimeout(() => resolve(true), GRACE_MS);
    });
    clearTimeout(timer);
    this.#whenIdle = undefined;
    return late ? this.#end() : 0;
  }

  #end(): number {
    const left = this.#open.splice(0);
    for (const one of left) one.at = undefined;
    for (const { req } of left) req.socket?.destroy();
    return left.length;
  }

  #laneOf({ socket }: IncomingMessage): Lane | undefined {
    if (!socket) return undefined;
    const known = this.#lanes.get(socket);
    if (known) return known;
    const lane: Lane = { now: undefined, next: [] };
    this.#lanes.set(socket, lane);
    // Nearly every client that leaves only says that it sends no more; one that still reads finds no better answer.
    socket.once('end', () => lane.now?.gone?.abort());
    socket.once('close', () => {
      // Nobody is there to be told: what waits is not begun.
      lane.next.length = 0;
      const { now } = lane;
      if (!now) return;
      this.#leave(now, lane);
      now.gone?.abort();
    });
    return lane;
  }

  /** Takes one out: the last goes into its place. @returns whether it was there */
  #remove(one: Open): boolean {
    const { at } = one;
    if (at === undefined) return false;
    const last = this.#open.pop() as Open;
    if (last !== one) {
      this.#open[at] = last;
      last.at = at;
    }
    one.at = undefined;
    return true;
  }

  #leave(one: Open, lane: Lane | undefined): void {
    if (this.#remove(one) && this.#open.length === 0) this.#whenIdle?.();
    if (lane?.now !== one) return;
    lane.now = undefined;
    if (lane.next.length === 0) return;
    const next = lane.next.shift() as Next;
    if (lane.next.length === MOST_WAITING - 1) one.req.socket.resume();
    next.begin();
  }
}
