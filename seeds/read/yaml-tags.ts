import type { YAMLError } from 'yaml';
import { type CollectionTag, isMap, isPair, isScalar, isSeq, type ScalarTag, type Tags, YAMLMap, YAMLSeq } from 'yaml';

const tagOf = (name: string): string => `tag:yaml.org,2002:${name}`;

/** An ordered mapping is written as a list of pairs: mappings of a seed have an order in any case. */
const omap: CollectionTag = {
  tag: tagOf('omap'),
  collection: 'seq',
  default: false,
  resolve(list, onError) {
    const map = new YAMLMap();
    for (const item of isSeq(list) ? list.items : []) {
      const pair = isMap(item) && item.items.length === 1 ? item.items[0] : isPair(item) ? item : undefined;
      if (!pair || !isScalar(pair.key) || map.has(pair.key.value)) onError('not one key at a time');
      else map.items.push(pair);
    }
    return map;
  },
};

/** A set is written as a mapping of its members to nothing: here it is the list of them. */
const set: CollectionTag = {
  tag: tagOf('set'),
  collection: 'map',
  default: false,
  resolve(map, onError) {
    const list = new YAMLSeq();
    if (isMap(map) && map.hasAllNullValues(true)) list.items.push(...map.items.map(({ key }) => key));
    else onError('members with values');
    return list;
  },
};

/** A time stays as it is written: the place where it stands says what times it takes. */
const timestamp: ScalarTag = { tag: tagOf('timestamp'), default: false, resolve: (text) => text };

const own = [omap, set, timestamp];

/** Bytes and lists of pairs are nothing that a seed can hold: their tags are unknown, as any other. */
const replaced = new Set([...own.map(({ tag }) => tag), tagOf('binary'), tagOf('pairs')]);

/**
 * The tags that a seed takes: those of JSON's values, and of YAML's further kinds those that are a value of JSON written
 * in another way.
 */
export const seedTags = (tags: Tags): Tags => [
  ...tags.filter((tag) => typeof tag === 'string' || !replaced.has(tag.tag)),
  ...own,
];

/** Whether a warning is of a tag: the reader would go on as if it were not there. */
export const isOfTag = ({ code }: YAMLError): boolean =>
  code === 'TAG_RESOLVE_FAILED' || code === 'BAD_COLLECTION_TYPE';
