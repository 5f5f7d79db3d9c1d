import { type ErrorCode, errorTable } from './error-table.js';

export type { ErrorCode };

/** One of the reasons inside an error; the newer validators of Okta add more than the sentence. */
export interface Cause {
  readonly errorSummary: string;
  readonly reason?: string;
  readonly location?: string;
  readonly locationType?: string;
  readonly domain?: string;
}

/** How an error differs from its row in the table. */
export interface ErrorDetails {
  /** What `{0}`, `{1}` in the summary stand for. */
  readonly args?: readonly string[];
  readonly causes?: readonly (string | Cause)[];
  /** Where an endpoint answers with another status than the table's. */
  readonly status?: number;
  /** Where an endpoint words the summary in its own way. */
  readonly summary?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `none`: the answer has no body (Bearer 401/403). `log`: the form of the System Log (UUID, no link). */
  readonly form?: 'none' | 'log';
}

/** A refusal in Okta's words (facts: errors §1). Thrown by handlers and by the edge; rendered in one place, the edge. */
export class OktaError extends Error {
  readonly status: number;
  readonly summary: string;
  readonly causes: readonly Cause[];

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    const [status, template] = errorTable[code];
    const summary = details.summary ?? template.replace(/\{(\d)\}/g, (_, n) => details.args?.[Number(n)] ?? '');
    super(summary);
    this.summary = summary;
    this.status = details.status ?? status;
    this.causes = (details.causes ?? []).map((cause) => (typeof cause === 'string' ? { errorSummary: cause } : cause));
  }
}

/** 404 E0000007 with the id as the caller gave it and Okta's name of the type. */
export const notFound = (id: string, typeName: string): OktaError =>
  new OktaError('E0000007', { args: [`Resource not found: ${id} (${typeName})`] });

/** 400 E0000001: `what` is the first offending field or the request object, each cause a sentence. */
export const invalid = (what: string, ...causes: (string | Cause)[]): OktaError =>
  new OktaError('E0000001', { args: [what], causes });

/** The cause of a required field that is missing or blank. */
export const blank = (field: string): string => `${field}: The field cannot be left blank`;

/** The cause of a value that another object has. */
export const taken = (field: string): string =>
  `${field}: An object with this field already exists in the current organization`;

/** 400 E0000003: a body whose parts are of a kind that Okta cannot read, an enum with an unknown value among them. */
export const unreadable = (): OktaError => new OktaError('E0000003');

/** 403 E0000006. */
export const forbidden = (): OktaError => new OktaError('E0000006');
