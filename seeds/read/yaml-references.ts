import { type Document, isAlias, isMap, isScalar, isSeq, type Node, type Pair, visit } from 'yaml';

/** What a document refers to wrongly, and its offset in the text. */
interface Broken {
  readonly reason: string;
  readonly offset: number;
}

/** The anchors that were met so far: an alias names the last one before it. */
type Anchors = Map<string, Node>;

const NO_ANCHOR = 'an alias (*name) names no anchor (&name) before it';
const NO_MERGE = 'what is merged (<<) must be an object with keys, or a list of such';

const isMergeKey = (key: unknown): boolean => isScalar(key) && key.type === 'PLAIN' && key.value === '<<';

/** Whether a value can be merged into a mapping. An alias that leads nowhere is told of by itself. */
function canBeMerged(value: unknown, anchors: Anchors): boolean {
  const given = isAlias(value) ? anchors.get(value.source) : value;
  if (given === undefined && isAlias(value)) return true;
  const sources: readonly unknown[] = isSeq(given) ? given.items : [given];
  return sources.every((source) => isMap(isAlias(source) ? anchors.get(source.source) : source));
}

/** The first alias that names nothing, or value that cannot be merged. */
export function brokenReference(document: Document): Broken | undefined {
  const anchors: Anchors = new Map();
  let broken: Broken | undefined;
  const found = (reason: string, node: unknown): typeof visit.BREAK => {
    broken = { reason, offset: (node as Node).range?.[0] ?? 0 };
    return visit.BREAK;
  };
  visit(document, {
    Alias: (_, alias) => (anchors.has(alias.source) ? undefined : found(NO_ANCHOR, alias)),
    Pair: (_, { key, value }: Pair) =>
      isMergeKey(key) && !canBeMerged(value, anchors) ? found(NO_MERGE, key) : undefined,
    Value: (_, node) => void (node.anchor === undefined || anchors.set(node.anchor, node)),
  });
  return broken;
}
