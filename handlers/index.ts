import type { Context, ReadContext } from '../contract/context.js';
import type { Neighbour } from '../contract/neighbours.js';
import type { HandlersOf } from '../contract/operations.js';
import type { OperationId, ResourceGroup } from '../contract/routes.js';

/** A handler as the edge calls it, its types erased: the registry below is where they are checked. */
export type ErasedHandler =
  | ((call: unknown, ctx: Context) => unknown)
  | {
      prepare(call: unknown, ctx: ReadContext): unknown;
      act(call: unknown, ctx: Context, prepared: unknown): unknown;
    };

type Group = Readonly<Partial<Record<OperationId, ErasedHandler>>>;

/** One module for each resource group, loaded when the group is first called: start-up does not grow with them. */
const registry = {
  User: async () => (await import('./users/index.js')).users,
  Group: async () => (await import('./groups/index.js')).groups,
  UserType: async () => (await import('./user-types/index.js')).userTypes,
  UserSchema: async () => (await import('./schemas/index.js')).userSchemas,
  GroupSchema: async () => (await import('./schemas/index.js')).groupSchemas,
  LinkedObject: async () => (await import('./linked-objects/index.js')).linkedObjects,
  IdentityProvider: async () => (await import('./identity-providers/index.js')).identityProviders,
  Brand: async () => (await import('./brands/index.js')).brands,
  Domain: async () => (await import('./domains/index.js')).domains,
  AuthorizationServer: async () => (await import('./authorization-servers/index.js')).authorizationServers,
  Application: async () => (await import('./applications/index.js')).applications,
  Org: async () => (await import('./org/index.js')).org,
  ProfileMapping: async () => (await import('./profile-mappings/index.js')).profileMappings,
  Subscription: async () => (await import('./subscriptions/index.js')).subscriptions,
  Template: async () => (await import('./sms-templates/index.js')).smsTemplates,
  ThreatInsight: async () => (await import('./threat-insight/index.js')).threatInsight,
  Feature: async () => (await import('./features/index.js')).features,
  TrustedOrigin: async () => (await import('./trusted-origins/index.js')).trustedOrigins,
  NetworkZone: async () => (await import('./zones/index.js')).zones,
  EventHook: async () => (await import('./event-hooks/index.js')).eventHooks,
  InlineHook: async () => (await import('./inline-hooks/index.js')).inlineHooks,
  Policy: async () => (await import('./policies/index.js')).policies,
  UserFactor: async () => (await import('./factors/index.js')).factors,
  Session: async () => (await import('./sessions/index.js')).sessions,
  Authenticator: async () => (await import('./authenticators/index.js')).authenticators,
  Log: async () => (await import('./logs/index.js')).logs,
} satisfies { [G in ResourceGroup]: () => Promise<HandlersOf<G>> };

const loaded = new Map<ResourceGroup, Group>();

/** The group's handlers when they are loaded already. */
export const loadedHandlers = (group: ResourceGroup): Group | undefined => loaded.get(group);

/** Loads the group's handlers. */
export async function handlersOf(group: ResourceGroup): Promise<Group> {
  const known = loaded.get(group);
  if (known) return known;
  const handlers = (await registry[group]()) as Group;
  loaded.set(group, handlers);
  return handlers;
}

/** The paths beside the API, loaded when the first request asks for one that no operation has. */
export const neighbourList = async (): Promise<readonly Neighbour[]> =>
  (await import('./neighbours/index.js')).neighbours;

/** Loads every group, so that no later request pays for it. */
export async function warmHandlers(): Promise<void> {
  for (const group of Object.keys(registry) as ResourceGroup[]) await handlersOf(group);
}
