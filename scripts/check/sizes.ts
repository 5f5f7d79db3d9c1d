import ts from 'typescript';
import { FILE_LINES, FUNCTION_LINES, longTables, TEST_FILE_LINES } from './rules.js';
import { type Fault, lineOf, type Source, walk } from './sources.js';

type Tables = Readonly<Record<string, string>>;

/** A `describe` only holds tests: each of these is measured. */
function isDescribe(node: ts.Node, tree: ts.SourceFile): boolean {
  return ts.isCallExpression(node.parent) && /^describe\b/.test(node.parent.expression.getText(tree));
}

function nameOf(node: ts.FunctionLikeDeclaration, tree: ts.SourceFile): string {
  const { parent } = node;
  if (node.name !== undefined) return node.name.getText(tree);
  if (ts.isConstructorDeclaration(node)) return 'the constructor';
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) return parent.name.getText(tree);
  return 'a function';
}

/**
 * Functions as they stand, from name to last brace. The linter has a rule for this too, but it counts the body alone,
 * and takes a `describe` for one.
 */
function functionFaults({ path, tree }: Source): Fault[] {
  const faults: Fault[] = [];
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined || isDescribe(node, tree)) return;
    const line = lineOf(tree, node);
    const lines = tree.getLineAndCharacterOfPosition(node.end).line + 2 - line;
    if (lines <= FUNCTION_LINES) return;
    const what = `${nameOf(node, tree)} has ${lines} lines; ${FUNCTION_LINES} are the most`;
    faults.push({ rule: 'function-length', path, line, what });
  });
  return faults;
}

function fileFaults({ path, text }: Source, tables: Tables): Fault[] {
  const lines = text.split('\n').length - 1;
  const most = path.startsWith('tests/') ? TEST_FILE_LINES : FILE_LINES;
  if (path in tables || lines <= most) return [];
  return [{ rule: 'file-length', path, line: 1, what: `${lines} lines; ${most} are the most` }];
}

/** Tables that are exempt and need not be. */
function tableFaults(sources: readonly Source[], tables: Tables): Fault[] {
  const long = new Set(sources.filter((source) => fileFaults(source, {}).length > 0).map(({ path }) => path));
  return Object.keys(tables)
    .filter((path) => !long.has(path))
    .map((path) => ({ rule: 'file-length', path, line: 1, what: 'is not long: take it off the long tables' }));
}

/**
 * Holds functions and files to their most lines.
 * @param tables files that may be longer, each with the reason
 */
export function sizeFaults(sources: readonly Source[], tables: Tables = longTables): Fault[] {
  const found = sources.flatMap((source) => [...functionFaults(source), ...fileFaults(source, tables)]);
  return [...found, ...tableFaults(sources, tables)];
}
