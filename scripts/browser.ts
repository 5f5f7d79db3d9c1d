import type { Browser } from 'playwright-core';
import { createSandbox, type Sandbox } from '../server/sandbox.js';
import { startChromium } from './browser/chromium.js';
import { checkAccess } from './browser/explorer/axe.js';
import { checkForeign } from './browser/explorer/foreign.js';
import { checkHostile } from './browser/explorer/hostile.js';
import { checkKeys } from './browser/explorer/keys.js';
import { checkLinks } from './browser/explorer/links.js';
import { checkSamples } from './browser/explorer/samples.js';
import { takeShots } from './browser/explorer/shots.js';
import { checkWalk } from './browser/explorer/walk.js';
import { checkOrigins, type Finding } from './browser/origins.js';
import { buildConsole, CONSOLE_BYTES } from './console.js';

/** One look at a sandbox of its own. */
interface Look {
  readonly name: string;
  readonly seed: string;
  /** Ids repeat themselves after a reset. */
  readonly idSeed?: string;
  /** Taken only where it is asked for by name: it writes files, and wants this port. */
  readonly port?: number;
  take(browser: Browser, sandbox: Sandbox, base: string): Promise<Finding[]>;
}

const looks: readonly Look[] = [
  { name: 'origins', seed: 'default', take: checkOrigins },
  { name: 'walk', seed: 'acme', take: (browser, _, base) => checkWalk(browser, base) },
  { name: 'keys', seed: 'acme', take: (browser, _, base) => checkKeys(browser, base) },
  { name: 'hostile', seed: 'default', take: checkHostile },
  { name: 'foreign', seed: 'default', take: checkForeign },
  { name: 'axe', seed: 'acme', take: (browser, _, base) => checkAccess(browser, base) },
  { name: 'samples', seed: 'acme', idSeed: 'samples', take: checkSamples },
  { name: 'links', seed: 'acme', take: checkLinks },
  { name: 'shots', seed: 'acme', port: 4010, take: (browser, _, base) => takeShots(browser, base) },
];

async function look({ seed, idSeed, port: wanted = 0, take }: Look, browser: Browser): Promise<Finding[]> {
  const sandbox = await createSandbox({ seed, ...(idSeed === undefined ? {} : { idSeed }) });
  const { server, port } = await sandbox.listen(wanted);
  try {
    return await take(browser, sandbox, `http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
    await sandbox.close();
  }
}

/** The pages are built where a sandbox that runs from its sources looks for them. */
async function sizes(): Promise<Finding> {
  const files = await buildConsole('dist/console');
  const total = [...files.values()].reduce((sum, size) => sum + size, 0);
  const what = `the pages and the contract are ${total} bytes packed, ${CONSOLE_BYTES} at most`;
  return { what, ok: total <= CONSOLE_BYTES, saw: String(total) };
}

/** Looks at sandboxes through a real browser. A machine without one is told so, and fails nothing. */
async function main(asked: readonly string[]): Promise<number> {
  const browser = await startChromium();
  if (typeof browser === 'string') {
    console.log(`browser: nothing was tried, as ${browser}. On Debian: apt-get install chromium`);
    return 0;
  }
  let failed = 0;
  const tell = ({ what, ok, saw }: Finding): void => {
    if (!ok) failed += 1;
    console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${ok ? '' : ` (saw ${saw})`}`);
  };
  try {
    tell(await sizes());
    for (const one of looks) {
      if (!(asked.length > 0 ? asked.includes(one.name) : one.port === undefined)) continue;
      const begun = performance.now();
      for (const finding of await look(one, browser)) tell(finding);
      console.log(`     ${one.name} took ${Math.round((performance.now() - begun) / 1000)} s`);
    }
  } finally {
    await browser.close();
  }
  return failed === 0 ? 0 : 1;
}

// Without names of looks, all of them.
process.exitCode = await main(process.argv.slice(2));
