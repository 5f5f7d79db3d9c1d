import type { Context } from '../../contract/context.js';
import type { NeighbourCall } from '../../contract/neighbours.js';
import { statsOf } from '../../objects/groups/stats.js';

/** Where the `self` of a group's numbers leads; newer than the contract (facts: reports). */
export const getGroupStats = ({ params }: NeighbourCall, ctx: Context): object =>
  statsOf(ctx, ctx.store.groups.require(params.groupId ?? ''));
