import { resolve } from 'node:path';
import { StateFileError } from '../store/errors.js';
import { verifyFolder } from './verify/folder.js';

/** `npm run verify -- .mockta`: looks for references that lead nowhere in the files of a stopped org. */
verifyFolder(resolve(process.argv[2] ?? '.mockta')).then(
  ({ records, jobs, faults }) => {
    for (const fault of faults) console.log(fault);
    console.log(`${records} records, ${jobs} jobs to go on with, ${faults.length} faults`);
    process.exitCode = faults.length === 0 ? 0 : 1;
  },
  (error: unknown) => {
    console.error(`verify: ${error instanceof StateFileError ? error.message : (error as Error).stack}`);
    process.exitCode = 2;
  },
);
