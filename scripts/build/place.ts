import { readdir, realpath, rename, rm, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';

/** How many builds stay: the one that is in place, and those before it, from which servers may still run. */
const KEPT = 4;

/** A name for a folder that is made now, in the order of time. */
const named = (): string => `${new Date().toISOString().replace(/\W/g, '-')}-${process.pid}`;

/** A new build's folder, which nothing has made yet. @param builds the folder of all of them */
export const newBuild = (builds: string): string => join(builds, named());

/** The folder that a link leads to; undefined where there is none. */
export const buildOf = (link: string): Promise<string | undefined> => realpath(link).catch(() => undefined);

/** Removes the oldest builds but those that stay. */
async function prune(builds: string, current: string): Promise<void> {
  const others = (await readdir(builds)).filter((name) => name !== basename(current)).sort();
  for (const name of others.slice(0, Math.max(0, others.length - KEPT + 1))) {
    // What cannot be removed now goes with a later build.
    await rm(join(builds, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Has the link lead to a build, at once. A server that runs from the build before goes on to find its files: Node knows
 * a program by the folder that a link led to when it started (docs/decisions/0047).
 * @param link what is started from, `dist`
 * @param made the build, in the folder of all of them
 */
export async function putInPlace(link: string, made: string): Promise<void> {
  const builds = dirname(made);
  const next = `${made}.link`;
  // A junction is what Windows lets everybody make; elsewhere it is a link like others.
  await symlink(relative(dirname(link), made), next, 'junction');
  await rename(next, link).catch(async () => {
    // A folder of an earlier version, or a system that replaces no link: what is there makes room.
    await rename(link, newBuild(builds));
    await rename(next, link);
  });
  await prune(builds, made);
}
