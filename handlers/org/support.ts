import type { Context, ReadContext } from '../../contract/context.js';
import type { EventTypeName } from '../../contract/event-table.js';
import type { HandlersOf } from '../../contract/operations.js';
import { userTarget } from '../../objects/logs/targets.js';
import { theOrg } from '../../objects/org/find.js';
import { supportShown } from '../../objects/org/view.js';

const HOUR = 3_600_000;

/** How long a grant lasts, and how much longer with each extension (facts: org, oktaSupport). */
const GRANTED = 8 * HOUR;
const EXTENDED = 24 * HOUR;

/** Until when support may look into the org; undefined where it may not, or no longer. */
function until(ctx: ReadContext): string | undefined {
  const { supportUntil } = theOrg(ctx);
  return supportUntil !== undefined && Date.parse(supportUntil) > ctx.clock.now() ? supportUntil : undefined;
}

/** @param at milliseconds since 1970 */
function set(ctx: Context, at: number, event: EventTypeName) {
  ctx.store.org.update(theOrg(ctx).id, { supportUntil: ctx.clock.timestamp(at) });
  const admin = ctx.store.users.get(ctx.caller.userId);
  ctx.log(event, admin ? [userTarget(admin)] : []);
  return supportShown(until(ctx), ctx.links);
}

/** Okta's support in the org. What changes nothing is answered with what is (inferred). */
export const oktaSupport = {
  getOrgOktaSupportSettings: (_, ctx) => supportShown(until(ctx), ctx.links),

  grantOktaSupport(_, ctx) {
    const open = until(ctx);
    if (open !== undefined) return supportShown(open, ctx.links);
    return set(ctx, ctx.clock.now() + GRANTED, 'user.session.impersonation.grant');
  },

  extendOktaSupport(_, ctx) {
    const open = until(ctx);
    if (open === undefined) return supportShown(open, ctx.links);
    return set(ctx, Date.parse(open) + EXTENDED, 'user.session.impersonation.extend');
  },

  revokeOktaSupport(_, ctx) {
    if (until(ctx) === undefined) return supportShown(undefined, ctx.links);
    return set(ctx, ctx.clock.now(), 'user.session.impersonation.revoke');
  },
} satisfies Partial<HandlersOf<'Org'>>;
