#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Command from './command.js';
import { runCompiled } from './compiled-code.js';

// Where this is built: the command as one CommonJS file with its compiled code beside it. Wherever that code does not fit
// this Node the same modules are compiled anew; from sources there are none. CommonJS in any case where there is one:
// what could not be loaded once, as while too many files are open, Node 20 imports never again, and requires the next time.
const argv = process.argv.slice(2);
const slower = runCompiled(new URL('../cjs/', import.meta.url), argv);
if (slower !== undefined) {
  const built = fileURLToPath(new URL('../cjs/server/command.js', import.meta.url));
  const { runCommand } = existsSync(built)
    ? (createRequire(import.meta.url)(built) as typeof Command)
    : await import('./command.js');
  runCommand(argv, slower);
}
