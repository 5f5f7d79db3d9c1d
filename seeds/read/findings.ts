import { OktaError } from '../../contract/errors.js';
import { faults, isBlank, profileCheck } from '../../objects/schemas/check.js';
import type { Json } from '../../store/rows/common.js';
import type { SchemaRow } from '../../store/rows/schemas.js';
import { foldKey } from '../../store/rows/spec.js';
import { didYouMean } from './nearest.js';
import { type Path, placeOf } from './problems.js';
import type { Checking } from './section.js';

/** As much of a schema as a profile is checked by. */
export type Definitions = Pick<SchemaRow, 'of' | 'base' | 'custom'>;

const MAX_HINTS = 20;

/** How an item is called that the file does not hold, but what it extends. */
function inheritedName(item: object): string {
  const { profile = {}, name, label } = item as Readonly<Record<'profile' | 'name' | 'label', unknown>>;
  const { login } = profile as { readonly login?: unknown };
  return JSON.stringify(login ?? name ?? label ?? 'item');
}

/** Reports what is wrong with a place inside an item; the message goes on where the place ends. */
export const report = (checking: Checking, item: object, path: Path, message: string): void => {
  const place = checking.places.get(item);
  const [at, said] = place
    ? [[...place, ...path], message]
    : [[], `${inheritedName(item)}, which the seed goes on from, does not fit: ${placeOf(path)} ${message}`];
  checking.problems.push({ path: at, message: said });
};

/** What a request that holds an item would be told: of what cannot be read a request is told no more than that. */
export function wordsOfRefusal(error: unknown): string {
  if (!(error instanceof OktaError)) throw error;
  if (error.code === 'E0000003')
    return 'is wrong: a value in it is of another kind than it must be, or none that it may be';
  const causes = error.causes.map(({ errorSummary }) => errorSummary);
  return `is wrong: ${causes.length > 0 ? causes.join('; ') : error.summary}`;
}

/** Looking for what was meant costs time: it is done for as many problems as are shown. */
export const hint = (checking: Checking, word: string, known: Iterable<string>): string =>
  checking.problems.length < MAX_HINTS ? didYouMean(word, known) : '';

/**
 * Reports a name that no item of the section has. The section is told by its name: two that name each other's items do
 * not import each other.
 * @returns whether it leads somewhere
 */
export function checkName(checking: Checking, item: object, path: Path, section: string, name: string): boolean {
  const { noun, names } = checking.named(section);
  if (names.has(foldKey(name))) return true;
  const which = section === 'users' ? 'who' : 'which';
  const meant = hint(checking, name, names.values());
  report(checking, item, path, `names the ${noun} "${name}", ${which} is not in the seed${meant}`);
  return false;
}

/** `checkName` for a list of names. */
export function checkNames(
  checking: Checking,
  item: object,
  path: Path,
  section: string,
  names: readonly string[],
): void {
  for (const [i, name] of names.entries()) checkName(checking, item, [...path, i], section, name);
}

/** Reports what the schema does not allow of a profile. */
export function checkProfile(
  checking: Checking,
  item: object,
  profile: Readonly<Record<string, Json>>,
  schema: Definitions,
): void {
  const { properties, required } = profileCheck(schema);
  for (const name of Object.keys(profile)) {
    const property = properties.get(name);
    const value = profile[name];
    if (!property) {
      const meant = hint(checking, name, properties.keys());
      report(checking, item, ['profile', name], `is not a property of the profile${meant}`);
      continue;
    }
    const fault = value === null || value === undefined ? faults.value : property.check(value);
    if (fault) report(checking, item, ['profile', name], `is wrong: ${fault}`);
  }
  for (const name of required) if (isBlank(profile[name])) report(checking, item, ['profile'], `lacks ${name}`);
}
