import { routes } from '../../../generated/routes.js';
import { idOf, loginOf } from '../data.js';
import { BIG_GROUP, GROUPS, USERS } from './org.js';

/** One request, and the longest gap of the event loop that it may leave. */
export interface Played {
  readonly name: string;
  readonly path: string;
  /** Milliseconds. */
  readonly bar: number;
  /** What was made to be slow may be refused; all else is answered. */
  readonly mayRefuse?: boolean;
}

/** What holds for every request; searches, which visit every row, are held to less. */
export const BAR = 100;
export const SEARCH_BAR = 50;

const q = encodeURIComponent;

/** As many terms as fit into so many characters. */
function joined(term: (n: number) => string, by: string, length: number): string {
  let text = term(0);
  for (let n = 1; ; n++) {
    const longer = `${text}${by}${term(n)}`;
    if (longer.length > length) return text;
    text = longer;
  }
}

const searches: readonly (readonly [name: string, query: string])[] = [
  ['users by a profile property, one of all', `search=${q(`profile.employeeNumber eq "${USERS - 1}"`)}`],
  ['users by a profile property, nobody', `search=${q('profile.city eq "Nowhere"')}`],
  ['users by an element of a list', `search=${q(`profile.tags eq "own ${USERS - 2}"`)}`],
  ['users by a part of a name', `search=${q('profile.lastName co "nobody"')}`],
  ['users by two properties', `search=${q('profile.city sw "x" or profile.nick ge "Z"')}`],
  ['users changed since', `search=${q('lastUpdated gt "2999-01-01T00:00:00.000Z"')}`],
  ['users sorted by a property', `search=${q('profile.login pr')}&sortBy=profile.lastName`],
  ['users sorted downwards, few of all', `search=${q('profile.city eq "Oslo"')}&sortBy=profile.nick&sortOrder=desc`],
  ['users sorted by a status that all have', `search=${q('status eq "ACTIVE"')}&sortBy=profile.displayName`],
  ['users by a status', `filter=${q('status eq "SUSPENDED"')}`],
  ['users by a status that none has', `filter=${q('status eq "LOCKED_OUT"')}`],
  ['users by an e-mail address', `filter=${q(`profile.email eq "${loginOf(7)}"`)}`],
  ['users by a last name', `filter=${q('profile.lastName eq "Nobody"')}`],
  ['users by the beginning of a name', 'q=zzz'],
  ['users', 'limit=200'],
];

const worst: readonly (readonly [name: string, query: string])[] = [
  ['a sort path of 7,700 members', `search=${q('profile.login pr')}&sortBy=profile${'.a'.repeat(7700)}`],
  ['a search path of 3,900 members', `search=${q(`profile${'.a'.repeat(3900)} eq "b"`)}`],
  ['a search path of 3,900 members of a list', `search=${q(`profile.tags${'.a'.repeat(3900)} eq "b"`)}`],
  ['a search of 8,000 characters', `search=${q(joined((n) => `profile.city eq "No ${n}"`, ' or ', 7990))}`],
  ['the same of as many properties', `search=${q(joined((n) => `profile.p${n} sw "x"`, ' or ', 7990))}`],
  ['twenty parts of a name', `search=${q(joined((n) => `profile.lastName co "${n}x"`, ' or ', 540))}`],
  ['a filter of 1,000 ids', `filter=${q(joined((n) => `id eq "${n}"`, ' or ', 7990))}`],
];

const ofGroups: readonly (readonly [name: string, query: string])[] = [
  ['every group', `limit=10000`],
  ['every group with its numbers', 'limit=10000&expand=stats'],
  ['groups by a name', `search=${q('profile.name eq "Group 41000"')}`],
  ['groups by a part of a name', `search=${q('profile.name co "nobody"')}`],
  ['groups sorted by name', 'sortBy=profile.name&limit=10000'],
  ['groups by the beginning of a name', 'q=Group&limit=300'],
  ['groups by a type', `filter=${q('type eq "OKTA_GROUP"')}&limit=10000`],
];

