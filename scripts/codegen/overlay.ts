import { paths } from 'jsonpathly';
import type { Node } from './document.js';

/** An OpenAPI Overlay 1.0 document. */
export interface Overlay {
  readonly overlay: '1.0.0';
  readonly info: { readonly title: string; readonly version: string };
  readonly actions: readonly Action[];
}

interface Action {
  /** A JSONPath into the OpenAPI 3.0 document. */
  readonly target: string;
  /** Why. */
  readonly description: string;
  readonly update?: unknown;
  readonly remove?: boolean;
}

const isObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects merge member by member, arrays grow, all else is replaced. */
function merge(target: unknown, update: unknown): unknown {
  if (Array.isArray(target)) return target.concat(update);
  if (!isObject(target) || !isObject(update)) return update;
  const merged: Node = { ...target };
  for (const [key, value] of Object.entries(update)) merged[key] = key in merged ? merge(merged[key], value) : value;
  return merged;
}

/** `$['a'][0]` as its keys. */
const keysOf = (path: string): (string | number)[] =>
  [...path.matchAll(/\['((?:[^'\\]|\\.)*)'\]|\[(\d+)\]/g)].map(([, name, index]) =>
    name === undefined ? Number(index) : name.replace(/\\(.)/g, '$1'),
  );

/**
 * Applies an overlay to a document, action by action, and returns the document it was given, changed.
 * @throws Error for an action whose target matches nothing, or that has no reason
 */
export function applyOverlay(doc: Node, overlay: Overlay): Node {
  const root: Node = { doc };
  for (const action of overlay.actions) {
    const found = paths(root.doc, action.target) as string[];
    if (found.length === 0) throw new Error(`${overlay.info.title}: ${action.target} matches nothing`);
    if (!action.description) throw new Error(`${overlay.info.title}: ${action.target} has no description`);
    for (const path of found.reverse()) change(root, ['doc', ...keysOf(path)], action);
  }
  return root.doc;
}

/** Later array items go first, so that a removal does not move those still to come. */
function change(root: Node, keys: (string | number)[], action: Action): void {
  const last = keys.pop() as string | number;
  const parent = keys.reduce((node: any, key) => node[key], root);
  if (!action.remove) parent[last] = merge(parent[last], action.update);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}
