import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';
import { root } from '../support/run.js';
import { type ImportRule, importRules, longTables, MAX_LINES, type TextRule, textRules } from './rules.js';

const folders = ['contract', 'handlers', 'languages', 'objects', 'scripts', 'seeds', 'server', 'store', 'tests'];
const startsWith = (path: string, beginnings: readonly string[] = []): boolean =>
  beginnings.some((b) => path.startsWith(b));

async function sourceFiles(): Promise<string[]> {
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((name) => `${folder}/${name}`),
    ),
  );
  return found
    .flat()
    .filter((path) => path.endsWith('.ts'))
    .sort();
}

/** The text with comments blanked; lines stay where they are. */
function withoutComments(text: string): string {
  const ranges: ts.CommentRange[] = [];
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.ES2022, false);
  const visit = (node: ts.Node): void => {
    ranges.push(
      ...(ts.getLeadingCommentRanges(text, node.pos) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    );
    ts.forEachChild(node, visit);
  };
  visit(source);
  ranges.push(...(ts.getLeadingCommentRanges(text, source.endOfFileToken.pos) ?? []));
  let bare = text;
  for (const { pos, end } of ranges) {
    bare = bare.slice(0, pos) + text.slice(pos, end).replace(/[^\n]/g, ' ') + bare.slice(end);
  }
  return bare;
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function textFaults(path: string, text: string, rules: readonly TextRule[]): string[] {
  return rules.flatMap((rule) => {
    if (!startsWith(path, rule.in) || startsWith(path, rule.except)) return [];
    const match = rule.never.exec(text);
    return match ? [`${path}:${lineOf(text, match.index)}: ${rule.what} (${match[0].trim()})`] : [];
  });
}

function importFaults(path: string, text: string, rules: readonly ImportRule[]): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return importedFiles.flatMap(({ fileName, pos }) => {
    const target = fileName.startsWith('.') ? normalize(join(dirname(path), fileName)) : fileName;
    return rules
      .filter((rule) => startsWith(path, rule.from) && startsWith(target, rule.to))
      .filter((rule) => !(rule.except ?? []).some((pair) => isPair(pair, path, target)))
      .map((rule) => `${path}:${lineOf(text, pos)}: ${rule.what} (${target})`);
  });
}

function isPair(pair: string, path: string, target: string): boolean {
  const [from = '', to = ''] = pair.split(' -> ');
  return path.startsWith(from) && target.startsWith(to);
}

function lengthFaults(path: string, text: string): string[] {
  const lines = text.split('\n').length - 1;
  if (lines <= MAX_LINES || longTables.includes(path)) return [];
  return [`${path}: ${lines} lines; ${MAX_LINES} are the most`];
}

/** Holds every source file to the house rules. @returns what is wrong, one sentence each */
export async function houseFaults(): Promise<string[]> {
  const faults: string[] = [];
  for (const path of await sourceFiles()) {
    const text = await readFile(join(root, path), 'utf8');
    const bare = withoutComments(text);
    faults.push(
      ...textFaults(path, bare, textRules),
      ...importFaults(path, text, importRules),
      ...lengthFaults(path, text),
    );
  }
  return faults;
}
