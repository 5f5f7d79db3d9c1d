import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './support/run.js';

/** A client that was proved against the sandbox, and the program that proved it. */
export interface ProvedClient {
  /** What people call it: `Node 8`. */
  readonly name: string;
  readonly install: string;
  /** What it needs to be told. */
  readonly note: string;
  readonly code: string;
}

/** A client's part of the page: its head, how it is installed, what it needs, and its program. */
const PART = /^### (\S+) `[^`]+` (\d+)\.\S+\n\n {4}(.+)\n\n(.+)\n\n```\w+\n([\s\S]+?)\n```$/gm;

const plain = (text: string): string => text.replace(/`/g, '').replace(/\[([^\]]+)\]\([^)]*\)/g, '$1');

/** The clients of a page such as docs/clients.md, in its order. */
export const clientsOf = (page: string): ProvedClient[] =>
  [...page.matchAll(PART)].map(([, kind = '', major = '', install = '', note = '', code = '']) => ({
    name: `${kind} ${major}`,
    install,
    note: plain(note),
    code,
  }));

/** The clients that docs/clients.md proves; none where it is not written. @throws Error where it is, and shows none */
export async function provedClients(): Promise<ProvedClient[]> {
  const page = await readFile(join(root, 'docs/clients.md'), 'utf8').catch(() => undefined);
  if (page === undefined) return [];
  const found = clientsOf(page);
  if (found.length === 0) throw new Error('docs/clients.md shows no program of a client in the form that is read');
  return found;
}
