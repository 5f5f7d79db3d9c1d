import type { HandlersOf } from '../../contract/operations.js';
import { claims } from './claims.js';
import { clients } from './clients.js';
import { keys } from './keys.js';
import { policies } from './policies.js';
import { rules } from './rules.js';
import { scopes } from './scopes.js';
import { servers } from './servers.js';

/** The operations of the AuthorizationServer group (facts: authorization-server). */
export const authorizationServers = {
  ...servers,
  ...scopes,
  ...claims,
  ...policies,
  ...rules,
  ...keys,
  ...clients,
} satisfies HandlersOf<'AuthorizationServer'>;
