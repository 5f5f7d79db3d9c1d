import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Project } from './project.js';

const tsc = 'node_modules/typescript/bin/tsc';

/** Compiles these files of the project with these options and no more. */
async function compile(project: Project, files: readonly string[], options: object): Promise<string> {
  const config = `tsconfig.${files[0]}.json`;
  const compilerOptions = { noEmit: true, strict: true, target: 'es2022', types: ['node'], ...options };
  await writeFile(join(project.folder, config), JSON.stringify({ compilerOptions, files }));
  return project.node(tsc, '-p', config);
}

/** The sample in the page, as an ES module and as a CommonJS one, with every declaration looked at. */
export async function fromNode16(project: Project): Promise<string> {
  const files = ['team.mts', 'team.cts'];
  for (const file of files) await copyFile(join(project.folder, 'team.ts'), join(project.folder, file));
  await compile(project, files, { module: 'node16', skipLibCheck: false });
  return 'ES module and CommonJS';
}

/** The sample as bundlers resolve it. */
export async function fromBundler(project: Project): Promise<string> {
  await compile(project, ['team.ts'], { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true });
  return 'bundler';
}

/** @throws Error where a line compiles that the types have to refuse */
export async function refusesMistakes(project: Project): Promise<string> {
  const output = await compile(project, ['refused.mts'], { module: 'node16', skipLibCheck: true }).then(
    () => '',
    (error: Error) => error.message,
  );
  const lines = [...output.matchAll(/^refused\.mts\((\d+),\d+\): error /gm)].map(([, line]) => Number(line));
  const missed = [4, 5, 6, 7, 8, 9].filter((line) => !lines.includes(line));
  if (missed.length > 0) throw new Error(`these lines of refused.mts compile: ${missed.join(', ')}\n${output}`);
  return `${lines.length} mistakes`;
}
