import { OktaError } from '../../contract/errors.js';
import { type FieldTable, parseFilter } from '../../languages/filter/compile.js';
import { EQ, indexed, searchError, text } from '../../languages/filter/fields.js';
import { FilterError } from '../../languages/filter/tokens.js';
import type { AppRow, AppUserRow } from '../../store/rows/applications.js';

/** `GET /apps?filter=`, but for the users and groups that an app is assigned to. */
export const appFilter: FieldTable<AppRow, 'status' | 'name' | 'kid'> = {
  fields: {
    id: text((row) => row.id, EQ),
    status: text((row) => row.status, EQ, indexed('status')),
    name: text((row) => row.name, EQ, indexed('name')),
    'credentials.signing.kid': text((row) => row.credentials.signing.kid, EQ, indexed('kid')),
  },
  caseSensitive: true,
  error: searchError,
};

/** `GET /apps/{id}/users?filter=`. */
export const appUserFilter: FieldTable<AppUserRow, 'app'> = {
  fields: {
    id: text((row) => row.userId, EQ),
    status: text((row) => row.status, EQ),
    scope: text((row) => row.scope, EQ),
  },
  caseSensitive: true,
  error: searchError,
};

/** Whom the apps that are asked for are assigned to. */
export interface Assignee {
  readonly of: 'user' | 'group';
  readonly id: string;
}

/**
 * The user or group that a filter asks for. A list of apps takes one comparison and no more (facts: conventions §8).
 * @throws OktaError 400 E0000031 for anything else
 */
export function assigneeIn(filter: string | undefined): Assignee | undefined {
  if (!filter) return undefined;
  const refusal = new OktaError('E0000031');
  let parsed: ReturnType<typeof parseFilter>;
  try {
    parsed = parseFilter(filter);
  } catch (error) {
    if (error instanceof FilterError) throw refusal;
    throw error;
  }
  if (parsed.kind !== 'compare') throw refusal;
  if (parsed.path !== 'user.id' && parsed.path !== 'group.id') return undefined;
  if (parsed.op !== 'eq' || typeof parsed.value !== 'string') throw refusal;
  return { of: parsed.path === 'user.id' ? 'user' : 'group', id: parsed.value };
}
