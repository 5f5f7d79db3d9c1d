#!/usr/bin/env node
import { runCompiled } from './compiled-code.js';

// Where this is built: the command as one CommonJS file with its compiled code beside it. From sources, and wherever
// that code does not fit this Node, the command's modules are loaded as they are.
const slower = runCompiled(new URL('../cjs/', import.meta.url), process.argv.slice(2));
if (slower !== undefined) {
  const { runCommand } = await import('./command.js');
  runCommand(process.argv.slice(2), slower);
}
