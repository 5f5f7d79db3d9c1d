import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { OrgFiles } from '../../store/files/org-files.js';
import { startSandbox } from '../../tests/support/process.js';
import type { Random } from './random.js';

const NEWLINE = 10;

/** The journal that the next start reads last, and where its last whole line begins and ends. */
function lastLine(files: OrgFiles): { path: string; bytes: Buffer; from: number; to: number } | undefined {
  for (const path of [files.journal, files.aside]) {
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    const to = bytes.lastIndexOf(NEWLINE);
    if (to > 0) return { path, bytes, from: bytes.lastIndexOf(NEWLINE, to - 1) + 1, to };
  }
  return undefined;
}

const contentOf = (files: OrgFiles): Buffer[] =>
  [files.state, files.journal, files.aside].filter((path) => existsSync(path)).map((path) => readFileSync(path));

/**
 * Changes one byte of the last whole line, sees that the start is refused with one sentence and leaves the files as they
 * are, and undoes the damage.
 * @returns what is wrong about it; undefined where there was no line to damage
 */
export async function damageLastLine(
  files: OrgFiles,
  args: readonly string[],
  next: Random,
): Promise<string[] | undefined> {
  const line = lastLine(files);
  if (!line) return undefined;
  const at = line.from + Math.floor(next() * (line.to - line.from));
  const damaged = Buffer.from(line.bytes);
  damaged[at] = (damaged[at] as number) ^ 1;
  writeFileSync(line.path, damaged);
  const before = contentOf(files);
  const said = await startSandbox(args).then(
    async (sandbox) => {
      await sandbox.stop('SIGKILL');
      return 'it started';
    },
    (error: Error) => error.message,
  );
  const isOneSentence = /^the sandbox ended with 1: mockta: \S+, line \d+ is damaged: [^\n]+\n$/.test(said);
  const isUntouched = contentOf(files).every((bytes, i) => bytes.equals(before[i] as Buffer));
  writeFileSync(line.path, line.bytes);
  return [
    ...(isOneSentence ? [] : [`a damaged last line of ${line.path}: ${said}`]),
    ...(isUntouched ? [] : [`a refused start changed a file beside ${line.path}`]),
  ];
}
