/** What a build makes of the contract for the pages (scripts/console.ts). */
declare module 'mockta:operations' {
  /** Id, method, path without `/api/v1`, group, summary, and the query that tells it from another of the same path. */
  type IndexRow = readonly [string, string, string, string, string, Readonly<Record<string, string>>?];
  export const rows: readonly IndexRow[];
  /** How many recorded exchanges of a group are reproduced exactly. */
  export const recorded: Readonly<Record<string, number>>;
}
