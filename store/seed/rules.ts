import { foldKey } from '../collections.js';
import type { Json } from '../rows/common.js';
import type { SeedContent } from './merge.js';
import type { Path, Problem } from './problems.js';
import type { SeedGroupRule, SeedUser } from './types.js';

/** A user as a group rule's expression sees it. */
export interface RuleUser {
  readonly id?: string;
  readonly status: string;
  readonly profile: Readonly<Record<string, Json>>;
  /** The groups that the user is in without any rule. */
  readonly groups: readonly { readonly id?: string; readonly name: string }[];
}

/**
 * Reads a group rule's expression. The expression language belongs to the handlers, which the store does not know:
 * whoever loads a seed with rules passes it in.
 * @throws Error with a sentence for an expression that cannot be read
 */
export type RuleCompiler = (expression: string) => (user: RuleUser) => boolean;

const isCandidate = (rule: SeedGroupRule, user: SeedUser): boolean =>
  user.status !== 'DEPROVISIONED' && !rule.exclude.some((login) => foldKey(login) === loginOf(user));

const loginOf = (user: SeedUser): string => foldKey(String(user.profile.login));

/** The rules with their members, and a problem for each expression that cannot be read. */
export function settleRules(
  content: SeedContent,
  places: ReadonlyMap<object, Path>,
  compile: RuleCompiler,
): { readonly content: SeedContent; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const groups = new Map(content.groups.map((group) => [foldKey(group.name), group]));
  const everyone = groups.get('everyone');
  const seen = (user: SeedUser): RuleUser => ({
    ...(user.id === undefined ? {} : { id: user.id }),
    status: user.status,
    profile: user.profile,
    groups: [everyone, ...user.groups.map((name) => groups.get(foldKey(name)))].flatMap((group) => group ?? []),
  });
  const groupRules = content.groupRules.map((rule) => {
    try {
      const matches = compile(rule.expression);
      if (rule.status !== 'ACTIVE') return rule;
      const members = content.users.filter((user) => isCandidate(rule, user) && matches(seen(user)));
      return { ...rule, members: members.map((user) => String(user.profile.login)) };
    } catch (error) {
      const path = [...(places.get(rule) ?? []), 'expression'];
      problems.push({ path, message: `cannot be used: ${(error as Error).message}` });
      return rule;
    }
  });
  return { content: { ...content, groupRules }, problems };
}
