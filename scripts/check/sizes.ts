import ts from 'typescript';
import { FILE_LINES, FUNCTION_LINES, longTables, TEST_FILE_LINES } from './rules.js';
import { type Fault, lineOf, type Source, walk } from './sources.js';

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

function fileFaults({ path, text }: Source): Fault[] {
  const lines = text.split('\n').length - 1;
  const most = path.startsWith('tests/') ? TEST_FILE_LINES : FILE_LINES;
  const isTable = path in longTables;
  if (lines > most === isTable) return [];
  const what = isTable ? 'needs no place among the long tables' : `${lines} lines; ${most} are the most`;
  return [{ rule: 'file-length', path, line: 1, what }];
}

/** Holds functions and files to their most lines; a table that is exempt and does not need it is a fault too. */
export function sizeFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap((source) => [...functionFaults(source), ...fileFaults(source)]);
}
