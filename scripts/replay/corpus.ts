import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A recorded exchange, as far as the scoring looks at it. */
export interface Exchange {
  readonly cassette: string;
  readonly seq: number;
  /** Method and path template: what the player reports by. */
  readonly op: string;
  readonly operationId: string | undefined;
  readonly status: number;
  readonly responseBody?: unknown;
}

/** Names one exchange. */
export const keyOf = ({ cassette, seq }: { readonly cassette: string; readonly seq: number }): string =>
  `${cassette}#${seq}`;

/** Recorded exchanges of one run of a client, in order. */
export interface Cassette {
  readonly exchanges: readonly Exchange[];
}

/** Reads the recordings: gzipped JSON lines, a cassette each. */
export async function readCorpus(file: string): Promise<Cassette[]> {
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Cassette);
}

/**
 * Writes the recordings without some exchanges.
 * @throws Error for a key that names no exchange
 */
export async function writeCorpusWithout(
  file: string,
  corpus: readonly Cassette[],
  keys: ReadonlySet<string>,
): Promise<void> {
  const known = new Set(corpus.flatMap(({ exchanges }) => exchanges.map(keyOf)));
  for (const key of keys) if (!known.has(key)) throw new Error(`the recordings hold no exchange ${key}`);
  const lines = corpus.map((cassette) => {
    const exchanges = cassette.exchanges.filter((exchange) => !keys.has(keyOf(exchange)));
    return JSON.stringify({ ...cassette, exchanges });
  });
  await writeFile(file, gzipSync(`${lines.join('\n')}\n`));
}
