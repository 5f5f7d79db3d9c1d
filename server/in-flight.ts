import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that came in and was not answered yet. */
interface Open {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
}

/** How long a reset waits for answers that were begun, in milliseconds of real time. */
const GRACE_MS = 1500;

/**
 * The requests under way. What comes in goes out once, whatever its connection does: of pipelined requests whose client
 * left, only the first one's answer ever tells that it is closed, so the connection is asked as well.
 */
export class InFlight {
  readonly #open = new Set<Open>();
  readonly #bySocket = new WeakMap<object, Set<Open>>();
  #whenIdle: (() => void) | undefined;

  /** Counts a request in; it counts itself out when its answer is sent or its connection is gone. */
  enter(req: IncomingMessage, res: ServerResponse): void {
    const one: Open = { req, res };
    this.#open.add(one);
    const others = this.#ofSocket(req);
    others?.add(one);
    res.once('close', () => {
      others?.delete(one);
      this.#leave(one);
    });
    // A connection that was gone before tells nothing any more.
    if (req.socket?.destroyed) this.#leave(one);
  }

  /** How many there are. */
  get size(): number {
    return this.#open.size;
  }

  /**
   * Settles when no request is under way. Those that are not answered in time (a body that is half sent, a client that
   * does not read) are ended.
   * @returns how many had to be ended
   */
  async idle(): Promise<number> {
    if (this.#open.size === 0) return 0;
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
    const left = [...this.#open];
    this.#open.clear();
    for (const { req } of left) req.socket?.destroy();
    return left.length;
  }

  #ofSocket(req: IncomingMessage): Set<Open> | undefined {
    const { socket } = req;
    if (!socket) return undefined;
    let found = this.#bySocket.get(socket);
    if (!found) {
      const all = new Set<Open>();
      this.#bySocket.set(socket, (found = all));
      socket.once('close', () => {
        for (const one of all) this.#leave(one);
        all.clear();
      });
    }
    return found;
  }

  #leave(one: Open): void {
    if (this.#open.delete(one) && this.#open.size === 0) this.#whenIdle?.();
  }
}
