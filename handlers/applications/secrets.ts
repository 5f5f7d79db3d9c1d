import type { Context, ReadContext } from '../../contract/context.js';
import { invalid, notFound } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { list, reply, show } from '../../contract/reply.js';
import { clientMethod } from '../../objects/applications/client-method.js';
import { secretView } from '../../objects/applications/secrets.js';
import { appTarget } from '../../objects/applications/view.js';
import { target } from '../../objects/logs/targets.js';
import type { ClientSecretRow } from '../../store/rows/app-credentials.js';
import type { AppRow } from '../../store/rows/applications.js';

const MOST = 2;
const GENERATED = 64;
const LONGEST = 100;
const SHORTEST = 14;
/** The secret is the key of an HMAC there (facts: apps §8). */
const SHORTEST_JWT = 32;

const OBJECT = 'OAuth2ClientSecretMediated';
const WITHOUT_SECRET: readonly string[] = ['private_key_jwt', 'none'];

/** @throws OktaError 400 E0000001 for a text that is no secret of such a client */
function checkSecret(secret: string, method: string): void {
  const refuse = (what: string): never => {
    throw invalid('client_secret', `client_secret: ${what}`);
  };
  if (secret.length > LONGEST) refuse(`'client_secret' cannot be more than '${LONGEST}' characters long.`);
  if (secret.length < SHORTEST) refuse(`'client_secret' must be at least '${SHORTEST}' characters long.`);
  if (method === 'client_secret_jwt' && secret.length < SHORTEST_JWT) {
    const when = "when 'token_endpoint_auth_method' is 'client_secret_jwt'.";
    refuse(`'client_secret' must be at least '${SHORTEST_JWT}' characters long ${when}`);
  }
  if (!/^[\x20-\x7e]+$/.test(secret)) refuse("''client_secret'' must only contain printable ASCII: [x20-x7E]+");
}

/** The app, and how its client proves who it is. @throws OktaError 404 E0000007, 400 E0000001 where it is no OIDC app */
function clientOf({ store }: Pick<ReadContext, 'store'>, appId: string): { app: AppRow; method: string } {
  const app = store.apps.require(appId);
  const method = clientMethod(app);
  if (!method) throw invalid(OBJECT, 'Only OpenID Connect applications have client secrets.');
  return { app, method };
}

function requireSecret({ store }: Pick<ReadContext, 'store'>, appId: string, secretId: string): ClientSecretRow {
  const app = store.apps.require(appId);
  const row = store.clientSecrets.get(secretId);
  if (row?.appId !== app.id) throw notFound(secretId, OBJECT);
  return row;
}

type SecretEvent = 'create' | 'delete' | 'activate' | 'deactivate';

/** Events name the app and the secret, which is never told. */
function logSecret(ctx: Context, event: SecretEvent, row: ClientSecretRow): void {
  const app = ctx.store.apps.require(row.appId);
  const secret = target(row.id, 'ClientSecret', 'unknown', `***${row.secret.slice(-4)}`);
  ctx.log(`app.oauth2.credentials.lifecycle.${event}`, [appTarget(app), secret]);
}

const listClientSecretsForApplication: Act<'listClientSecretsForApplication'> = ({ params }, ctx) =>
  list(secretView, ctx.store.clientSecrets.where('app', ctx.store.apps.require(params.appId).id));

const getClientSecretForApplication: Act<'getClientSecretForApplication'> = ({ params }, ctx) =>
  show(secretView, requireSecret(ctx, params.appId, params.secretId));

const createNewClientSecretForApplication: Act<'createNewClientSecretForApplication'> = ({ params, body }, ctx) => {
  const { app, method } = clientOf(ctx, params.appId);
  const given = body?.client_secret;
  if (WITHOUT_SECRET.includes(method)) {
    throw invalid(OBJECT, `'client_secret' cannot be used when 'token_endpoint_auth_method' is '${method}'.`);
  }
  if (typeof given === 'string') checkSecret(given, method);
  if (ctx.store.clientSecrets.count('app', app.id) >= MOST) {
    throw invalid(OBJECT, 'You have reached the maximum number of client secrets per client.');
  }
  const now = ctx.now();
  const secret = given ?? ctx.ids.secret(GENERATED);
  const row = ctx.store.clientSecrets.insert({
    appId: app.id,
    status: 'ACTIVE',
    secret,
    created: now,
    lastUpdated: now,
  });
  logSecret(ctx, 'create', row);
  return reply(show(secretView, row), { status: 201 });
};

const deleteClientSecretForApplication: Act<'deleteClientSecretForApplication'> = ({ params }, ctx) => {
  const row = requireSecret(ctx, params.appId, params.secretId);
  if (row.status === 'ACTIVE') {
    throw invalid(OBJECT, "You can't delete an active client secret. Deactivate the secret before deleting it.");
  }
  ctx.store.clientSecrets.remove(row.id);
  logSecret(ctx, 'delete', row);
};

function turn(ctx: Context, before: ClientSecretRow, status: ClientSecretRow['status']) {
  if (before.status === status) return show(secretView, before);
  const row = ctx.store.clientSecrets.update(before.id, { status, lastUpdated: ctx.now() });
  logSecret(ctx, status === 'ACTIVE' ? 'activate' : 'deactivate', row);
  return show(secretView, row);
}

const activateClientSecretForApplication: Act<'activateClientSecretForApplication'> = ({ params }, ctx) =>
  turn(ctx, requireSecret(ctx, params.appId, params.secretId), 'ACTIVE');

const deactivateClientSecretForApplication: Act<'deactivateClientSecretForApplication'> = ({ params }, ctx) => {
  const row = requireSecret(ctx, params.appId, params.secretId);
  const isActive = ({ status }: ClientSecretRow): boolean => status === 'ACTIVE';
  if (isActive(row) && ctx.store.clientSecrets.where('app', row.appId).filter(isActive).length === 1) {
    throw invalid(OBJECT, "You can't deactivate the only active client secret.");
  }
  return turn(ctx, row, 'INACTIVE');
};

/** The secrets of an OpenID Connect app's client: two at most, one of them active (facts: apps §8). */
export const clientSecrets = {
  listClientSecretsForApplication,
  getClientSecretForApplication,
  createNewClientSecretForApplication,
  deleteClientSecretForApplication,
  activateClientSecretForApplication,
  deactivateClientSecretForApplication,
};
