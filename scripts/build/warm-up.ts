import { readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { type CompiledCode, runFile, thisNode } from '../../server/compiled-code.js';

const [folder = '', file = '', command = ''] = process.argv.slice(2);
const path = join(folder, file);
const TOKEN = 'asks-once-when-it-is-built';
const bytes = readFileSync(path);

/** Runs the command until it says where it listens. */
function started(): Promise<string> {
  return new Promise((resolve) => {
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text) => {
      const url = /ORGURL=(\S+)/.exec(String(text))?.[1];
      if (url !== undefined) resolve(url);
      return url === undefined ? write(text) : true;
    };
    const { runCommand } = createRequire(path)(join(folder, command)) as { runCommand(argv: string[]): void };
    runCommand(['--ephemeral', '--port', '0', '--token', TOKEN]);
  });
}

/** What V8 has compiled by the first answer is what a start needs: a function that was not called is no part of it. */
async function main(): Promise<void> {
  const script = runFile(path, bytes.toString('latin1'));
  const url = await started();
  const status = await new Promise((resolve, reject) => {
    get(`${url}/api/v1/users/me`, { headers: { authorization: `SSWS ${TOKEN}` } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    }).once('error', reject);
  });
  if (status !== 200) throw new Error(`the first answer was ${status}`);
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
