import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';

/** A recorded exchange, as far as the scoring looks at it. */
export interface Exchange {
  readonly cassette: string;
  readonly seq: number;
  /** Method and path template: what the player reports by. */
  readonly op: string;
  readonly operationId: string | undefined;
}

/** Names one exchange. */
export const keyOf = ({ cassette, seq }: { readonly cassette: string; readonly seq: number }): string =>
  `${cassette}#${seq}`;

/** Reads the recorded exchanges: gzipped JSON lines, each a cassette with its exchanges. */
export async function readCorpus(file: string): Promise<Exchange[]> {
  const lines = gunzipSync(await readFile(file)).toString('utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => (JSON.parse(line) as { exchanges: Exchange[] }).exchanges);
}
