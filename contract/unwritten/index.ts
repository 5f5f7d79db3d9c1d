// Every operation is written. What a later contract brings is listed here until it is, a file a group.
const unwritten = [] as const;

/** The id of an operation that is not written yet. */
export type UnwrittenId = (typeof unwritten)[number];

const ids: ReadonlySet<string> = new Set<string>(unwritten);

/** Whether the operation is still to be written. */
export const isUnwritten = (operationId: string): boolean => ids.has(operationId);