const ofLogs: readonly (readonly [name: string, query: string])[] = [
  ['events', 'limit=1000'],
  ['events by a keyword', 'q=nothing-like-it&limit=1000'],
  ['events by ten keywords', `q=${q('a1 b2 c3 d4 e5 f6 g7 h8 i9 j0')}`],
  ['events by a type', `filter=${q('eventType eq "user.session.start"')}`],
  ['events by a target', `filter=${q(`target.id eq "${idOf(USERS - 1)}"`)}`],
  ['events downwards', 'sortOrder=DESCENDING&limit=1000'],
  ['events of a time', 'since=2020-01-01T00:00:00.000Z&until=2999-01-01T00:00:00.000Z&q=nothing'],
  ['events by 400 texts', `filter=${q(joined((n) => `target.displayName co "${n}x"`, ' or ', 7990))}`],
];

/** Ids that paths name, as the org has them. */
export interface Ids {
  readonly appId: string;
  readonly ruleId: string;
  readonly typeId: string;
  readonly schemaId: string;
}

function listsOf({ appId }: Ids): readonly (readonly [name: string, path: string])[] {
  const app = `/api/v1/apps/${appId}`;
  return [
    ['members of a group', `/api/v1/groups/${BIG_GROUP}/users?limit=1000`],
    ['users of an app', `${app}/users?limit=500`],
    ['users of an app, and who they are', `${app}/users?limit=500&expand=user`],
    ['users of an app by a name that nobody has', `${app}/users?q=zzz`],
    ['users of an app by a status', `${app}/users?filter=${q('status eq "STAGED"')}`],
    ['groups of an app', `${app}/groups?limit=200&expand=group`],
    ['apps of a user', `/api/v1/apps?filter=${q(`user.id eq "${idOf(3)}"`)}`],
    ['apps of a group', `/api/v1/groups/${BIG_GROUP}/apps`],
    ['groups of a user', `/api/v1/users/${idOf(3)}/groups`],
    ['everybody below one', `/api/v1/users/${idOf(0)}/linkedObjects/report?limit=200`],
    ['a user by login', `/api/v1/users/${q(loginOf(USERS - 1))}`],
    ['a user by the part before the @', `/api/v1/users/user${`${USERS - 1}`.padStart(6, '0')}`],
    ['a group with its numbers', `/api/v1/groups/${BIG_GROUP}?expand=stats`],
    [`rules with the names of ${GROUPS} groups`, '/api/v1/groups/rules?expand=groupIdToGroupNameMap'],
    ['rules', '/api/v1/groups/rules'],
    ['rules by a name', '/api/v1/groups/rules?search=nothing'],
  ];
}

const named =
  (path: string, bar: number, mayRefuse = false) =>
  ([name, query]: readonly [name: string, query: string]): Played => ({
    name,
    path: query === '' ? path : `${path}?${query}`,
    bar,
    mayRefuse,
  });

/** Every other reading operation whose path needs nothing but an object that the org has. */
function everyOther(ids: Ids): Played[] {
  const known: Readonly<Record<string, string>> = { ...ids, userId: idOf(5), groupId: BIG_GROUP };
  return routes.flatMap(({ operationId, method, path }): Played[] => {
    const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? '');
    if (method !== 'get' || names.some((name) => known[name] === undefined)) return [];
    const filled = path.replace(/:(\w+)/g, (_, name: string) => known[name] ?? '');
    return [{ name: operationId, path: filled, bar: BAR, mayRefuse: true }];
  });
}

/** What is played against an org of so many users. */
export const requestsOf = (ids: Ids): readonly Played[] => [
  ...searches.map(named('/api/v1/users', SEARCH_BAR)),
  ...worst.map(named('/api/v1/users', BAR, true)),
  ...ofGroups.map(named('/api/v1/groups', SEARCH_BAR)),
  ...ofLogs.map(named('/api/v1/logs', SEARCH_BAR, true)),
  ...listsOf(ids).map(([name, path]): Played => ({ name, path, bar: BAR })),
  ...everyOther(ids),
];
