import { existsSync, statSync } from 'node:fs';
import { StateFileError } from '../errors.js';
import { linesOf, piecesOf } from '../files/file-lines.js';
import { type Commit, endsInCommit } from './commit-line.js';

/** How a journal file ends. */
export interface JournalEnd {
  /** Bytes that hold; what follows is a torn line. */
  readonly goodBytes: number;
  readonly tornBytes: number;
  /** The last line is whole, only its newline is missing. */
  readonly needsNewline: boolean;
}

/** A line of a journal, good until the next one is read. */
export interface JournalLine {
  readonly line: Buffer;
  /** From 1 on. */
  readonly number: number;
  /** Where it begins in the file, in bytes. */
  readonly place: number;
}

const damaged = (path: string, line: number, what: string): StateFileError =>
  new StateFileError(
    (option) =>
      `${path}, line ${line} ${what}. Nothing was changed. Restore the file from a backup, or start over with ` +
      `${option('fresh')} (the old files are kept).`,
  );

/**
 * Reads a journal, one commit after the other. A last line that is torn (the process died while it was written, so that
 * its newline is missing, too) is left out; a journal that is not there is empty.
 * @param read reads one line; undefined for one that is torn or damaged
 * @throws StateFileError for damage anywhere else, and for a gap between commits
 */
export function readJournal<C extends Pick<Commit, 'n'>>(
  path: string,
  read: (line: Buffer) => C | undefined,
  each: (commit: C, line: JournalLine) => void,
): JournalEnd {
  if (!existsSync(path)) return { goodBytes: 0, tornBytes: 0, needsNewline: false };
  const size = statSync(path).size;
  let number = 0;
  let goodBytes = 0;
  let before: number | undefined;
  for (const piece of piecesOf(path)) {
    for (const line of linesOf(piece)) {
      number += 1;
      const commit = read(line);
      if (!commit) {
        // Lines are appended whole: what a dying process left torn has no newline. All else was damaged later.
        // A commit and one byte more had its newline changed.
        const torn = goodBytes + line.length >= size && !read(line.subarray(0, -1));
        if (!torn || endsInCommit(line)) throw damaged(path, number, 'is damaged: its checksum does not match');
        return { goodBytes, tornBytes: size - goodBytes, needsNewline: false };
      }
      if (before !== undefined && commit.n !== before + 1) {
        throw damaged(path, number, `is commit ${commit.n}, but ${before + 1} should follow`);
      }
      before = commit.n;
      each(commit, { line, number, place: goodBytes });
      goodBytes += line.length + 1;
    }
  }
  // A whole last line counts without its newline too: it was all written, and may have been answered.
  const needsNewline = goodBytes > size;
  return { goodBytes: Math.min(goodBytes, size), tornBytes: 0, needsNewline };
}
