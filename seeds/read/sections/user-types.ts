import * as z from 'zod';
import { isPropertyName } from '../../../objects/schemas/definition.js';
import { groupBase, userBase } from '../../../objects/schemas/template.js';
import { definitionsOf, type Properties } from '../definitions.js';
import { id, properties, text } from '../parts.js';
import type { Path } from '../problems.js';
import type { Checking, Section } from '../section.js';

const userType = z.strictObject({
  id: id('oty'),
  name: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,99}$/, 'must be letters, digits and _, beginning with a letter'),
  displayName: text,
  description: z.string().max(1024).nullable().default(null),
  default: z.boolean().default(false),
  properties,
});

type WrittenUserType = z.infer<typeof userType>;

/** A user type, named by its name, with the custom properties of its schema. */
export interface SeedUserType extends Readonly<Omit<WrittenUserType, 'properties'>> {
  readonly properties: Properties;
}

/** What Okta allows in one org (facts: user-types, schemas §3). */
const MAX_TYPES = 10;
const MAX_UNIQUE = 5;

function checkProperties(checking: Checking, own: Properties, base: object, path: Path): void {
  const taken = new Set(Object.keys(base).map((name) => name.toLowerCase()));
  const names = Object.keys(own);
  for (const name of names) {
    if (!isPropertyName(name)) {
      checking.problems.push({ path: [...path, name], message: 'cannot be the name of a property' });
    } else if (taken.has(name.toLowerCase())) {
      checking.problems.push({ path: [...path, name], message: 'is the name of a base property' });
    }
  }
  if (names.filter((name) => own[name]?.unique !== undefined).length > MAX_UNIQUE) {
    checking.problems.push({ path, message: `declares more than ${MAX_UNIQUE} unique properties` });
  }
}

/** User types. The custom properties of the default one may be written apart, as they are all that most seeds say. */
export const userTypes: Section<SeedUserType, WrittenUserType> = {
  noun: 'user type',
  shape: userType,
  read: (written, path, { problems }) => ({
    ...written,
    properties: definitionsOf(written.properties, [...path, 'properties'], {}, problems),
  }),
  check(items, checking) {
    const { problems, places, groupProperties } = checking;
    const defaults = items.filter((type) => type.default);
    if (defaults.length !== 1 || defaults[0]?.name !== 'user') {
      problems.push({ path: ['userTypes'], message: 'must hold one default type, and its name must be user' });
    }
    if (items.length > MAX_TYPES) {
      problems.push({ path: ['userTypes'], message: `holds more than ${MAX_TYPES} types` });
    }
    for (const type of items) {
      const place = type.default ? ['userProperties'] : [...(places.get(type) ?? []), 'properties'];
      checkProperties(checking, type.properties, userBase, place);
    }
    checkProperties(checking, groupProperties, groupBase, ['groupProperties']);
  },
};
