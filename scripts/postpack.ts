import { putBack } from './package/manifest.js';

await putBack();
