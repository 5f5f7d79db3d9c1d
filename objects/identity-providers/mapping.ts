import type { Context } from '../../contract/context.js';
import type { IdentityProviderRow } from '../../store/rows/identity-providers.js';
import type { MappedProperty } from '../../store/rows/profile-mappings.js';

type Properties = Readonly<Record<string, MappedProperty>>;

/** How a provider's users become users of the org while nobody says otherwise (facts: profile-mapping). */
const fromUser = {
  firstName: 'source.firstName',
  lastName: 'source.lastName',
  email: 'source.email',
  mobilePhone: 'source.mobilePhone',
  login: 'source.userName',
};

/** The same of a provider that tells claims of OpenID Connect. */
const fromClaims = {
  login: 'appuser.email',
  displayName: 'appuser.displayName',
  nickName: 'appuser.nickname',
  firstName: 'appuser.firstName',
  middleName: 'appuser.middleName',
  lastName: 'appuser.lastName',
  email: 'appuser.email',
  profileUrl: 'appuser.profile',
  timezone: 'appuser.zoneinfo == null ? "America/Los_Angeles" : appuser.zoneinfo',
  primaryPhone: 'appuser.phoneNumber',
  streetAddress: 'appuser.street_address',
  city: 'appuser.locality',
  state: 'appuser.region',
  zipCode: 'appuser.postalCode',
  countryCode: 'appuser.country',
};

/** The same of a social provider: of the claims those that each of them tells (inferred from OpenID Connect). */
const fromSocial = {
  login: fromClaims.login,
  firstName: fromClaims.firstName,
  lastName: fromClaims.lastName,
  email: fromClaims.email,
};

/** What a provider's users are mapped with: certificates and assertions tell what users of an org have. */
function expressionsOf(type: string): Readonly<Record<string, string>> {
  if (type === 'SAML2' || type === 'X509') return fromUser;
  return type === 'OIDC' ? fromClaims : fromSocial;
}

const mapped = (expressions: Readonly<Record<string, string>>, pushStatus: MappedProperty['pushStatus']): Properties =>
  Object.fromEntries(Object.entries(expressions).map(([name, expression]) => [name, { expression, pushStatus }]));

/** Whether a provider is where its users' profiles come from, now and later. */
const isSource = ({ policy }: IdentityProviderRow): boolean => policy.provisioning.profileMaster === true;

/** Every provider comes with a mapping of its users to the org's: later changes follow where it is the source (recorded). */
export function addMapping(ctx: Pick<Context, 'store' | 'now'>, provider: IdentityProviderRow): void {
  const { store } = ctx;
  const typeId = store.userTypes.where('default', 'true')[0]?.id ?? '';
  const properties = mapped(expressionsOf(provider.type), isSource(provider) ? 'PUSH' : 'DONT_PUSH');
  const lastUpdated = ctx.now();
  store.profileMappings.insert({ appId: null, idpId: provider.id, typeId, toward: 'user', properties, lastUpdated });
}
