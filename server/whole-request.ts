import { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** What somebody who waits for a request's body, or for its end, listens to. */
const WAITED_FOR = ['data', 'readable', 'end', 'close'];

/**
 * A request that is over when it was answered, where it had no body and nobody listens for its end. Node lets each run
 * out: the stream of a body that is not there begins to flow, ends, is destroyed and closes, a turn of ticks for each.
 */
export class WholeRequest extends IncomingMessage {
  #isOver = false;

  static {
    // The types of Node have it as a property, which no accessor may follow.
    const own = Object.getOwnPropertyDescriptor(Readable.prototype, 'readableEnded')?.get;
    Object.defineProperty(WholeRequest.prototype, 'readableEnded', {
      configurable: true,
      get(this: WholeRequest): boolean {
        return this.#isOver || own?.call(this) === true;
      },
    });
  }

  /** Lets what is left of the body flow. Node calls it of what nobody has read. */
  override resume(): this {
    if (!this.complete || this.readableLength > 0) return super.resume();
    for (const event of WAITED_FOR) if (this.listenerCount(event) > 0) return super.resume();
    this.#isOver = true;
    return this;
  }
}
