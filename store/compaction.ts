import { unlinkSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readJournal } from './journal-reader.js';
import type { Row } from './rows/common.js';
import { piecesOf, type Section, type StateHeader, writeStateFile } from './state-file.js';

/** What the compactor is to do. Plain data: it crosses to a worker. */
export interface CompactionTask {
  readonly state: string;
  /** The journal that was set aside; removed when the new state file stands. */
  readonly journal: string;
  readonly header: StateHeader;
  /** Names of the collections, in the order of the file. */
  readonly collections: readonly string[];
  /** Rows of `logs` before this `seq` are dropped. */
  readonly logsFrom: number;
}

type Puts = Map<string, Row | null>;

/** The last word of the journal on every row it names. */
function lastWords(path: string): { words: Map<string, Puts>; reset: boolean; commit: number; ids: number } {
  const words = new Map<string, Puts>();
  let reset = false;
  const { commits } = readJournal(path);
  for (const commit of commits) {
    if (commit.reset) {
      words.clear();
      reset = true;
    }
    for (const [collection, put, value] of commit.set) {
      let puts = words.get(collection);
      if (!puts) words.set(collection, (puts = new Map()));
      if (put) puts.set((value as Row).id, value as Row);
      else puts.set(value as string, null);
    }
  }
  const last = commits.at(-1);
  return { words, reset, commit: last?.n ?? 0, ids: last?.ids ?? 0 };
}

const ID = /^\{"id":"([^"\\]+)","seq":(\d+)/;

/** The records of an old state file, a line each, with the collection they stand in. */
function* oldLines(path: string): Generator<readonly [collection: string, line: string]> {
  let section = '';
  for (const piece of piecesOf(path)) {
    for (const line of piece.split('\n')) {
      if (line.startsWith('{"id":')) yield [section, line.endsWith(',') ? line.slice(0, -1) : line];
      else if (line.startsWith('"') && line.endsWith(':[')) section = line.slice(1, -3);
    }
  }
}

/** One section of the new file: the old lines with the journal's words applied, then what is new, by `seq`. */
function* mergedRows(lines: Iterable<string>, puts: Puts, from: number): Generator<Row | string> {
  const done = new Set<string>();
  for (const line of lines) {
    const match = ID.exec(line);
    const id = match ? (match[1] as string) : (JSON.parse(line) as Row).id;
    const seq = match ? Number(match[2]) : (JSON.parse(line) as Row).seq;
    const put = puts.get(id);
    if (put === undefined) {
      if (seq >= from) yield line;
    } else if (put !== null && put.seq === seq) {
      done.add(id);
      if (seq >= from) yield put;
    }
  }
  const added = [...puts.values()].filter((row): row is Row => row !== null && !done.has(row.id) && row.seq >= from);
  yield* added.sort((a, b) => a.seq - b.seq);
}

/** Merges the set-aside journal into the state file, as a stream. Runs in a worker, or in the process itself. */
export function compact(task: CompactionTask): void {
  const { words, reset, commit, ids } = lastWords(task.journal);
  const old = reset ? undefined : oldLines(task.state);
  let pending = old?.next();
  function* linesOf(collection: string): Generator<string> {
    while (pending && !pending.done && pending.value[0] === collection) {
      yield pending.value[1];
      pending = old?.next();
    }
  }
  function* sections(): Generator<Section> {
    for (const name of task.collections) {
      yield [name, mergedRows(linesOf(name), words.get(name) ?? new Map(), name === 'logs' ? task.logsFrom : 0)];
    }
    // Thrown before the new file takes the old one's place: better no compaction than a lost section.
    if (pending && !pending.done) throw new Error(`${task.state}: section "${pending.value[0]}" is out of order`);
  }
  const header = commit === 0 ? task.header : { ...task.header, commit, ids };
  writeStateFile(task.state, { header, sections: sections() });
  unlinkSync(task.journal);
}

/** Runs `compact` where it stalls nobody. From TypeScript sources, which a worker does not load, in this process. */
export function compactAside(task: CompactionTask): Promise<void> {
  if (import.meta.url.endsWith('.ts')) {
    return new Promise((resolve) => {
      setImmediate(() => {
        compact(task);
        resolve();
      });
    });
  }
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./compact-worker.js', import.meta.url), { workerData: task });
    worker.once('error', reject);
    worker.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the compactor ended with ${code}`))));
  });
}
