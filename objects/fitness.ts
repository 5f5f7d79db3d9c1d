import { compileExpression } from '../languages/expression/compile.js';
import type { Fitness } from '../store/fitness.js';
import type { Row } from '../store/rows/common.js';
import type { GroupRow, GroupRuleRow } from '../store/rows/groups.js';
import type { UserRow } from '../store/rows/users.js';
import { everyone } from './groups/membership.js';
import { schemaIdOf } from './schemas/ids.js';

const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const rules: Readonly<Record<string, (row: never) => string | undefined>> = {
  users: ({ profile }: UserRow) => (isText(profile.login) ? undefined : '"profile.login" must be a text'),
  groups: ({ profile }: GroupRow) => (isText(profile.name) ? undefined : '"profile.name" must be a text'),
  groupRules({ expression }: GroupRuleRow) {
    try {
      compileExpression(expression, () => true);
      return undefined;
    } catch (error) {
      return `"expression" cannot be used: ${(error as Error).message}`;
    }
  },
};

/** Held against a state that was edited, and against what a journal brings: requests rely on it. */
export const fitness: Fitness = {
  row: (collection, row) => (Object.hasOwn(rules, collection) ? rules[collection]?.(row as Row as never) : undefined),

  org(store) {
    if (store.org.count() !== 1) return `there must be one record in "org", and there are ${store.org.count()}`;
    const [type, ...more] = store.userTypes.where('default', 'true');
    if (!type || more.length > 0) return 'one record of "userTypes" must be the default one';
    for (const { id } of store.userTypes.all()) {
      if (!store.schemas.get(schemaIdOf(id))) return `"schemas" lacks ${schemaIdOf(id)}, the schema of ${id}`;
    }
    if (!store.schemas.get('group')) return '"schemas" lacks "group", the schema of groups';
    return everyone({ store }) ? undefined : '"groups" lacks Everyone';
  },
};
