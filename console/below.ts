/** The path that `--base-url` or a proxy puts everything below; empty for most. Files of the pages lie two folders deep. */
const BELOW = new URL('../..', import.meta.url).pathname.replace(/\/$/, '');

/** A path of the sandbox as this page's own server has it. */
export const below = (path: string): string => BELOW + path;
