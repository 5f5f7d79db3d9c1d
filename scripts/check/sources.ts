import { readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { root } from '../support/run.js';

/** What is wrong in one place. */
export interface Fault {
  /** The name of the rule, by which `pending.ts` may let it stand for a while. */
  readonly rule: string;
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
}

/** How a file loads another: for its types alone, together with itself, or when it comes to that. */
export type Loading = 'types' | 'at once' | 'later';

/** One import, export-from or `import()` of a file. */
export interface Import {
  /** The path of a file of ours from the project's folder, with the ending it has there, or the name of a package. */
  readonly target: string;
  readonly loading: Loading;
  readonly line: number;
  /** `import('...').Name` in the middle of the types. */
  readonly inPlace: boolean;
}

/** A source file, read once for all rules. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

/** Whether a path has one of these beginnings. */
export const isIn = (path: string, beginnings: readonly string[] = []): boolean =>
  beginnings.some((beginning) => path.startsWith(beginning));

const lineAt = (tree: ts.SourceFile, at: number): number => tree.getLineAndCharacterOfPosition(at).line + 1;

/** The line on which a node begins, its comments aside, counted from 1. */
export const lineOf = (tree: ts.SourceFile, node: ts.Node): number => lineAt(tree, node.getStart(tree));

/** Calls `look` with each node of a tree, from the outside in. */
export function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => walk(child, look));
}

/** Only `import type` and `export type` go away: `import { type A }` still loads the file. */
function importIn(node: ts.Node): { of: ts.Node | undefined; loading: Loading } | undefined {
  if (ts.isImportDeclaration(node)) {
    const typesAlone = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return { of: node.moduleSpecifier, loading: typesAlone ? 'types' : 'at once' };
  }
  if (ts.isExportDeclaration(node)) {
    return { of: node.moduleSpecifier, loading: node.isTypeOnly ? 'types' : 'at once' };
  }
  if (ts.isImportTypeNode(node)) return { of: node.argument, loading: 'types' };
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return { of: node.arguments[0], loading: 'later' };
  }
  return undefined;
}

/** The name in an import. Of a name put together at run time, its beginning: enough to see the room. */
function nameIn(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isLiteralTypeNode(node)) return nameIn(node.literal);
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.head.text : undefined;
}

function importsOf(path: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  walk(tree, (node) => {
    const given = importIn(node);
    const name = nameIn(given?.of);
    if (given === undefined || name === undefined) return;
    const file = posix.join(posix.dirname(path), name).replace(/\.js$/, '.ts');
    const target = name.startsWith('.') ? file : name;
    found.push({ target, loading: given.loading, line: lineOf(tree, node), inPlace: ts.isImportTypeNode(node) });
  });
  return found;
}

/** Reads a source file's text for the rules. */
export function sourceOf(path: string, text: string): Source {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return { path, text, tree, imports: importsOf(path, tree) };
}

/** Files of the project from its folder, by the endings of their names. */
async function pathsIn(folder: string, endings: RegExp): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => posix.join(entry.parentPath, entry.name).slice(root.length))
    .sort();
}

/** Reads every source file below these folders. */
export async function readSources(folders: readonly string[]): Promise<Source[]> {
  const paths = await Promise.all(folders.map((folder) => pathsIn(folder, /\.(?:ts|mjs)$/)));
  return Promise.all(paths.flat().map(async (path) => sourceOf(path, await readFile(join(root, path), 'utf8'))));
}

/** Something written that is no source of ours, as far as the rules look at it. */
export type Paper = Pick<Source, 'path' | 'text'>;

/** Reads what people read: the pages at the project's root and everything written below these folders. */
export async function readPapers(folders: readonly string[]): Promise<Paper[]> {
  const top = (await readdir(root)).filter((name) => /\.(?:md|jsonc?|js)$|^NOTICE$/.test(name));
  const below = await Promise.all(folders.map((folder) => pathsIn(folder, /\.(?:md|ya?ml|jsonl?|txt)$/)));
  const paths = [...top.filter((name) => name !== 'package-lock.json'), ...below.flat()];
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(root, path), 'utf8') })));
}
