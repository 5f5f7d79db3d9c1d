import type { Context } from '../../contract/context.js';
import type { IdentityProviderRow } from '../../store/rows/identity-providers.js';
import type { MappedProperty } from '../../store/rows/profile-mappings.js';

type Properties = Readonly<Record<string, MappedProperty>>;

const mapped = (expressions: Readonly<Record<string, string>>): Properties =>
  Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, { expression, pushStatus: 'DONT_PUSH' as const }]),
  );

/** How a provider's users become users of the org while nobody says otherwise (facts: profile-mapping). */
const fromUser = mapped({
  firstName: 'source.firstName',
  lastName: 'source.lastName',
  email: 'source.email',
  mobilePhone: 'source.mobilePhone',
  login: 'source.userName',
});

/** The same of a provider that tells claims of OpenID Connect. */
const fromClaims = mapped({
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
});

/** Every provider comes with a mapping of its users to the org's. */
export function addMapping(ctx: Pick<Context, 'store' | 'now'>, { id, type }: IdentityProviderRow): void {
  const { store } = ctx;
  const typeId = store.userTypes.where('default', 'true')[0]?.id ?? '';
  const properties = type === 'OIDC' ? fromClaims : fromUser;
  store.profileMappings.insert({ appId: null, idpId: id, typeId, toward: 'user', properties, lastUpdated: ctx.now() });
}
