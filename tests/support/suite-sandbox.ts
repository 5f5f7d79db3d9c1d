import { afterAll, beforeAll } from '@jest/globals';
import { type SandboxProcess, scratchFolder, startSandbox } from './process.js';

/** A sandbox process of a suite, and a folder that goes with it. */
export interface SuiteSandbox extends Pick<SandboxProcess, 'url' | 'token' | 'errors'> {
  readonly folder: string;
}

/**
 * The head of a suite that wants the built server: a sandbox that is there before its first test and gone after its
 * last. All but the folder is read within tests and hooks alone.
 * @param argsIn its arguments, by the folder
 */
export function suiteSandbox(argsIn: (folder: string) => string[] = () => ['--ephemeral']): SuiteSandbox {
  const { path: folder, remove } = scratchFolder();
  let started: SandboxProcess | undefined;
  const sandbox = (): SandboxProcess => {
    if (!started) throw new Error('the sandbox of a suite is there within its tests and hooks alone');
    return started;
  };
  beforeAll(async () => {
    started = await startSandbox(argsIn(folder));
  });
  afterAll(async () => {
    await started?.stop();
    remove();
  });
  return {
    folder,
    get url() {
      return sandbox().url;
    },
    get token() {
      return sandbox().token;
    },
    errors: () => sandbox().errors(),
  };
}
