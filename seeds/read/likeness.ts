import type { Json, JsonObject } from '../../store/rows/common.js';
import { report } from './findings.js';
import { slipOf } from './nearest.js';
import type { Path } from './problems.js';
import type { Checking } from './section.js';
import { kindOf } from './words.js';

const isMembers = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOfJson = (value: Json): string => kindOf(Array.isArray(value) ? 'array' : typeof value);

/** What the samples have under a name; what is null there may be anything. */
const under = (samples: readonly JsonObject[], name: string): readonly NonNullable<Json>[] =>
  samples.map((sample) => sample[name]).filter((value) => value !== undefined && value !== null);

/**
 * Reports what of a free part of an item cannot be meant: a key that is one slip away from one that others of its kind
 * have, and a value of another kind than theirs. What they do not have is taken as it is written, since there may be
 * more than they show.
 * @param samples the same part of others
 */
export function checkLikeness(
  checking: Checking,
  item: object,
  path: Path,
  value: Json | undefined,
  samples: readonly (Json | undefined)[],
): void {
  if (!isMembers(value)) return;
  const others = samples.filter(isMembers);
  const known = new Set(others.flatMap((other) => Object.keys(other)));
  for (const [name, member] of Object.entries(value)) {
    const at = [...path, name];
    const meant = known.has(name) ? undefined : slipOf(name, known);
    if (meant !== undefined && value[meant] === undefined)
      report(checking, item, at, `is not a known key (did you mean ${meant}?)`);
    const theirs = under(others, name);
    const kinds = new Set(theirs.map(kindOfJson));
    if (member === null || member === undefined || kinds.size === 0) continue;
    if (kinds.has(kindOfJson(member))) checkLikeness(checking, item, at, member, theirs);
    else report(checking, item, at, `is wrong: must be ${[...kinds].join(' or ')}, not ${kindOfJson(member)}`);
  }
}
