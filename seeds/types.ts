import type { Json, JsonObject, Timestamp } from '../store/rows/common.js';
import type { GroupType } from '../store/rows/groups.js';
import type { PasswordHash, ScryptHash, UserStatus } from '../store/rows/users.js';

/**
 * A seed, ready to be applied: checked, passwords hashed, what it extends already in it. References are by name:
 * users by login, groups, user types and relations by name. Ids are there only where the seed pins them.
 */
export interface Seed {
  /** `default`, `acme`, or a file's name without its ending. */
  readonly name: string;
  /** SHA-256 of the content, hexadecimal: two seeds with one name can be told apart. */
  readonly hash: string;
  readonly org: SeedOrg;
  /** Custom properties of groups, as definitions. */
  readonly groupProperties: Properties;
  readonly userTypes: readonly SeedUserType[];
  readonly groups: readonly SeedGroup[];
  readonly users: readonly SeedUser[];
  readonly groupRules: readonly SeedGroupRule[];
  readonly linkedObjects: readonly SeedLinkedObject[];
  readonly policies: readonly SeedPolicy[];
  readonly tokens: readonly SeedToken[];
}

/** The lists of a seed. */
export type SeedLists = Pick<
  Seed,
  'userTypes' | 'groups' | 'users' | 'groupRules' | 'linkedObjects' | 'policies' | 'tokens'
>;

/** Custom property definitions by name, complete. */
export type Properties = Readonly<Record<string, JsonObject>>;

interface Pinned {
  readonly id?: string;
}

export interface SeedOrg extends Pinned {
  readonly subdomain: string;
  readonly companyName: string;
}

export interface SeedUserType extends Pinned {
  readonly name: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly default: boolean;
  readonly properties: Properties;
}

export interface SeedGroup extends Pinned {
  readonly type: GroupType;
  readonly name: string;
  readonly description: string | null;
  /** Custom properties. */
  readonly profile: Readonly<Record<string, Json>>;
}

export interface SeedUser extends Pinned {
  /** Name of the user type; the default one without it. */
  readonly type?: string;
  readonly status: UserStatus;
  readonly profile: Readonly<Record<string, Json>>;
  readonly password?: PasswordHash;
  readonly recoveryQuestion?: { readonly question: string; readonly answer: ScryptHash };
  readonly provider?: { readonly type: string; readonly name: string };
  /** Names of groups, Everyone excepted: that one every user is in. */
  readonly groups: readonly string[];
  /** The user's primary in each relation: relation name to login. */
  readonly links: Readonly<Record<string, string>>;
  readonly created?: Timestamp;
  readonly activated?: Timestamp;
  readonly statusChanged?: Timestamp;
  readonly lastLogin?: Timestamp;
  readonly lastUpdated?: Timestamp;
  readonly passwordChanged?: Timestamp;
}

export interface SeedGroupRule extends Pinned {
  readonly name: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly expression: string;
  readonly groups: readonly string[];
  /** Logins. */
  readonly exclude: readonly string[];
  /** Logins of the users that the rule puts into its groups; none while it is inactive. */
  readonly members: readonly string[];
}

export interface SeedLinkedObject extends Pinned {
  readonly primary: SeedLinkEnd;
  readonly associated: SeedLinkEnd;
}

export interface SeedLinkEnd {
  readonly name: string;
  readonly title: string;
  readonly description?: string;
}

export interface SeedPolicy extends Pinned {
  readonly type: string;
  readonly name: string;
  readonly description: string;
  readonly status: 'ACTIVE' | 'INACTIVE';
  readonly priority: number;
  readonly system: boolean;
  /** Names of the groups that it is for; with them `conditions.people.groups.include` is made. */
  readonly groups: readonly string[];
  readonly conditions: JsonObject | null;
  readonly settings: JsonObject;
}

export interface SeedToken extends Pinned {
  readonly name: string;
  /** The token itself: it can be shown at start, and is stored as a hash only. */
  readonly value: string;
  /** The owner's login. */
  readonly user: string;
}
