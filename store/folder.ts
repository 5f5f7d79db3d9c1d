import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes new and renamed files of a folder durable, where the system can sync folders. */
export function syncFolder(path: string): void {
  let fd: number;
  try {
    fd = openSync(path, 'r');
  } catch {
    return; // Some systems open no folders; a rename is atomic all the same.
  }
  try {
    fsyncSync(fd);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EINVAL' && code !== 'EPERM') throw error;
  } finally {
    closeSync(fd);
  }
}
