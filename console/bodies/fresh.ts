import { read } from '../org.js';

const quoted = (name: string): string => `"${name}"`;

/** The first of these names that what a path shows does not hold yet, as `key` writes it there. */
export async function fresh(
  path: string,
  names: readonly string[],
  key: (name: string) => string = quoted,
): Promise<string> {
  const have = JSON.stringify((await read(`/api/v1${path}`)).json ?? []);
  for (let round = 1; ; round += 1) {
    const tried = names.map((name) => (round === 1 ? name : `${name} ${round}`));
    const free = tried.find((name) => !have.includes(key(name)));
    if (free !== undefined) return free;
  }
}

/** Makes a body out of the values of the path. */
export type Maker = (values: Readonly<Record<string, string>>) => Promise<unknown> | unknown;

/** Makers by the operation that they are for. */
export type Makers = Readonly<Record<string, Maker>>;
