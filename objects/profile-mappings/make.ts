import type { JobContext } from '../../contract/context.js';
import type { MappedProperty } from '../../store/rows/profile-mappings.js';

type Properties = Readonly<Record<string, MappedProperty>>;

const mapping = (expressions: Readonly<Record<string, string>>, pushStatus: MappedProperty['pushStatus']): Properties =>
  Object.fromEntries(Object.entries(expressions).map(([name, expression]) => [name, { expression, pushStatus }]));

/** How the users of an OpenID Connect client get their claims. */
const toClaims = mapping(
  {
    name: 'user.firstName + " " + user.lastName',
    nickname: 'user.nickName',
    given_name: 'user.firstName',
    middle_name: 'user.middleName',
    family_name: 'user.lastName',
    email: 'user.email',
    profile: 'user.profileUrl',
    zoneinfo: 'user.timezone == null ? "America/Los_Angeles" : user.timezone',
    locale: 'user.locale == null ? "en_US" : user.locale',
    phone_number: 'user.primaryPhone',
    street_address: 'user.streetAddress',
    locality: 'user.city',
    region: 'user.state',
    postal_code: 'user.zipCode',
    country: 'user.countryCode',
  },
  'PUSH',
);

const fromClaims = mapping(
  {
    login: 'appuser.userName',
    firstName: 'appuser.given_name',
    lastName: 'appuser.family_name',
    middleName: 'appuser.middle_name',
    nickName: 'appuser.nickname',
    email: 'appuser.email',
    profileUrl: 'appuser.profile',
    primaryPhone: 'appuser.phone_number',
    streetAddress: 'appuser.street_address',
    city: 'appuser.locality',
    state: 'appuser.region',
    zipCode: 'appuser.postal_code',
    countryCode: 'appuser.country',
  },
  'DONT_PUSH',
);

/** An app whose users have nothing but their username. */
const fromUserName = mapping({ email: 'appuser.userName' }, 'DONT_PUSH');

type Making = Pick<JobContext, 'store' | 'now'>;

/** The two mappings between an app and one user type. */
export function makePair(ctx: Making, appId: string, typeId: string, hasClaims: boolean): void {
  const common = { appId, idpId: null, typeId, lastUpdated: ctx.now() };
  ctx.store.profileMappings.insert({ ...common, toward: 'user', properties: hasClaims ? fromClaims : fromUserName });
  ctx.store.profileMappings.insert({ ...common, toward: 'app', properties: hasClaims ? toClaims : {} });
}

/** The mappings of a new app: a pair for each user type (facts: profile-mapping). */
export function makeMappings(ctx: Making, appId: string, hasClaims: boolean): void {
  for (const { id } of ctx.store.userTypes.all()) makePair(ctx, appId, id, hasClaims);
}
