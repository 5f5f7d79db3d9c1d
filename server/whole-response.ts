import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse, STATUS_CODES } from 'node:http';
import type { Headers } from './heads.js';
import { KEEP_ALIVE_MS } from './listen.js';

/** What Node keeps of a head that is not sent yet. It is no documented member: nothing else here knows of it. */
interface Inner {
  _header: string | null;
}

/** What comes behind a head: Node ends heads in other words where it sees no body. */
type Kind = 'text' | 'bytes' | 'nothing';

/** Whether Node's own head was found to be the same text, by what came behind it. */
const isSame = new Map<Kind, boolean>();

/** Has heads be compared again, as if none had been. Returns what was found before, undefined where nothing was. */
export function forgetComparison(): boolean | undefined {
  const before = [...isSame.values()];
  isSame.clear();
  return before.length === 0 ? undefined : !before.includes(false);
}

const START = new Map<number, string>();
const END = `Connection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_MS / 1000}\r\n\r\n`;

/** The head as Node writes it to a client of HTTP/1.1 whose connection it keeps. */
function headOf(status: number, lines: string): string {
  let start = START.get(status);
  if (start === undefined) START.set(status, (start = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`));
  return start + lines + END;
}

const kindOf = (body: string | Buffer | undefined): Kind =>
  body === undefined ? 'nothing' : typeof body === 'string' ? 'text' : 'bytes';

/**
 * An answer whose head is one text, in front of the body where that is text as well. Node writes a head and a body by
 * two writes that it joins in the system, and looks at each header anew: together a fifth of what a read costs. Here the
 * first such answer of each kind is made by Node and compared with ours; where they differ in a character, Node makes all
 * of them.
 */
export class WholeResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  /**
   * Ends the answer with this head and body.
   * @param lines headers as they stand in a head: nothing looks at them again
   * @param headers the same by name
   * @param body as Latin-1 where it is text
   * @returns false, with nothing done, where it is not so plain: the connection ends, or other headers are set
   */
  endWhole(status: number, lines: string, headers: () => Headers, body: string | Buffer | undefined): boolean {
    if (this.req.httpVersion !== '1.1' || !this.shouldKeepAlive) return false;
    if (status === 304 || (status === 204 && body !== undefined)) return false;
    if (this.getHeaderNames().length > 0) return false;
    const kind = kindOf(body);
    const known = isSame.get(kind);
    if (known === false) return false;
    const head = headOf(status, lines);
    if (known === undefined) {
      this.writeHead(status, headers() as OutgoingHttpHeaders);
      isSame.set(kind, (this as unknown as Inner)._header === head);
    } else {
      this.statusCode = status;
      (this as unknown as Inner)._header = kind === 'text' ? head + body : head;
      if (kind === 'text') return this.#ended();
    }
    if (body === undefined) return this.#ended();
    this.end(body, 'latin1');
    return true;
  }

  #ended(): true {
    this.end();
    return true;
  }
}
