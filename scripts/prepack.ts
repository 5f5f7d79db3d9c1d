import { join } from 'node:path';
import { build } from './build.js';
import { writeLibrary } from './package/library.js';
import { putBack, putPacked } from './package/manifest.js';
import { root } from './support/run.js';

/** What `npm pack` and `npm publish` begin with: `lib/`, and the manifest of what is packed. `postpack` takes it back. */
async function main(): Promise<void> {
  // An earlier run may have been stopped between the two.
  await putBack();
  await build();
  await writeLibrary(join(root, 'lib'));
  await putPacked();
}

main().catch((error: Error) => {
  console.error(`prepack: ${error.message}`);
  process.exitCode = 1;
});
