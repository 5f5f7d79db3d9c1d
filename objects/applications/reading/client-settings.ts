import type { ReadContext } from '../../../contract/context.js';
import { type Fault, type Members, missing, oneOf, refuseAll } from '../../../contract/given.js';
import type { AppRow } from '../../../store/rows/applications.js';
import type { Json, JsonObject } from '../../../store/rows/common.js';
import { hasIssuerName } from '../../domains/issuers.js';
import { choiceIn, countIn, flagIn, hasPart, partIn, partsIn, textIn, textsIn, wordIn } from './members.js';
import { isUrl } from './sign-on.js';

/** What an app is read in: a seed is checked before there is an org. */
export type ClientReading = Pick<ReadContext, 'ids'> & Partial<Pick<ReadContext, 'store'>>;

/** Whose name tokens are issued in where nobody says (facts: apps §4). */
const defaultIssuer = ({ store }: ClientReading) => (store && hasIssuerName({ store }) ? 'CUSTOM_URL' : 'ORG_URL');

const TYPES = ['web', 'native', 'browser', 'service'] as const;
const URN = 'urn:ietf:params:oauth:grant-type:';
const GRANTS = [
  'authorization_code',
  'implicit',
  'password',
  'refresh_token',
  'client_credentials',
  'interaction_code',
  `${URN}saml2-bearer`,
  `${URN}device_code`,
  `${URN}token-exchange`,
  `${URN}jwt-bearer`,
  'urn:openid:params:grant-type:ciba',
  'urn:okta:params:oauth:grant-type:otp',
  'urn:okta:params:oauth:grant-type:oob',
  'http://auth0.com/oauth/grant-type/mfa-otp',
  'http://auth0.com/oauth/grant-type/mfa-oob',
];
const RESPONSES = ['code', 'token', 'id_token'];

