import type { Block, Expression, Node, Operand, Reference } from './nodes.js';
import type { Template } from './parser.js';

/** What a walk over a template has found. */
interface Found {
  paths: Set<string>;
  own: Set<string>;
}

function addPaths(reference: Reference, { paths }: Found): void {
  let path = reference.name;
  paths.add(path);
  for (const step of reference.steps) {
    if (step.kind !== 'property') return;
    path += `.${step.name}`;
    paths.add(path);
  }
}

function visitAll(operands: readonly Operand[], found: Found): void {
  for (const operand of operands) visit(operand, found);
}

function visitReference(reference: Reference, found: Found): void {
  addPaths(reference, found);
  for (const step of reference.steps) {
    if (step.kind === 'method') for (const arg of step.args) visit(arg, found);
    if (step.kind === 'index') visit(step.at, found);
  }
}

function visit(expression: Expression | Operand, found: Found): void {
  switch (expression.kind) {
    case 'reference':
      return visitReference(expression, found);
    case 'mixed':
      return visitBlock(expression.body, found);
    case 'list':
      return visitAll(expression.items, found);
    case 'map':
      return visitAll(expression.entries.flat(), found);
    case 'range':
      return visitAll([expression.from, expression.to], found);
    case 'not':
      return visit(expression.inner, found);
    case 'binary':
      visit(expression.left, found);
      return visit(expression.right, found);
  }
}

function visitNode(node: Node, found: Found): void {
  switch (node.kind) {
    case 'output':
      return node.slashes % 2 === 0 ? visitReference(node.reference, found) : undefined;
    case 'if':
      for (const { condition, body } of node.branches) {
        visit(condition, found);
        visitBlock(body, found);
      }
      return visitBlock(node.otherwise, found);
    case 'set':
      if (node.target.steps.length > 0) visitReference(node.target, found);
      else found.own.add(node.target.name);
      return visit(node.value, found);
    case 'foreach':
      for (const name of [node.variable, 'foreach', 'velocityCount', 'velocityHasNext']) found.own.add(name);
      visit(node.source, found);
      return visitBlock(node.body, found);
    case 'define':
      found.own.add(node.name);
      return visitBlock(node.body, found);
    case 'call':
      for (const arg of node.args) visit(arg, found);
      return node.content && visitBlock(node.content, found);
    case 'evaluate':
      return visit(node.argument, found);
  }
}

function visitBlock(body: Block, found: Found): void {
  for (const node of body) visitNode(node, found);
}

/**
 * The variables that a template takes from outside: `$request.browser.name` is `request`, `request.browser` and
 * `request.browser.name`. Not among them: what the template itself sets (by `#set`, `#foreach`, `#define`, as a macro's
 * parameter), what a backslash escapes, and what stands in comments, raw text and single quotes.
 */
export function referencesOf(template: Template): Set<string> {
  const found: Found = { paths: new Set(), own: new Set() };
  visitBlock(template.body, found);
  for (const { parameters, body } of template.macros.values()) {
    for (const name of [...parameters, 'bodyContent']) found.own.add(name);
    visitBlock(body, found);
  }
  return new Set([...found.paths].filter((path) => !found.own.has(path.split('.', 1)[0] ?? '')));
}
