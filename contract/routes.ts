import type { routes } from '../generated/routes.js';
import type { components } from '../generated/schema.js';

/** The contract's models by name. */
export type Schemas = components['schemas'];
export type Route = (typeof routes)[number];
export type OperationId = Route['operationId'];

/** A resource group: a tag of the contract. */
export type ResourceGroup = Route['group'];
export type OperationsOf<G extends ResourceGroup> = Extract<Route, { group: G }>['operationId'];
