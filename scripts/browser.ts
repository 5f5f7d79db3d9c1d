import { createSandbox } from '../server/sandbox.js';
import { startChromium } from './browser/chromium.js';
import { checkOrigins } from './browser/origins.js';

/** Looks at a sandbox through a real browser. A machine without one is told so, and fails nothing. */
async function main(): Promise<number> {
  const browser = await startChromium();
  if (typeof browser === 'string') {
    console.log(`browser: nothing was tried, as ${browser}. On Debian: apt-get install chromium`);
    return 0;
  }
  const sandbox = await createSandbox();
  const { server, port } = await sandbox.listen(0);
  try {
    const findings = await checkOrigins(browser, sandbox, `http://127.0.0.1:${port}`);
    for (const { what, ok, saw } of findings)
      console.log(`${ok ? 'ok  ' : 'FAIL'} ${what}${ok ? '' : ` (saw ${saw})`}`);
    return findings.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
    await sandbox.close();
  }
}

process.exitCode = await main();
