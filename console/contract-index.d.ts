/** The clients that docs/clients.md proves (scripts/console-clients.ts). */
declare module 'mockta:clients' {
  export const proved: readonly {
    readonly name: string;
    readonly install: string;
    readonly note: string;
    readonly code: string;
  }[];
}

/** What a build makes of the contract for the pages (scripts/console.ts). */
declare module 'mockta:operations' {
  /** Id, method, path without `/api/v1`, group, summary, and the query that tells it from another of the same path. */
  type IndexRow = readonly [string, string, string, string, string, Readonly<Record<string, string>>?];
  export const rows: readonly IndexRow[];
  /** Recorded exchanges of an operation: how many are reproduced exactly, of how many, and the refusals among them. */
  export const recorded: Readonly<Record<string, readonly [exact: number, of: number, ...refusals: string[]]>>;
  /** The refusals of an operation that tests saw: status and error code. */
  export const tested: Readonly<Record<string, readonly string[]>>;
  /** Operations that tests did not see both succeed and refuse, and what they saw. */
  export const odd: Readonly<Record<string, readonly [success: string, refusal: string]>>;
  /** What error codes say. */
  export const texts: Readonly<Record<string, string>>;
}
