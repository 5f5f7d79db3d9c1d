import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './codegen/generate.js';
import { rowShapes } from './codegen/rows.js';
import { seedFiles } from './codegen-seeds.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const files = new Map([...(await generate()), ...(await seedFiles()), ...rowShapes()]);
for (const [path, content] of files) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
}
for (const file of await readdir(join(root, 'generated/validators'))) {
  if (!files.has(`generated/validators/${file}`)) await rm(join(root, 'generated/validators', file));
}
console.log(`${files.size} files written`);
