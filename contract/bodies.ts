import type { Given } from './shapes.js';

/** What came as `multipart/form-data`. */
export interface Upload {
  /** The bytes of the part that the operation documents, whatever its type and with or without a file name. */
  readonly file: Uint8Array | undefined;
  /** The other parts that are text, by name; of a repeated one the last. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What came as another media type than JSON or a form, such as a certificate: its bytes as they were sent. */
export interface RawBody {
  readonly bytes: Uint8Array;
  /** In lower case, without parameters. */
  readonly mediaType: string;
  /** `Content-Transfer-Encoding` in lower case; some clients send base64 and say so here (facts: apps §8). */
  readonly transferEncoding: string | undefined;
}

/** What came as `application/x-www-form-urlencoded`; of a repeated name the last. */
export type FormFields = Readonly<Record<string, string>>;

/** The name of the part that holds the file, in every operation that takes one. */
export const FILE_PART = 'file';

/** What a handler gets of a body, by the media types that the contract has for it. */
export type BodyFrom<C> = {
  [M in keyof C]: M extends 'multipart/form-data'
    ? Upload
    : M extends 'application/x-www-form-urlencoded'
      ? FormFields
      : M extends `${string}json`
        ? Given<C[M]>
        : RawBody;
}[keyof C];

/** Whether JSON is among the media types of a body; where it is not, the body may not be left out. */
export type TakesJson<C> = Extract<keyof C, `${string}json`> extends never ? false : true;
