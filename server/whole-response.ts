import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse, STATUS_CODES } from 'node:http';
import { KEEP_ALIVE_MS } from './listen.js';

/** What Node keeps of a head that is not sent yet. It is no documented member: nothing else here knows of it. */
interface Inner {
  _header: string | null;
}

/** The head as Node writes it to a client of HTTP/1.1 whose connection it keeps. */
function headOf(status: number, headers: OutgoingHttpHeaders): string {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
  return `${head}Connection: keep-alive\r\nKeep-Alive: timeout=${KEEP_ALIVE_MS / 1000}\r\n\r\n`;
}

/** Whether Node's own head was found to be the same text; undefined before the first is compared. */
let isSame: boolean | undefined;

/** Has heads be compared again, as if none had been. Returns what was found before. */
export function forgetComparison(): boolean | undefined {
  const before = isSame;
  isSame = undefined;
  return before;
}

/**
 * An answer that goes out as one text where that is all there is to it. Node writes a head and a body by two writes that
 * it joins in the system, and looks at each header anew: together a fifth of what a read costs. Here the first such
 * answer is made by Node and compared with ours; where they differ in a character, Node makes all of them.
 */
export class WholeResponse<R extends IncomingMessage = IncomingMessage> extends ServerResponse<R> {
  /**
   * Ends the answer with this head and body.
   * @param headers of names and values that can stand in a head: nothing looks at them again
   * @param body as Latin-1
   * @returns false, with nothing done, where it is not so plain: the connection ends, or other headers are set
   */
  endWhole(status: number, headers: OutgoingHttpHeaders, body: string): boolean {
    const { httpVersion } = this.req;
    if (isSame === false || httpVersion !== '1.1' || !this.shouldKeepAlive) return false;
    if (status === 204 || status === 304) return false;
    if (this.getHeaderNames().length > 0) return false;
    const head = headOf(status, headers);
    if (isSame === undefined) {
      this.writeHead(status, headers);
      isSame = (this as unknown as Inner)._header === head;
      this.end(body, 'latin1');
      return true;
    }
    this.statusCode = status;
    (this as unknown as Inner)._header = head + body;
    this.end();
    return true;
  }
}
