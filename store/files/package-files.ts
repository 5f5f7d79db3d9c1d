import { existsSync } from 'node:fs';

/** The folder that holds `generated/`: the project's, or `dist/`. Found from wherever this code was put by a build. */
function findRoot(): URL {
  let at = new URL('.', import.meta.url);
  while (!existsSync(new URL('generated/openapi.json', at))) {
    const above = new URL('..', at);
    if (above.href === at.href) throw new Error('the package is incomplete: generated/openapi.json is missing');
    at = above;
  }
  return at;
}

let root: URL | undefined;

/** The URL of a file of the package. @param path relative to the folder that holds `generated/` */
export function packageFile(path: string): URL {
  root ??= findRoot();
  return new URL(path, root);
}
