import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import { crc32 } from 'node:zlib';
import { type CompiledCode, runFile, thisNode } from '../../server/compiled-code.js';

/** A token of the form that the sandbox takes. */
const TOKEN = 'warm-up-of-the-compiled-code';

const [folder = '', file = '', command = ''] = process.argv.slice(2);
const path = join(folder, file);
const bytes = readFileSync(path);

// V8 keeps its flags with the code, and takes none of other flags: what a server sets later would spoil it.
v8.setFlagsFromString = () => undefined;

/** Runs the command until it says where it listens. */
function started(data: string): Promise<string> {
  return new Promise((resolve) => {
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text) => {
      const url = /ORGURL=(\S+)/.exec(String(text))?.[1];
      if (url === undefined) return write(text);
      process.stdout.write = write;
      resolve(url);
      return true;
    };
    const { runCommand } = createRequire(path)(join(folder, command)) as { runCommand(argv: string[]): void };
    runCommand(['--data', data, '--port', '0', '--token', TOKEN]);
  });
}

/** Runs the command on a folder, and asks for what users ask for first. @throws Error where that is not answered */
async function answered(data: string): Promise<void> {
  const url = await started(data);
  const status = await new Promise((resolve, reject) => {
    get(`${url}/api/v1/users/me`, { headers: { authorization: `SSWS ${TOKEN}` } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    }).once('error', reject);
  });
  if (status !== 200) throw new Error(`the first answer was ${status}`);
}

/** What V8 has compiled by the first answer is what a start needs: a function that was not called is no part of it. */
async function main(): Promise<void> {
  const script = runFile(path, bytes.toString('latin1'));
  const data = mkdtempSync(join(tmpdir(), 'mockta-warm-up-'));
  try {
    // A new org, and one that is there.
    await answered(join(data, 'new'));
    cpSync(join(data, 'new', 'default.json'), join(data, 'old', 'default.json'));
    await answered(join(data, 'old'));
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
  const code = script.createCachedData();
  const made: CompiledCode = { file, command, ...thisNode, source: crc32(bytes), code: crc32(code) };
  writeFileSync(join(folder, 'start.v8'), code);
  writeFileSync(join(folder, 'start.json'), `${JSON.stringify(made)}\n`);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(`the start cannot be compiled: ${error.message}`);
    process.exit(1);
  },
);
