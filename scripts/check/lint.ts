import { programOf, run } from '../support/run.js';
import type { Fault } from './sources.js';

/** What the linter reports, as far as it is read here. */
interface Report {
  readonly diagnostics: readonly {
    readonly category: string;
    readonly message: string;
    readonly location?: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

/** Runs the linter and the formatter over a folder that holds their configuration. @throws Error if they do not run */
export async function lintFaults(folder?: string): Promise<Fault[]> {
  const args = ['ci', '--reporter=json', '--max-diagnostics=none', '--colors=off', '--error-on-warnings', '.'];
  const { output } = await run(process.execPath, [programOf('@biomejs/biome/bin/biome'), ...args], {
    quiet: true,
    ...(folder === undefined ? {} : { cwd: folder }),
  });
  const report = output.split('\n').find((line) => line.startsWith('{"summary"'));
  if (report === undefined) throw new Error(output.trim());
  return (JSON.parse(report) as Report).diagnostics.map(({ category, message, location }) => ({
    rule: category,
    path: location?.path ?? '',
    line: Math.max(1, location?.start.line ?? 1),
    what: message,
  }));
}
