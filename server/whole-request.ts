import { IncomingMessage } from 'node:http';

/** Takes a body that was read, or why it was not. */
type Then = (error: unknown, bytes?: Buffer) => void;

/**
 * A request whose body is handed over in one piece when its last byte is there. Node's parser pushes a body into a
 * stream, which hands it on some ticks later, piece by piece, and tells its end after some more: nobody here wants it in
 * another way than whole, and of most requests there is none.
 *
 * Whoever asks for neither has Node's own stream.
 */
export class WholeRequest extends IncomingMessage {
  #then: Then | undefined;
  #pieces: Buffer[] = [];
  /** Nothing goes into the stream. */
  #isPast = false;

  /**
   * Hands the body over when it is there; an error in its place where the client leaves before.
   * @returns false, with nothing done, where some of it is in the stream already
   */
  whole(then: Then): boolean {
    if (!this.leave()) return false;
    this.#then = then;
    return true;
  }

  /** Nobody reads the body: what comes of it is let go. @returns false, with nothing done, where some is in the stream */
  leave(): boolean {
    if (this.complete || this.destroyed || this.readableLength > 0) return false;
    this.#isPast = true;
    return true;
  }

  /** What Node's parser calls with each piece, and with null at the end. */
  override push(piece: Buffer | null, encoding?: BufferEncoding): boolean {
    if (!this.#isPast) return super.push(piece, encoding);
    const then = this.#then;
    if (then === undefined) return true;
    if (piece !== null) {
      this.#pieces.push(piece);
      return true;
    }
    const pieces = this.#pieces;
    this.#then = undefined;
    this.#pieces = [];
    then(undefined, pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
    return true;
  }

  /** What Node calls to have the rest of a body run out when its answer was sent: here nothing of it is kept. */
  override resume(): this {
    return this.#isPast ? this : super.resume();
  }

  override destroy(error?: Error): this {
    const then = this.#then;
    this.#then = undefined;
    super.destroy(error);
    then?.(error ?? new Error('the request ended before its body'));
    return this;
  }
}
