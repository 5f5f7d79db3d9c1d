import { existsSync, rmSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { StateFileError } from '../errors.js';
import { textOf } from '../files/file-lines.js';
import { FileWindow } from '../files/file-window.js';
import { packageFile } from '../files/package-files.js';
import { type PlacedCommit, readPlaces } from '../journal/commit-line.js';
import { type JournalLine, readJournal } from '../journal/journal-reader.js';
import { keyHashes, uniqueNames } from '../memory/key-hashes.js';
import { TextRow } from '../memory/text-row.js';
import type { Row } from '../rows/common.js';
import { type Section, type StateHeader, unusable } from './document.js';
import { writeStateFile } from './file.js';
import { identityOf } from './identity.js';
import { LastWords } from './last-words.js';
import { OldFile, type OldRecord } from './old-file.js';

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

/** What a journal comes down to. */
interface Summary {
  /** The last word on every row, by collection. */
  readonly words: Map<string, LastWords>;
  readonly header: StateHeader;
  /** The org was reset: nothing of the old file is left. */
  readonly reset: boolean;
}

/** The refusal of a journal that is not the state file's: that was put in the place of another one meanwhile. */
const missing = (path: string, next: number, last: number): StateFileError =>
  unusable(path, undefined, `it goes on with commit ${next}, but the state file ends with ${last}`);

/** Adds up the commits that the state file does not hold yet. */
function summarise(journal: FileWindow, old: StateHeader, rest: Rest): Summary {
  const words = new Map<string, LastWords>();
  let header = old;
  let seqs: Record<string, number> = { ...old.seqs };
  let reset = false;
  const add = (commit: PlacedCommit, { line, place }: JournalLine): void => {
    if (commit.n <= old.commit) return;
    if (commit.n > header.commit + 1) throw missing(journal.path, commit.n, header.commit);
    if (commit.reset) {
      words.clear();
      seqs = {};
      reset = true;
    }
    for (const { collection, put, from, to } of commit.set) {
      let of = words.get(collection);
      if (!of) words.set(collection, (of = new LastWords(journal)));
      const json = line.subarray(from, to);
      if (!put) of.remove(json, place + from);
      else {
        const row = identityOf(journal.path, json);
        of.put(row, json, place + from);
        seqs[collection] = Math.max(seqs[collection] ?? 1, row.seq + 1);
      }
    }
    header = { ...header, commit: commit.n, ids: commit.ids, ...(commit.reset ? { seed: commit.reset } : {}), seqs };
  };
  const read = (line: Buffer): PlacedCommit | undefined => {
    rest();
    return readPlaces(line);
  };
  readJournal(journal.path, read, add);
  return { words, header, reset };
}

/** A row of the journal. Keys are made for what the journal touched; the others' stand in the old file. */
const touched = (name: string, line: Buffer): TextRow =>
  new TextRow(line, uniqueNames(name).length === 0 ? [] : keyHashes(name, JSON.parse(textOf(line)) as Row));

/** One section of the new file: the old records with the journal's words applied, then what is new, by `seq`. */
function* merged(
  name: string,
  old: Iterable<OldRecord>,
  words: LastWords | undefined,
  from: number,
): Generator<TextRow> {
  for (const { id, seq, line, keys } of old) {
    const word = words?.find(id);
    if (words === undefined || word === undefined) {
      if (seq >= from) yield new TextRow(line, keys);
    } else if (words.isOf(word, seq)) {
      const json = words.take(word);
      if (seq >= from) yield touched(name, json);
    }
  }
  if (words) for (const word of words.left(from)) yield touched(name, words.take(word));
}

function* restful<T>(items: Iterable<T>, rest: Rest): Generator<T> {
  for (const item of items) {
    rest();
    yield item;
  }
}

/** Writes the new state file. */
async function merge(task: CompactionTask, journal: FileWindow, old: OldFile, rest: Rest): Promise<void> {
  const { words, header, reset } = summarise(journal, old.header, rest);
  function* sections(): Generator<Section> {
    for (const name of task.collections) {
      const from = name === 'logs' ? task.logsFrom : 0;
      const rows = merged(name, reset ? [] : old.records(name), words.get(name), from);
      yield [name, restful(rows, rest)];
    }
    // Before the new file takes the old one's place: better no compaction than a lost section.
    if (!reset) old.end();
  }
  // What was not known to be good is not said to be: the next start reads and checks it.
  const sealed = reset || old.index !== undefined;
  await writeStateFile(task.state, { header, sections: sections(), sealed });
}

/** Merges the journal that was set aside into the state file, as a stream. Runs in a worker, or in the process itself. */
export async function compact(task: CompactionTask, rest: Rest = restless): Promise<void> {
  const journal = new FileWindow(task.journal);
  try {
    const old = new OldFile(task.state);
    try {
      await merge(task, journal, old, rest);
    } finally {
      old.close();
    }
  } finally {
    journal.close();
  }
  rmSync(task.journal);
}

/** What the worker is started with. */
export interface CompactorData {
  readonly task: CompactionTask;
  /** 1 in the first place, with a notification: somebody waits for the compactor. */
  readonly hurry: Int32Array;
}

/** What the compactor makes dies young: in V8's usual 48 MB ten megabytes more of it would lie about. */
const YOUNG_MB = 4;

/** Runs `compact` where it stalls nobody. From TypeScript sources, which a worker does not load, in this process. */
export function compactAside(task: CompactionTask, hurry: Int32Array): Promise<void> {
  if (import.meta.url.endsWith('.ts')) return compact(task);
  return new Promise((resolve, reject) => {
    const worker = new Worker(packageFile('store/state/compact-worker.js'), {
      workerData: { task, hurry } satisfies CompactorData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      // One that ran out of memory may end with 0, too. Who takes it for done sets another journal in this one's place.
      if (code === 0 && !existsSync(task.journal)) resolve();
      else reject(new Error(`the compactor ended with ${code}`));
    });
  });
}
