import { rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { linesOf, piecesOf, textOf } from '../files/file-lines.js';
import { packageFile } from '../files/package-files.js';
import { readCommitText, type TextCommit } from '../journal/commit-line.js';
import { readJournal } from '../journal/journal-reader.js';
import { keyHashes, uniqueNames } from '../memory/key-hashes.js';
import { TextRow } from '../memory/text-row.js';
import type { Row } from '../rows/common.js';
import { SECTION_LINE, type Section, type StateHeader, unusable } from './document.js';
import { writeStateFile } from './file.js';
import { checkHeader } from './header.js';
import { INDEX_START, type KeyIndex, readIndex } from './key-index.js';
import { type Seal, sealOf } from './seal.js';

/** What the compactor is to do. Plain data: it crosses to a worker. */
export interface CompactionTask {
  readonly state: string;
  /** The journal that was set aside; removed when the new state file stands. */
  readonly journal: string;
  /** Names of the collections, in the order of the file. */
  readonly collections: readonly string[];
  /** Events before this `seq` are dropped. */
  readonly logsFrom: number;
}

/** Called after each line: may hold the compactor up, so that it leaves the processors to the answers. */
export type Rest = () => void;

const restless: Rest = () => {};

/** Where a row stands, and its line; that of an old record with the hashes of its keys. */
interface Put {
  readonly id: string;
  readonly seq: number;
  readonly line: string;
  readonly keys?: readonly number[] | undefined;
}

/** The last word on every row of one collection; null for one that is gone. */
type Words = Map<string, Put | null>;

/** What a journal comes down to. */
interface Summary {
  readonly words: Map<string, Words>;
  readonly header: StateHeader;
  /** The org was reset: nothing of the old file is left. */
  readonly reset: boolean;
}

/** Adds up the commits that the state file does not hold yet. */
function summarise(journal: string, old: StateHeader, rest: Rest): Summary {
  const words = new Map<string, Words>();
  let header = old;
  let seqs: Record<string, number> = { ...old.seqs };
  let reset = false;
  const add = (commit: TextCommit): void => {
    if (commit.n <= old.commit) return;
    if (commit.reset) {
      words.clear();
      seqs = {};
      reset = true;
    }
    for (const [collection, put, json] of commit.set) {
      let of = words.get(collection);
      if (!of) {
        of = new Map();
        words.set(collection, of);
      }
      if (!put) of.set(JSON.parse(json) as string, null);
      else {
        const row = placeOf(journal, json);
        of.set(row.id, row);
        seqs[collection] = Math.max(seqs[collection] ?? 1, row.seq + 1);
      }
    }
    header = { ...header, commit: commit.n, ids: commit.ids, ...(commit.reset ? { seed: commit.reset } : {}), seqs };
  };
  const read = (line: Buffer): TextCommit | undefined => {
    rest();
    return readCommitText(line);
  };
  readJournal(journal, read, add);
  return { words, header, reset };
}

const PLACE = /^\{"id":"([^"\\]+)","seq":(\d+)[,}]/;

/** Where the row of a line stands. A line that is none stops the compactor before it can lose anything. */
function placeOf(path: string, line: string): Put {
  const match = PLACE.exec(line);
  if (match) return { id: match[1] as string, seq: Number(match[2]), line };
  let row: Partial<Row>;
  try {
    row = JSON.parse(line) as Partial<Row>;
  } catch {
    throw unusable(path, undefined, 'a record does not stand on a line of its own');
  }
  if (typeof row.id !== 'string' || typeof row.seq !== 'number') {
    throw unusable(path, undefined, 'a record lacks its "id" or "seq"');
  }
  return { id: row.id, seq: row.seq, line };
}

/** The lines of a state file as they are. */
function* fileLines(path: string, seal: Seal | undefined): Generator<string> {
  for (const piece of piecesOf(path)) {
    seal?.take(piece);
    for (const line of linesOf(piece)) yield textOf(line);
  }
}

const uncomma = (line: string): string => (line.endsWith(',') ? line.slice(0, -1) : line);

/** An old state file, section by section. */
class OldFile {
  readonly header: StateHeader;
  /** The key hashes of its records; undefined where it is not known to be good. */
  readonly index: KeyIndex | undefined;
  readonly #seal: Seal | undefined;
  readonly #lines: Iterator<string>;
  #section: string | undefined;

