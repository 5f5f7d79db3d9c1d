import { paths } from '../generated/paths.js';
import type { operations } from '../generated/schema.js';
import type { OperationId } from './routes.js';

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

/** What can stand in a path as it is: every id. */
const PLAIN = /^[\w.~-]*$/;

const encoded = (value: string): string => (PLAIN.test(value) ? value : encodeURIComponent(value));

/** A path taken apart once, literal and parameter in turn: a user's answer alone shows a dozen links. */
type Template = readonly string[];

const templates = new Map<OperationId, Template>();

function templateOf(operationId: OperationId): Template {
  let template = templates.get(operationId);
  if (!template) templates.set(operationId, (template = paths[operationId].split(/[{}]/)));
  return template;
}

/** Makes absolute links from operation ids; paths are never typed as strings. One for each base URL. */
export class Links {
  /** @param base scheme and host, without a trailing slash */
  constructor(readonly base: string) {}

  /** The absolute URL of an operation. */
  href<K extends OperationId>(operationId: K, params: Params<K>): string {
    const values = params as Readonly<Record<string, string>>;
    let url = this.base;
    let isLiteral = true;
    for (const part of templateOf(operationId)) {
      url += isLiteral ? part : encoded(values[part] ?? '');
      isLiteral = !isLiteral;
    }
    return url;
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
