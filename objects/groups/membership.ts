import type { JobContext, ReadContext } from '../../contract/context.js';
import { OktaError } from '../../contract/errors.js';
import type { GroupRow, MembershipRow } from '../../store/rows/groups.js';
import type { UserRow } from '../../store/rows/users.js';
import { recheckLockout } from '../due.js';
import { groupTarget, userTarget } from '../logs/targets.js';
import { followMembership } from '../membership-followers.js';

/** Who puts a user into a group: a person or program, or a group rule. */
export type By = 'manual' | { readonly rule: string };

const pairOf = (groupId: string, userId: string): string => `${groupId} ${userId}`;

/** The built-in group that every user is in, without a membership row. */
export const everyone = (ctx: Pick<ReadContext, 'store'>): GroupRow | undefined =>
  ctx.store.groups.where('type', 'BUILT_IN').find((group) => group.profile.name === 'Everyone');

/** Whether a group is Everyone. */
export const isEveryone = ({ type, profile }: GroupRow): boolean => type === 'BUILT_IN' && profile.name === 'Everyone';

/** Nobody is put into Everyone, since all are in it: 501 E0000060 (facts: reports). @throws OktaError */
export function refuseEveryone(group: GroupRow): void {
  if (isEveryone(group)) throw new OktaError('E0000060');
}

const bump = (ctx: JobContext, groupId: string): void => {
  const group = ctx.store.groups.get(groupId);
  const now = ctx.now();
  if (group && group.lastMembershipUpdated !== now) ctx.store.groups.update(groupId, { lastMembershipUpdated: now });
};

/** The membership of a user in a group, if there is one. */
export const membershipOf = (
  ctx: Pick<ReadContext, 'store'>,
  groupId: string,
  userId: string,
): MembershipRow | undefined => ctx.store.memberships.by('pair', pairOf(groupId, userId));

/** Puts a user into a group. Who is in already stays, and is noted to be there for this reason, too. */
export function addMember(ctx: JobContext, group: GroupRow, user: UserRow, by: By): void {
  const member = membershipOf(ctx, group.id, user.id);
  if (member) {
    const manual = member.manual || by === 'manual';
    const rules = by === 'manual' || member.rules.includes(by.rule) ? member.rules : [...member.rules, by.rule];
    if (manual !== member.manual || rules !== member.rules) {
      ctx.store.memberships.update(member.id, { manual, rules });
    }
    return;
  }
  ctx.store.memberships.insert({
    groupId: group.id,
    userId: user.id,
    manual: by === 'manual',
    rules: by === 'manual' ? [] : [by.rule],
  });
  bump(ctx, group.id);
  // Which policy ends a lockout depends on the groups.
  recheckLockout(ctx, user);
  const job = by !== 'manual';
  ctx.log('group.user_membership.add', [userTarget(user), groupTarget(group)], { job });
  followMembership(ctx, group.id, user.id, job);
}

/** Takes a user out of a group, whatever put it there. Who is not in it stays out. */
export function removeMember(ctx: JobContext, group: GroupRow, user: UserRow, job = false): void {
  const member = membershipOf(ctx, group.id, user.id);
  if (!member) return;
  ctx.store.memberships.remove(member.id);
  bump(ctx, group.id);
  recheckLockout(ctx, user);
  ctx.log('group.user_membership.remove', [userTarget(user), groupTarget(group)], { job });
  followMembership(ctx, group.id, user.id, job);
}

/** Takes one rule's reason away; the membership goes with its last one. */
export function withdrawRule(ctx: JobContext, member: MembershipRow, ruleId: string): void {
  const rules = member.rules.filter((id) => id !== ruleId);
  if (member.manual || rules.length > 0) {
    ctx.store.memberships.update(member.id, { rules });
    return;
  }
  const group = ctx.store.groups.get(member.groupId);
  const user = ctx.store.users.get(member.userId);
  if (group && user) removeMember(ctx, group, user, true);
  else ctx.store.memberships.remove(member.id);
}

/** What a rule put there stays, as if put there by hand: for rules that go. */
export function adoptMember(ctx: JobContext, member: MembershipRow, ruleId: string): void {
  const rules = member.rules.filter((id) => id !== ruleId);
  ctx.store.memberships.update(member.id, { manual: member.manual || rules.length === 0, rules });
}

/** Notes in the groups of a user, who is about to be deleted, that their members change. */
export function touchGroups(ctx: JobContext, user: UserRow): void {
  for (const { groupId } of ctx.store.memberships.where('user', user.id)) bump(ctx, groupId);
}

/** The groups of a user, Everyone first. Of a large group that was just deleted, some memberships may still stand. */
export function groupsOf(ctx: Pick<ReadContext, 'store'>, userId: string): GroupRow[] {
  const all = everyone(ctx);
  const groups = ctx.store.memberships
    .where('user', userId)
    .flatMap(({ groupId }) => ctx.store.groups.get(groupId) ?? []);
  return all ? [all, ...groups] : groups;
}