  constructor(readonly path: string) {
    this.index = readIndex(path);
    this.#seal = this.index && sealOf(path);
    this.#lines = fileLines(path, this.#seal);
    const first = this.#lines.next();
    const text = first.done ? '' : uncomma(first.value);
    this.header = checkHeader(path, (JSON.parse(`${text}}`) as { mockta?: unknown }).mockta);
    this.#nextSection();
  }

  /** The records of a section; none where it is not the next one of the file. */
  *records(name: string): Generator<Put> {
    if (this.#section !== name) return;
    const block = uniqueNames(name).length === 0 ? [] : this.index?.get(name);
    for (let record = 0; ; record++) {
      const { done, value } = this.#lines.next();
      if (done) throw unusable(this.path, undefined, `the section "${name}" has no end`);
      if (value === ']' || value === '],') break;
      yield { ...placeOf(this.path, uncomma(value)), keys: block?.map((of) => of[record] as number) };
    }
    this.#nextSection();
  }

  /** Throws where the caller's sections left something of the file out, and where it was changed meanwhile. */
  end(): void {
    if (this.#section !== undefined) {
      throw unusable(this.path, undefined, `the section "${this.#section}" is unknown or out of order`);
    }
    while (this.#lines.next().done === false);
    if (this.#seal?.holds === false) throw unusable(this.path, undefined, 'it was changed while it was read');
  }

  /** Lets the file go before its end. */
  close(): void {
    this.#lines.return?.();
  }

  #nextSection(): void {
    const { done, value } = this.#lines.next();
    const name = done ? undefined : SECTION_LINE.exec(value)?.[1];
    const isEnd = value === '}' || value?.startsWith(INDEX_START);
    if (!done && name === undefined && !isEnd) throw unusable(this.path, undefined, 'a section is expected');
    this.#section = name;
  }
}

const keysOfLine = (name: string, line: string): readonly number[] | undefined =>
  uniqueNames(name).length === 0 ? [] : keyHashes(name, JSON.parse(line) as Row);

/** One section of the new file: the old records with the journal's words applied, then what is new, by `seq`. */
function* merged(name: string, old: Iterable<Put>, words: Words, from: number): Generator<TextRow> {
  // Keys are made for what the journal touched; the others' stand in the old file.
  const written = ({ line }: Put): TextRow => new TextRow(line, keysOfLine(name, line));
  for (const record of old) {
    const word = words.get(record.id);
    const same = word?.seq === record.seq;
    if (same) words.delete(record.id);
    if (record.seq < from || (word !== undefined && !same)) continue;
    yield same ? written(word) : new TextRow(record.line, record.keys);
  }
  const added = [...words.values()].filter((put): put is Put => put !== null && put.seq >= from);
  for (const put of added.sort((a, b) => a.seq - b.seq)) yield written(put);
}

function* restful<T>(items: Iterable<T>, rest: Rest): Generator<T> {
  for (const item of items) {
    rest();
    yield item;
  }
}

/** Merges the journal that was set aside into the state file, as a stream. Runs in a worker, or in the process itself. */
export async function compact(task: CompactionTask, rest: Rest = restless): Promise<void> {
  const old = new OldFile(task.state);
  try {
    const { words, header, reset } = summarise(task.journal, old.header, rest);
    function* sections(): Generator<Section> {
      for (const name of task.collections) {
        const from = name === 'logs' ? task.logsFrom : 0;
        const rows = merged(name, reset ? [] : old.records(name), words.get(name) ?? new Map(), from);
        yield [name, restful(rows, rest)];
      }
      // Before the new file takes the old one's place: better no compaction than a lost section.
      if (!reset) old.end();
    }
    // What was not known to be good is not said to be: the next start reads and checks it.
    const sealed = reset || old.index !== undefined;
    await writeStateFile(task.state, { header, sections: sections(), sealed });
  } finally {
    old.close();
  }
  rmSync(task.journal);
}

/** What the worker is started with. */
export interface CompactorData {
  readonly task: CompactionTask;
  /** 1 in the first place, with a notification: somebody waits for the compactor. */
  readonly hurry: Int32Array;
}

/** Runs `compact` where it stalls nobody. From TypeScript sources, which a worker does not load, in this process. */
export function compactAside(task: CompactionTask, hurry: Int32Array): Promise<void> {
  if (import.meta.url.endsWith('.ts')) return compact(task);
  return new Promise((resolve, reject) => {
    const worker = new Worker(packageFile('store/state/compact-worker.js'), {
      workerData: { task, hurry } satisfies CompactorData,
    });
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the compactor ended with ${code}`))));
  });
}
