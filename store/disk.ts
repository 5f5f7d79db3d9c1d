import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from './files/folder.js';
import type { OrgFiles } from './files/org-files.js';
import type { Commit } from './journal/commit-line.js';
import { type Committer, GroupCommit } from './journal/group-commit.js';
import type { JournalPort } from './journal/journal.js';
import { compactAside } from './state/compaction.js';
import type { StateDocument } from './state/document.js';
import { writeStateFile } from './state/file.js';

/** How an org's disk is used. */
export interface DiskOptions {
  readonly files: OrgFiles;
  readonly journal: JournalPort;
  readonly durability: 'process' | 'disk';
  /** Names of the collections, in the order of the state file. */
  readonly collections: readonly string[];
  /** The journal's last line lacks its newline. */
  readonly needsNewline: boolean;
  /** Milliseconds without a commit after which the journal is merged into the state file. */
  readonly idleMs: number;
  /** A journal up to this many bytes is not merged while commits go on, however small the state file is. */
  readonly minCompactionBytes: number;
  /** Frees the lock. */
  unlock(): void;
  warn(message: string): void;
}

/** What the disk asks of the org that it keeps. */
export interface DiskOwner extends Committer {
  /** There was no commit for a while. */
  idle(): void;
}

/** On idle, a journal of this part of the state file is worth the rewriting of it. */
const IDLE_SHARE = 8;

/** The files behind one org: the journal that commits go to, and the state file that it is merged into. */
export class Disk {
  readonly #group: GroupCommit;
  #needsNewline: boolean;
  #stateBytes: number;
  /** Size of the journal at which the next compaction begins. */
  #compactAt: number;
  /** After a failure, size of the journal at which another attempt is worth it. */
  #retryAt = 0;
  #idle: NodeJS.Timeout | undefined;
  /** Shared with the compactor. */
  readonly #hurry = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

  constructor(
    readonly options: DiskOptions,
    readonly owner: DiskOwner,
  ) {
    const { files, journal, durability, needsNewline } = options;
    this.#group = new GroupCommit(journal, durability === 'disk', {
      refused: owner.refused,
      written: () => {
        this.#restartIdle();
        owner.written();
      },
    });
    this.#needsNewline = needsNewline;
    this.#stateBytes = statSync(files.state).size;
    this.#compactAt = this.#limit();
    if (journal.size > 0 || existsSync(files.aside)) this.#restartIdle();
  }

  /** Whether it is time for a compaction: the journal has outgrown the state file, or the org wants to let events go. */
  isDue(wanted: boolean): boolean {
    return this.options.journal.size > (wanted ? this.#retryAt : this.#compactAt);
  }

  /** Whether a compaction is worth it while nothing else is to be done. */
  get worthIdle(): boolean {
    const { journal, files, minCompactionBytes } = this.options;
    if (existsSync(files.aside)) return true;
    return journal.size > 0 && (this.#stateBytes < minCompactionBytes || journal.size > this.#stateBytes / IDLE_SHARE);
  }

  /** Takes a commit, to be in the journal at the end of the turn. @param undo takes it back in memory */
  append(commit: Commit, undo: () => void): void {
    this.#group.add(commit, undo, this.#needsNewline ? '\n' : '');
    this.#needsNewline = false;
  }

  /** Settles when every commit is as durable as promised; undefined where it is already. */
  synced(): Promise<void> | undefined {
    return this.#group.wait();
  }

  /**
   * Merges the journal into the state file, beside the running org. A journal that an earlier run left is merged first.
   * @param logsFrom asked at the moment that the new file will show: the `seq` of the first event to keep
   */
  async compact(logsFrom: () => number): Promise<void> {
    const { files, journal } = this.options;
    try {
      if (existsSync(files.aside)) await this.#merge(logsFrom());
      this.#group.flush();
      if (journal.size === 0) return;
      let from = 0;
      await this.#group.settled(() => {
        from = logsFrom();
        journal.rotate(files.aside);
        this.#needsNewline = false;
      });
      await this.#merge(from);
      this.#compactAt = this.#limit();
      this.#retryAt = 0;
    } catch (error) {
      this.#retryAt = journal.size + this.#limit();
      this.#compactAt = this.#retryAt;
      throw error;
    } finally {
      Atomics.store(this.#hurry, 0, 0);
    }
  }

  /** Somebody waits for the compaction under way, if there is one: it takes no more rests. */
  hurry(): void {
    Atomics.store(this.#hurry, 0, 1);
    Atomics.notify(this.#hurry, 0);
  }

  /** Writes what only the journal holds into the state file, and lets the files go. @param document absent: no writing */
  async close(document: StateDocument | undefined): Promise<void> {
    const { files, journal, unlock, warn } = this.options;
    clearTimeout(this.#idle);
    try {
      await this.synced();
      if (document && (journal.size > 0 || existsSync(files.aside))) {
        await writeStateFile(files.state, document);
        rmSync(files.aside, { force: true });
        journal.truncate(0);
      }
    } catch (error) {
      warn(`${files.state} could not be written (${(error as Error).message}); the journal keeps what it lacks.`);
    } finally {
      journal.close();
      unlock();
    }
  }

  /**
   * Puts a state file that holds every commit so far in the place of the org's own: from then on it is the org.
   * @param isStill whether there was no other commit since it was written; asked when all of them are in the journal
   * @param then what memory has to follow with, in the same turn
   * @returns whether it was still so; nothing was changed otherwise
   */
  async takeOver(path: string, isStill: () => boolean, then: () => void): Promise<boolean> {
    const { files, journal, warn } = this.options;
    let isTaken = false;
    try {
      await this.#group.settled(() => {
        if (!isStill()) return;
        renameSync(path, files.state);
        then();
        isTaken = true;
        syncFolder(dirname(files.state));
        journal.rotate(files.aside);
        this.#needsNewline = false;
      });
      // A start passes over lines of commits that the state file holds; to give back many is no work for this thread.
      if (isTaken) await rm(files.aside, { force: true });
    } catch (error) {
      if (!isTaken) throw error;
      warn(`the journal of before the reset stays (${(error as Error).message}); nothing is lost.`);
    }
    if (!isTaken) return false;
    this.#stateBytes = statSync(files.state).size;
    this.#compactAt = this.#limit();
    this.#retryAt = 0;
    return true;
  }

  async #merge(logsFrom: number): Promise<void> {
    const { files, collections } = this.options;
    await compactAside({ state: files.state, journal: files.aside, collections, logsFrom }, this.#hurry);
    this.#stateBytes = statSync(files.state).size;
  }

  #limit(): number {
    return Math.max(this.options.minCompactionBytes, this.#stateBytes);
  }

  #restartIdle(): void {
    if (this.#idle) this.#idle.refresh();
    else this.#idle = setTimeout(() => this.owner.idle(), this.options.idleMs).unref();
  }
}
