import { paths } from '../generated/paths.js';
import type { operations } from '../generated/schema.js';
import type { OperationId } from './contract.js';

type Params<K extends OperationId> = operations[K] extends { parameters: { path: infer P } }
  ? P extends Record<string, unknown>
    ? P
    : Record<never, never>
  : Record<never, never>;

/** A link as Okta shows it, with the methods it takes. */
export interface Link {
  href: string;
  method?: string;
  hints?: { allow: string[] };
}

/** Makes absolute links from operation ids; paths are never typed as strings. One for each base URL. */
export class Links {
  /** @param base scheme and host, without a trailing slash */
  constructor(readonly base: string) {}

  /** The absolute URL of an operation. */
  href<K extends OperationId>(operationId: K, params: Params<K>): string {
    const path = paths[operationId];
    const values = params as Record<string, string>;
    return this.base + path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  }

  /** `{ href }` to an operation. */
  to<K extends OperationId>(operationId: K, params: Params<K>): { href: string } {
    return { href: this.href(operationId, params) };
  }

  /** `{ href, method }`, the form of a user's life-cycle links. */
  act<K extends OperationId>(operationId: K, params: Params<K>, method = 'POST'): { href: string; method: string } {
    return { href: this.href(operationId, params), method };
  }

  /** `{ href, hints: { allow } }`, the form of most links. */
  allow<K extends OperationId>(operationId: K, params: Params<K>, ...allow: string[]): Link {
    return { href: this.href(operationId, params), hints: { allow } };
  }
}
