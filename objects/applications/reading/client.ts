import type { ReadContext } from '../../../contract/context.js';
import { invalid } from '../../../contract/errors.js';
import { type Fault, type Members, oneOf, refuseAll } from '../../../contract/given.js';
import type { AppClient } from '../../../store/rows/applications.js';
import { flagIn, wordIn } from './members.js';

const METHODS = ['none', 'client_secret_post', 'client_secret_basic', 'client_secret_jwt', 'private_key_jwt'];
const CLIENT_ID = /^[A-Za-z0-9$\-_.+!*'(),]{6,100}$/;
const PRINTABLE = /^[\x20-\x7e]*$/;
const SECRET_LENGTH = 64;

/** Why a secret is refused, in Okta's words (facts: apps §8); none where it may be used. */
function secretFaults(secret: string | undefined, method: string): Fault[] {
  if (secret === undefined) return [];
  const field = 'client_secret';
  const least = method === 'client_secret_jwt' ? 32 : 14;
  const when = least === 32 ? " when 'token_endpoint_auth_method' is 'client_secret_jwt'" : '';
  if (secret.length > 100) return [[field, `${field}: 'client_secret' cannot be more than '100' characters long.`]];
  if (secret.length < least) {
    return [[field, `${field}: 'client_secret' must be at least '${least}' characters long${when}.`]];
  }
  const say = `${field}: ''client_secret'' must only contain printable ASCII: [x20-x7E]+`;
  return PRINTABLE.test(secret) ? [] : [[field, say]];
}

/** A client as a request gives it, and the secret that comes with it. */
export interface GivenClient {
  readonly client: Omit<AppClient, 'client_id'> & { readonly client_id: string | undefined };
  readonly secret: string | undefined;
}

/** The client of an OpenID Connect app (facts: apps §4). @throws OktaError 400 E0000001, E0000003 */
export function readClient(given: Members, type: string, before: AppClient | undefined): GivenClient {
  const clientId = wordIn(given, 'client_id');
  const secret = wordIn(given, 'client_secret');
  const method = wordIn(given, 'token_endpoint_auth_method') ?? 'client_secret_basic';
  const isPublic = type === 'browser' || type === 'native' || (method === 'none' && type !== 'service');
  const pkce = flagIn(given, 'pkce_required') ?? isPublic;
  refuseAll([
    ...oneOf('token_endpoint_auth_method', method, METHODS),
    ...(clientId === undefined || (CLIENT_ID.test(clientId) && clientId !== 'ALL_CLIENTS')
      ? []
      : ([['client_id', "client_id: 'client_id' has 6 to 100 letters, digits and signs of $-_.+!*'(),"]] as Fault[])),
    ...secretFaults(secret, method),
    ...(pkce || method !== 'none' || type === 'service'
      ? []
      : ([
          ['pkce_required', "pkce_required: 'pkce_required' must be true when 'token_endpoint_auth_method' is 'none'."],
        ] as Fault[])),
  ]);
  if (before && clientId !== undefined && clientId !== before.client_id) {
    throw invalid('client_id', "client_id: 'client_id' cannot be changed.");
  }
  return {
    client: {
      autoKeyRotation: flagIn(given, 'autoKeyRotation') ?? true,
      client_id: clientId,
      token_endpoint_auth_method: method,
      pkce_required: pkce,
    },
    secret,
  };
}

/** A new secret, as long as those that Okta makes. */
export const newSecret = ({ ids }: Pick<ReadContext, 'ids'>): string => ids.secret(SECRET_LENGTH);