/** One wildcard may stand for the lowest label of an https host, where the app allows it. */
const withoutWildcard = (uri: string): string => uri.replace(/^(https:\/\/[^./?#]*)\*([^.*/?#]*\.)/i, '$1x$2');

const isRedirect = (uri: string, wildcard: boolean): boolean => {
  const plain = wildcard ? withoutWildcard(uri) : uri;
  return /^[a-z][a-z0-9+.-]*:\S+$/i.test(plain) && !/[#*]/.test(plain);
};

function uriFaults(given: Members, grants: readonly string[], wildcard: boolean): Fault[] {
  const uris = textsIn(given, 'redirect_uris') ?? [];
  const redirects = grants.includes('authorization_code') || grants.includes('implicit');
  const free = grants.includes('password') || !redirects;
  const pages = ['client_uri', 'logo_uri', 'policy_uri', 'tos_uri', 'initiate_login_uri'];
  const others = [...pages, 'jwks_uri', 'frontchannel_logout_uri'];
  return [
    ...(uris.length > 0 || free ? [] : missing('redirect_uris', undefined)),
    ...uris.flatMap((uri): Fault[] =>
      isRedirect(uri, wildcard) ? [] : [['redirect_uris', `redirect_uris: '${uri}' is not a valid redirect URI.`]],
    ),
    ...others.flatMap((name): Fault[] => {
      const uri = wordIn(given, name);
      return uri === undefined || isUrl(uri) ? [] : [[name, `${name}: '${name}' is not a valid URI.`]];
    }),
    ...(textsIn(given, 'post_logout_redirect_uris') ?? []).flatMap((uri): Fault[] =>
      isRedirect(uri, wildcard)
        ? []
        : [['post_logout_redirect_uris', `post_logout_redirect_uris: '${uri}' is not a valid redirect URI.`]],
    ),
  ];
}

/** Which answers a client needs for what it may ask with (facts: apps §4). */
function flowFaults(grants: readonly string[], responses: readonly string[]): Fault[] {
  const needs = (what: string, grant: string): Fault => [
    'response_types',
    `response_types: 'response_types' must include ${what} when 'grant_types' includes '${grant}'.`,
  ];
  const hasToken = responses.includes('token') || responses.includes('id_token');
  return [
    ...grants.flatMap((grant) => oneOf('grant_types', grant, GRANTS)),
    ...responses.flatMap((response) => oneOf('response_types', response, RESPONSES)),
    ...(grants.includes('authorization_code') && !responses.includes('code')
      ? [needs("'code'", 'authorization_code')]
      : []),
    ...(grants.includes('implicit') && !hasToken ? [needs("'token' or 'id_token'", 'implicit')] : []),
  ];
}

/** The public keys of a client: those that it had keep their ids. @throws OktaError 400 */
function readJwks(ctx: Pick<ReadContext, 'ids'>, given: Members, before: JsonObject | undefined): JsonObject {
  const keys = partsIn(given, 'keys') ?? [];
  const known = new Map(
    ((before?.keys as readonly JsonObject[] | undefined) ?? []).map((key) => [key.kid, key.id] as const),
  );
  const kids = keys.map((key) => wordIn(key, 'kid'));
  const say = (what: string): Fault => ['jwks', `jwks: ${what}`];
  refuseAll([
    ...keys.flatMap((key) => {
      const kty = textIn(key, 'kty');
      const parts = kty === 'RSA' ? ['e', 'n'] : kty === 'EC' ? ['x', 'y'] : undefined;
      if (!parts) return [say("'kty' must be one of the following: [RSA, EC].")];
      return parts.flatMap((part) => (wordIn(key, part) === undefined ? [say(`'${part}' is missing.`)] : []));
    }),
    ...(keys.length > 1 && kids.includes(undefined) ? [say("'kid' is missing.")] : []),
    ...(new Set(kids).size < kids.length ? [say("'kid' must be unique.")] : []),
  ]);
  return { keys: keys.map((key) => shownKey(key, known.get(textIn(key, 'kid') ?? null), ctx)) };
}

function shownKey(key: Members, id: Json | undefined, ctx: Pick<ReadContext, 'ids'>): JsonObject {
  const isRsa = key.kty === 'RSA';
  const text = (name: string): Json => wordIn(key, name) ?? null;
  const alg = wordIn(key, 'alg');
  return {
    kty: text('kty'),
    id: id ?? ctx.ids.next('pks'),
    status: choiceIn(key, 'status', ['ACTIVE', 'INACTIVE'] as const) ?? 'ACTIVE',
    kid: text('kid'),
    use: text('use'),
    ...(alg === undefined ? {} : { alg }),
    ...(isRsa ? { e: text('e'), n: text('n') } : { x: text('x'), y: text('y'), crv: text('crv') }),
  };
}

/** How long refresh tokens live. @throws OktaError 400 */
function refreshToken(given: Members, type: string): JsonObject {
  const part = partIn(given, 'refresh_token');
  const rotation = choiceIn(part, 'rotation_type', ['STATIC', 'ROTATE'] as const);
  const leeway = countIn(part, 'leeway') ?? 30;
  refuseAll([
    ...(hasPart(given, 'refresh_token') ? missing('rotation_type', rotation) : []),
    ...(leeway < 0 || leeway > 60 ? ([['leeway', "leeway: 'leeway' must be between 0 and 60."]] as Fault[]) : []),
  ]);
  const rotationType = rotation ?? (type === 'browser' ? 'ROTATE' : 'STATIC');
  return rotationType === 'STATIC' ? { rotation_type: rotationType } : { rotation_type: rotationType, leeway };
}

/** Whether the app can be opened from Okta. @throws OktaError 400 */
function idpLogin(given: Members, grants: readonly string[]): JsonObject {
  const part = partIn(given, 'idp_initiated_login');
  const mode = choiceIn(part, 'mode', ['DISABLED', 'SPEC', 'OKTA'] as const) ?? 'DISABLED';
  const canRedirect = grants.includes('authorization_code') || grants.includes('implicit');
  if (mode !== 'DISABLED') {
    refuseAll([
      ...missing('initiate_login_uri', wordIn(given, 'initiate_login_uri')),
      ...(canRedirect
        ? []
        : ([
            ['idp_initiated_login', `idp_initiated_login: mode '${mode}' needs authorization_code or implicit.`],
          ] as Fault[])),
    ]);
  }
  return { mode, default_scope: textsIn(part, 'default_scope') ?? [] };
}

/** The kind of an OpenID Connect app. @throws OktaError 400 E0000003 */
export const applicationType = (given: Members): string => choiceIn(given, 'application_type', TYPES) ?? 'web';

const optional = (given: Members, ...names: string[]): JsonObject =>
  Object.fromEntries(
    names.flatMap((name) => {
      const uri = wordIn(given, name);
      return uri === undefined ? [] : [[name, uri]];
    }),
  );

/** What of a client's settings must fit together. */
interface Flow {
  readonly grants: readonly string[];
  readonly responses: readonly string[];
  readonly wildcard: boolean;
  readonly method: string;
  readonly hasKeys: boolean;
}

/** @throws OktaError 400 E0000001 with a cause for each fault */
function checkClient(given: Members, { grants, responses, wildcard, method, hasKeys }: Flow): void {
  const say = "jwks: 'jwks' or 'jwks_uri' is needed when 'token_endpoint_auth_method' is 'private_key_jwt'.";
  const needsKeys = method === 'private_key_jwt' && !hasKeys && wordIn(given, 'jwks_uri') === undefined;
  refuseAll([
    ...flowFaults(grants, responses),
    ...uriFaults(given, grants, wildcard),
    ...(needsKeys ? ([['jwks', say]] as Fault[]) : []),
  ]);
}

/**
 * The settings of an OpenID Connect app, in the recorded order (facts: apps §4).
 * @throws OktaError 400
 */
export function readClientSettings(
  ctx: ClientReading,
  given: Members,
  method: string,
  before: AppRow | undefined,
): JsonObject {
  const type = applicationType(given);
  const grants = textsIn(given, 'grant_types') ?? [type === 'service' ? 'client_credentials' : 'authorization_code'];
  const fallback = grants.includes('authorization_code') ? ['code'] : type === 'service' ? ['token'] : [];
  const responses = textsIn(given, 'response_types') ?? fallback;
  const wildcard = choiceIn(given, 'wildcard_redirect', ['DISABLED', 'SUBDOMAIN'] as const) ?? 'DISABLED';
  const hasKeys = hasPart(given, 'jwks') && (partsIn(partIn(given, 'jwks'), 'keys') ?? []).length > 0;
  const logoutUris = textsIn(given, 'post_logout_redirect_uris');
  const sessionNeeded = flagIn(given, 'frontchannel_logout_session_required');
  checkClient(given, { grants, responses, wildcard: wildcard === 'SUBDOMAIN', method, hasKeys });
  const jwksBefore = before?.settings.oauthClient?.jwks as JsonObject | undefined;
  return {
    client_uri: wordIn(given, 'client_uri') ?? null,
    logo_uri: wordIn(given, 'logo_uri') ?? null,
    ...optional(given, 'policy_uri', 'tos_uri', 'initiate_login_uri'),
    redirect_uris: textsIn(given, 'redirect_uris') ?? [],
    ...(logoutUris && logoutUris.length > 0 ? { post_logout_redirect_uris: logoutUris } : {}),
    response_types: responses,
    grant_types: grants,
    ...optional(given, 'jwks_uri'),
    ...(hasKeys ? { jwks: readJwks(ctx, partIn(given, 'jwks'), jwksBefore) } : {}),
    application_type: type,
    consent_method: choiceIn(given, 'consent_method', ['TRUSTED', 'REQUIRED'] as const) ?? 'TRUSTED',
    issuer_mode: choiceIn(given, 'issuer_mode', ['ORG_URL', 'CUSTOM_URL', 'DYNAMIC'] as const) ?? defaultIssuer(ctx),
    ...(grants.includes('refresh_token') ? { refresh_token: refreshToken(given, type) } : {}),
    idp_initiated_login: idpLogin(given, grants),
    wildcard_redirect: wildcard,
    dpop_bound_access_tokens: flagIn(given, 'dpop_bound_access_tokens') ?? false,
    participate_slo: flagIn(given, 'participate_slo') ?? false,
    ...optional(given, 'frontchannel_logout_uri'),
    ...(sessionNeeded === undefined ? {} : { frontchannel_logout_session_required: sessionNeeded }),
  };
}
