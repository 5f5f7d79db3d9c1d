import type { Context, ReadContext } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import { type Members, objectOf } from '../../contract/given.js';
import { type HandlersOf, waiting } from '../../contract/operations.js';
import { isTemplate } from '../../objects/applications/catalogue.js';
import { clientMethod, hasSecret } from '../../objects/applications/client-method.js';
import { linkNames, makeApp } from '../../objects/applications/make.js';
import { type GivenApp, readApp } from '../../objects/applications/reading/app.js';
import { newSecret } from '../../objects/applications/reading/client.js';
import { type Kind, kindOf } from '../../objects/applications/reading/kind.js';
import { hasOwnKey } from '../../objects/applications/signing.js';
import { appShown, appTarget } from '../../objects/applications/view.js';
import { newKid } from '../../objects/keys/jwks.js';
import { type CertifiedKey, makeSigningKey } from '../../objects/keys/signing-key.js';
import type { AppRow } from '../../store/rows/applications.js';

const given = (body: unknown): Members => objectOf(body) ?? {};

/** Apps of the integration network are told apart by their labels (facts: apps §2). @throws OktaError 400 */
export function refuseTakenLabel(ctx: ReadContext, { name, entry }: Kind, label: string, own?: AppRow): void {
  if (name === undefined || !entry || isTemplate(name)) return;
  const isTaken = ctx.store.apps
    .where('name', name)
    .some((app) => app.label === label && app.status === 'ACTIVE' && app.id !== own?.id);
  if (!isTaken) return;
  const say = `label: An active ${entry.displayName} instance with the label "${label}" already exists.`;
  throw invalid('label', say);
}

/** The secret of a new client: the one that was given, or one that is made; none where it signs in otherwise. */
function keepSecret(ctx: Context, app: AppRow, secret: string | undefined): string | undefined {
  if (!hasSecret(app)) return undefined;
  const now = ctx.now();
  const value = secret ?? newSecret(ctx);
  ctx.store.clientSecrets.insert({ appId: app.id, status: 'ACTIVE', secret: value, created: now, lastUpdated: now });
  return value;
}

/** An app with its key, where it has one of its own. */
function make(ctx: Context, kind: Kind, read: GivenApp, isOn: boolean, key: CertifiedKey | undefined): AppRow {
  const status = isOn ? 'ACTIVE' : 'INACTIVE';
  if (!key) return makeApp(ctx, kind, read, { status });
  const kid = newKid(ctx.ids);
  const app = makeApp(ctx, kind, read, { status, kid });
  const { privateJwk, x5c, x5tS256, expiresAt } = key;
  const dates = { created: app.created, lastUpdated: app.created, expiresAt };
  ctx.store.appKeys.insert({ appId: app.id, kid, ...dates, privateJwk: { ...privateJwk }, x5c, x5tS256 });
  return app;
}

/** The creation of an app. */
export const createApp = {
  createApplication: waiting<'createApplication', CertifiedKey | undefined>({
    prepare({ body }, ctx) {
      if (!hasOwnKey(kindOf(given(body)).signOnMode)) return undefined;
      const { subdomain } = ctx.store.org.all()[0] ?? { subdomain: 'org' };
      return makeSigningKey({ subdomain, created: ctx.clock.now() });
    },
    act({ query, body }, ctx, key) {
      const kind = kindOf(given(body));
      const read = readApp(ctx, given(body), kind, linkNames(kind, given(body)));
      refuseTakenLabel(ctx, kind, read.label);
      const isOn = query.activate !== false;
      const app = make(ctx, kind, read, isOn, key);
      const secret = keepSecret(ctx, app, read.client?.secret);
      ctx.log('application.lifecycle.create', [appTarget(app)]);
      if (clientMethod(app)) ctx.log('app.oauth2.client.lifecycle.create', [appTarget(app)]);
      if (isOn) ctx.log('application.lifecycle.activate', [appTarget(app)]);
      return appShown(app, ctx.links, secret);
    },
  }),
} satisfies Partial<HandlersOf<'Application'>>;
