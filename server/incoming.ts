import type { IncomingMessage } from 'node:http';

/** A request as the edge reads it: Node's own, whether Express had it before or not. */
export interface Incoming extends IncomingMessage {
  /** What was asked for, where Express parted the beginning from `url`. */
  readonly originalUrl?: string;
}

/** The request target, as sent. */
export const targetOf = ({ originalUrl, url }: Pick<Incoming, 'originalUrl' | 'url'>): string =>
  originalUrl ?? url ?? '/';
