// A line a group: it goes with the group's file when the last operation of the group is written.

const unwritten = [...authenticator, ...session, ...userFactor] as const;

/** The id of an operation that is not written yet. */
export type UnwrittenId = (typeof unwritten)[number];

const ids: ReadonlySet<string> = new Set(unwritten);

/** Whether the operation is still to be written. */
export const isUnwritten = (operationId: string): operationId is UnwrittenId => ids.has(operationId);
