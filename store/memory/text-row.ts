/** A row as the line that it stands on in a file. */
export class TextRow {
  /**
   * @param json the line's bytes without its comma, good until the next row is asked for
   * @param keys the hashes of its keys, as `keyHashes` gives them; undefined where they are not known
   */
  constructor(
    readonly json: Buffer,
    readonly keys: readonly number[] | undefined,
  ) {}
}

/** The hashes of one section's keys: for each unique index, in the order of `uniqueNames`, one for each record. */
export type KeyBlock = readonly Uint32Array[];
