import type { TLSSocket } from 'node:tls';
import { type Incoming, targetOf } from './incoming.js';

/** What is asked of a request. */
type Asked = Pick<Incoming, 'originalUrl' | 'url' | 'headers' | 'socket'>;

/** Scheme, host and address of whoever sent a request, as far as it can be believed. */
export interface Sender {
  scheme(req: Asked): 'http' | 'https';
  /** As a Host header has it; empty where none is named. */
  host(req: Asked): string;
  /** Empty where the connection is gone. */
  address(req: Asked): string;
}

/** The host that a request is for: that of an absolute target, else of its Host header; empty without either. */
function hostOf(req: Pick<Incoming, 'originalUrl' | 'url' | 'headers'>): string {
  const target = targetOf(req);
  const named = target.startsWith('/') ? undefined : /^https?:\/\/([^/?#]*)/i.exec(target)?.[1];
  return named ?? req.headers.host ?? '';
}

const direct: Sender = {
  scheme: (req) => ((req.socket as TLSSocket | undefined)?.encrypted === true ? 'https' : 'http'),
  host: hostOf,
  address: (req) => req.socket?.remoteAddress ?? '',
};

const valuesOf = (req: Asked, name: string): string[] => String(req.headers[name] ?? '').split(/\s*,\s*/);

/** An address as proxies write it: some add the port, and brackets to IPv6. */
const withoutPort = (address: string): string =>
  /^\[([^\]]*)\](?::\d+)?$/.exec(address)?.[1] ?? /^([\d.]+):\d+$/.exec(address)?.[1] ?? address;

/**
 * Behind a proxy that is trusted its headers count. Of several values, scheme and host are the first, which the proxy
 * next to the client wrote; the address is the last: all before it is what the client itself may have sent.
 */
const behindProxy: Sender = {
  scheme(req) {
    const scheme = valuesOf(req, 'x-forwarded-proto')[0]?.toLowerCase();
    return scheme === 'http' || scheme === 'https' ? scheme : direct.scheme(req);
  },
  host: (req) => valuesOf(req, 'x-forwarded-host')[0] || hostOf(req),
  address: (req) => withoutPort(valuesOf(req, 'x-forwarded-for').at(-1) ?? '') || direct.address(req),
};

/** How the sender of a request is told. @param trustsProxy whether the headers of a proxy count */
export const senderOf = (trustsProxy: boolean): Sender => (trustsProxy ? behindProxy : direct);
