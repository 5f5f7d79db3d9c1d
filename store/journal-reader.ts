import { existsSync, readFileSync } from 'node:fs';
import { type Commit, readCommit } from './commit-line.js';
import { StateFileError } from './errors.js';

/** What a journal file holds. */
export interface JournalContent {
  readonly commits: readonly Commit[];
  /** Bytes that hold; what follows is a torn line. */
  readonly goodBytes: number;
  readonly tornBytes: number;
  /** The last line is whole, only its newline is missing. */
  readonly needsNewline: boolean;
}

const NEWLINE = 10;

/**
 * Reads a journal. A last line that is torn (the process died while it was written) is left out.
 * @throws StateFileError for damage anywhere else, and for a gap between commits
 */
export function readJournal(path: string): JournalContent {
  if (!existsSync(path)) return { commits: [], goodBytes: 0, tornBytes: 0, needsNewline: false };
  const bytes = readFileSync(path);
  const commits: Commit[] = [];
  let at = 0;
  for (let line = 1; at < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, at);
    const end = newline < 0 ? bytes.length : newline;
    const commit = readCommit(bytes.toString('utf8', at, end));
    if (!commit) {
      const last = newline < 0 || newline === bytes.length - 1;
      if (!last) throw damaged(path, line, 'is damaged: its checksum does not match');
      return { commits, goodBytes: at, tornBytes: bytes.length - at, needsNewline: false };
    }
    const before = commits.at(-1);
    if (before && commit.n !== before.n + 1) throw damaged(path, line, `is commit ${commit.n} after ${before.n}`);
    commits.push(commit);
    at = end + 1;
  }
  const needsNewline = bytes.length > 0 && bytes.at(-1) !== NEWLINE;
  return { commits, goodBytes: bytes.length, tornBytes: 0, needsNewline };
}

const damaged = (path: string, line: number, what: string): StateFileError =>
  new StateFileError(
    `${path}, line ${line} ${what}. Nothing was changed. Restore the file from a backup, or start over with --fresh ` +
      '(the old files are kept).',
  );
