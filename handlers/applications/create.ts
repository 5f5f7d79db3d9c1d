import type { Context, ReadContext } from '../../contract/context.js';
import { invalid } from '../../contract/errors.js';
import { type Members, objectOf } from '../../contract/given.js';
import { type HandlersOf, waiting } from '../../contract/operations.js';
import { isTemplate } from '../../objects/applications/catalogue.js';
import { makeAppRow } from '../../objects/applications/make.js';
import { appShown, appTarget } from '../../objects/applications/view.js';
import { type CertifiedKey, makeSigningKey } from '../../objects/keys/signing-key.js';
import type { AppRow } from '../../store/rows/applications.js';
import { type GivenApp, type Kind, kindOf, readApp } from './given.js';
import { needsSecret, newSecret } from './given-client.js';
import { signingFor } from './signing.js';

const given = (body: unknown): Members => objectOf(body) ?? {};

/** A custom app's name: the org's, the label's letters and digits, and a number that makes it the only one. */
export function customName(ctx: Pick<ReadContext, 'store'>, label: string): string {
  const { subdomain } = ctx.store.org.all()[0] ?? { subdomain: 'org' };
  const stem = `${subdomain}_${label.toLowerCase().replace(/[^a-z0-9]/g, '')}`;
  let n = 1;
  while (ctx.store.apps.count('name', `${stem}_${n}`) > 0) n += 1;
  return `${stem}_${n}`;
}

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

/** The links of a new app: those of its entry, or one of its own. */
function linksFor(ctx: Context, name: string, { entry }: Kind): Readonly<Record<string, string>> {
  const links = entry?.links ?? {};
  return Object.keys(links).length > 0 ? links : { [`${name}_link`]: ctx.ids.next('aln') };
}

const linkNames = (name: string | undefined, { entry }: Kind): string[] => {
  const names = Object.keys(entry?.links ?? {});
  return names.length > 0 || name === undefined ? names : [`${name}_link`];
};

/** The secret of a new client: the one that was given, or one that is made; none where it signs in otherwise. */
function keepSecret(ctx: Context, app: AppRow, secret: string | undefined): string | undefined {
  const { oauthClient } = app.credentials;
  if (!oauthClient || !needsSecret(oauthClient)) return undefined;
  const now = ctx.now();
  const value = secret ?? newSecret(ctx);
  ctx.store.clientSecrets.insert({ appId: app.id, status: 'ACTIVE', secret: value, created: now, lastUpdated: now });
  return value;
}

function insert(ctx: Context, kind: Kind, read: GivenApp, active: boolean, key: CertifiedKey | undefined): AppRow {
  const name = kind.name ?? customName(ctx, read.label);
  const linkIds = linksFor(ctx, name, kind);
  const { client, credentials, visibility, ...rest } = read;
  const id = ctx.ids.next('0oa');
  const { kid, keep } = signingFor(ctx, id, kind.signOnMode, key);
  const app = makeAppRow(ctx, {
    ...rest,
    id,
    name,
    status: active ? 'ACTIVE' : 'INACTIVE',
    signOnMode: kind.signOnMode,
    visibility: {
      ...visibility,
      appLinks: Object.fromEntries(Object.keys(linkIds).map((link) => [link, visibility.appLinks[link] ?? true])),
    },
    features: [],
    credentials: {
      ...credentials,
      signing: kid === undefined ? {} : { kid },
      ...(client ? { oauthClient: { ...client.client, client_id: client.client.client_id ?? id } } : {}),
    },
    linkIds,
    logo: null,
    system: false,
  });
  keep();
  return app;
}

const isOn = (query: { readonly activate?: boolean }): boolean => query.activate !== false;

/** The creation of an app. */
export const createApp = {
  createApplication: waiting<'createApplication', CertifiedKey | undefined>({
    prepare({ body }, ctx) {
      // Each SAML 2.0 app has a key of its own; the others share the org's.
      if (kindOf(given(body)).signOnMode !== 'SAML_2_0') return undefined;
      const { subdomain } = ctx.store.org.all()[0] ?? { subdomain: 'org' };
      return makeSigningKey({ subdomain, created: ctx.clock.now() });
    },
    act({ query, body }, ctx, key) {
      const kind = kindOf(given(body));
      const read = readApp(ctx, given(body), kind, linkNames(kind.name, kind));
      refuseTakenLabel(ctx, kind, read.label);
      const app = insert(ctx, kind, read, isOn(query), key);
      const secret = keepSecret(ctx, app, read.client?.secret);
      ctx.log('application.lifecycle.create', [appTarget(app)]);
      if (read.client) ctx.log('app.oauth2.client.lifecycle.create', [appTarget(app)]);
      if (isOn(query)) ctx.log('application.lifecycle.activate', [appTarget(app)]);
      return appShown(app, ctx.links, secret);
    },
  }),
} satisfies Partial<HandlersOf<'Application'>>;
