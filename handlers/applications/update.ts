import type { Context, ReadContext } from '../../contract/context.js';
import { forbidden, invalid, OktaError } from '../../contract/errors.js';
import { type Members, objectOf } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import { clientMethod, hasSecret } from '../../objects/applications/client-method.js';
import { retireName } from '../../objects/applications/custom-name.js';
import { turnAppUsersJob } from '../../objects/applications/jobs.js';
import { type GivenApp, readApp } from '../../objects/applications/reading/app.js';
import { newSecret } from '../../objects/applications/reading/client.js';
import { kindAfter } from '../../objects/applications/reading/kind.js';
import { partIn, wordIn } from '../../objects/applications/reading/members.js';
import { orgKid } from '../../objects/applications/signing.js';
import { appShown, appTarget } from '../../objects/applications/view.js';
import { releaseFile } from '../../objects/files/keep.js';
import { beginJob, sliceBudget } from '../../objects/job.js';
import { removeWithReferences } from '../../objects/removal.js';
import { unassignNarrowedTo } from '../../objects/roles/narrowed.js';
import type { ClientSecretRow } from '../../store/rows/app-credentials.js';
import type { AppRow } from '../../store/rows/applications.js';
import { refuseTakenLabel } from './create.js';

/** The app, if it is one of the org's own. @throws OktaError 404, 403 for those that come with every org */
function ownApp(ctx: ReadContext, appId: string): AppRow {
  const app = ctx.store.apps.require(appId);
  if (app.system) throw forbidden();
  return app;
}

/** The key that is to sign: one of the app's, or the one it has. @throws OktaError 400 */
function signingAfter(ctx: ReadContext, app: AppRow, given: Members): AppRow['credentials']['signing'] {
  const kid = wordIn(partIn(partIn(given, 'credentials'), 'signing'), 'kid');
  if (kid === undefined || kid === app.credentials.signing.kid) return app.credentials.signing;
  if (ctx.store.appKeys.by('pair', `${app.id} ${kid}`) || (app.signOnMode !== null && kid === orgKid(ctx)))
    return { kid };
  throw invalid('credentials.signing.kid', 'kid: The key is not one of the application.');
}

/** The secret that a client is to use: the newest that is active. */
const secretOf = (ctx: ReadContext, appId: string): ClientSecretRow | undefined =>
  ctx.store.clientSecrets.where('app', appId).findLast(({ status }) => status === 'ACTIVE');

/** Keeps a secret that was given, or makes one where the client needs one now. @returns the one to show */
function secretAfter(ctx: Context, app: AppRow, given: string | undefined): string | undefined {
  if (!hasSecret(app)) return undefined;
  const before = secretOf(ctx, app.id);
  const now = ctx.now();
  if (!before) {
    const secret = given ?? newSecret(ctx);
    ctx.store.clientSecrets.insert({ appId: app.id, status: 'ACTIVE', secret, created: now, lastUpdated: now });
    return secret;
  }
  if (given !== undefined && given !== before.secret) {
    ctx.store.clientSecrets.update(before.id, { secret: given, lastUpdated: now });
  }
  return given ?? before.secret;
}

function changed(ctx: Context, app: AppRow, given: Members, read: GivenApp, signOnMode: string | null): AppRow {
  const { client, credentials, visibility, label, accessibility, licensing, settings, profile } = read;
  const { oauthClient } = app.credentials;
  const { id, profile: _, ...kept } = app;
  return ctx.store.apps.replace(id, {
    ...kept,
    ...(profile ? { profile } : {}),
    ...(licensing ? { licensing } : {}),
    label,
    accessibility,
    settings,
    visibility,
    signOnMode,
    credentials: {
      ...credentials,
      signing: signingAfter(ctx, app, given),
      ...(client && oauthClient ? { oauthClient: { ...client.client, client_id: oauthClient.client_id } } : {}),
    },
    lastUpdated: ctx.now(),
  });
}

function turn(ctx: Context, appId: string, status: AppRow['status']): Record<string, never> {
  const before = ownApp(ctx, appId);
  if (before.status === status) return {};
  const app = ctx.store.apps.update(appId, { status, lastUpdated: ctx.now() });
  const verb = status === 'ACTIVE' ? 'activate' : 'deactivate';
  ctx.log(`application.lifecycle.${verb}`, [appTarget(app)]);
  if (clientMethod(app)) ctx.log(`app.oauth2.client.lifecycle.${verb}`, [appTarget(app)]);
  beginJob(ctx, turnAppUsersJob, app.id);
  return {};
}

/** What changes apps and takes them away (facts: apps §5). */
export const changeApp = {
  updateApplication({ params, body }, ctx) {
    const before = ownApp(ctx, params.appId);
    const given = objectOf(body) ?? {};
    const kind = kindAfter(before, given);
    const read = readApp(ctx, given, kind, Object.keys(before.linkIds), before);
    refuseTakenLabel(ctx, kind, read.label, before);
    const app = changed(ctx, before, given, read, kind.signOnMode);
    const secret = secretAfter(ctx, app, read.client?.secret);
    ctx.log('application.lifecycle.update', [appTarget(app)]);
    if (clientMethod(app)) ctx.log('app.oauth2.client.lifecycle.update', [appTarget(app)]);
    return appShown(app, ctx.links, secret);
  },

  deleteApplication({ params }, ctx) {
    const app = ownApp(ctx, params.appId);
    if (app.status === 'ACTIVE') {
      throw new OktaError('E0000056', { causes: ['The application must be deactivated before deletion.'] });
    }
    const budget = sliceBudget();
    unassignNarrowedTo(ctx, 'app', app.id, budget);
    removeWithReferences(ctx, 'apps', app.id, { budget });
    retireName(ctx, app);
    releaseFile(ctx, app.logo ?? undefined);
    ctx.log('application.lifecycle.delete', [appTarget(app)]);
    if (clientMethod(app)) ctx.log('app.oauth2.client.lifecycle.delete', [appTarget(app)]);
  },

  activateApplication: ({ params }, ctx) => turn(ctx, params.appId, 'ACTIVE'),

  deactivateApplication: ({ params }, ctx) => turn(ctx, params.appId, 'INACTIVE'),
} satisfies Partial<HandlersOf<'Application'>>;
