import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { collections } from '../../store/collections.js';
import { keyMakers } from '../../store/rows/spec.js';

/** Whether an identifier names a member, or what it is declared as, and so reads nothing from around the function. */
function isLabel(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}

/** The names that a function reads from around it: not its own parameters and variables, and no members of values. */
function readFromAround(text: string): string[] {
  const file = ts.createSourceFile('key.ts', `(${text})`, ts.ScriptTarget.Latest, true);
  const [own, read] = [new Set<string>(['undefined']), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (
      (ts.isParameter(node) || ts.isVariableDeclaration(node) || ts.isBindingElement(node)) &&
      ts.isIdentifier(node.name)
    )
      own.add(node.name.text);
    if (ts.isIdentifier(node) && !isLabel(node)) read.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...read].filter((name) => !own.has(name));
}

const keyFunctions = Object.entries(collections).flatMap(([collection, { unique, index }]) =>
  Object.entries({ ...unique, ...index }).map(([name, of]) => [`${collection}.${name}`, String(of)] as const),
);

describe('a key function reads its row and the key makers alone', () => {
  test('of every collection', () => {
    expect(keyFunctions.length).toBeGreaterThan(20);
    const known = Object.keys(keyMakers);
    for (const [name, text] of keyFunctions) {
      expect([name, readFromAround(text).filter((read) => !known.includes(read))]).toEqual([name, []]);
    }
  });

  // What a kept index was made with must show in its function's text, or a change would not be noticed.
  test.each([
    ['(row) => row.profile.login.slice(3)', []],
    ['({ name, id: own }) => { const all = [own, name]; return all.map((one) => one.trim()); }', []],
    ['(row) => normal(row.name)', ['normal']],
    ['(row) => PREFIX + row.id', ['PREFIX']],
    ['(row) => String(row.rank)', ['String']],
    ['function (row) { return folds.get(row.name); }', ['folds']],
  ])('%s', (text, read) => {
    expect(readFromAround(text)).toEqual(read);
  });
});
