import { accessSync, constants } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where systems put it; playwright-core brings no browser of its own. */
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A name of somebody's own that leads to this machine in this browser, as a rebound one would. */
export const REBOUND = 'rebound.example';

// Its own sandbox wants rights that containers don't give; only our own pages are looked at.
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', `--host-resolver-rules=MAP ${REBOUND} 127.0.0.1`];

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Starts the machine's Chromium; a sentence where it has none, or none that starts. */
export async function startChromium(): Promise<Browser | string> {
  const executablePath = PLACES.find(isThere);
  if (executablePath === undefined) return `there is no Chromium here (looked for ${PLACES.join(', ')})`;
  try {
    return await chromium.launch({ executablePath, args: ARGUMENTS });
  } catch (error) {
    return `${executablePath} does not start: ${String(error).split('\n')[0]}`;
  }
}
