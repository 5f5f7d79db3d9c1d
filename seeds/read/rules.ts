import { compileExpression, type Rule } from '../../languages/expression/compile.js';
import { userBase } from '../../objects/schemas/template.js';
import { foldKey } from '../../store/rows/spec.js';
import type { SeedContent } from '../types.js';
import type { Places, Problem } from './problems.js';
import type { SeedGroupRule } from './sections/group-rules.js';
import type { SeedGroup } from './sections/groups.js';
import type { SeedUser } from './sections/users.js';

/** A rule can put a user into a group that another rule asks for; a circle of rules ends all the same. */
const MAX_ROUNDS = 8;

const loginOf = (user: SeedUser): string => foldKey(String(user.profile.login));

function compileAll(
  content: SeedContent,
  places: Places,
): { readonly active: ReadonlyMap<SeedGroupRule, Rule>; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const active = new Map<SeedGroupRule, Rule>();
  const names = new Set([
    ...Object.keys(userBase),
    ...content.userTypes.flatMap((type) => Object.keys(type.properties)),
  ]);
  for (const rule of content.groupRules) {
    try {
      const compiled = compileExpression(rule.expression, (name) => names.has(name));
      if (rule.status === 'ACTIVE') active.set(rule, compiled);
    } catch (error) {
      const path = [...(places.get(rule) ?? []), 'expression'];
      problems.push({ path, message: `cannot be used: ${(error as Error).message}` });
    }
  }
  return { active, problems };
}

/** The rules that put a user into their groups. */
function rulesOf(
  user: SeedUser,
  active: ReadonlyMap<SeedGroupRule, Rule>,
  ids: ReadonlyMap<string, SeedGroup>,
): SeedGroupRule[] {
  const candidates = [...active].filter(([rule]) => !rule.exclude.some((login) => foldKey(login) === loginOf(user)));
  let found: SeedGroupRule[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const names = new Set([
      'everyone',
      ...user.groups.map(foldKey),
      ...found.flatMap((rule) => rule.groups.map(foldKey)),
    ]);
    const seen = {
      // Ids are there only where the seed pins them, and empty elsewhere.
      id: user.id ?? '',
      status: user.status,
      profile: user.profile,
      groups: () => [...names].flatMap((name) => ids.get(name) ?? []).map(({ id, name }) => ({ id: id ?? '', name })),
    };
    const next = candidates.filter(([, compiled]) => compiled.matches(seen)).map(([rule]) => rule);
    const settled = next.length === found.length && next.every((rule, i) => rule === found[i]);
    found = next;
    if (settled) break;
  }
  return found;
}

/** A problem for each expression that cannot be used. */
export const ruleProblems = (content: SeedContent, places: Places): readonly Problem[] =>
  compileAll(content, places).problems;

/** The rules of a seed without problems, with their members. */
export function settleRules(content: SeedContent, places: Places): SeedContent {
  const { active } = compileAll(content, places);
  const members = new Map<SeedGroupRule, string[]>(content.groupRules.map((rule) => [rule, []]));
  if (active.size > 0) {
    const ids = new Map(content.groups.map((group) => [foldKey(group.name), group]));
    for (const user of content.users) {
      if (user.status === 'DEPROVISIONED') continue;
      for (const rule of rulesOf(user, active, ids)) members.get(rule)?.push(String(user.profile.login));
    }
  }
  const groupRules = content.groupRules.map((rule) => ({ ...rule, members: members.get(rule) ?? [] }));
  return { ...content, groupRules };
}
