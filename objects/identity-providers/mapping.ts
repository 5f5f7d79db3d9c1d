import type { Context } from '../../contract/context.js';
import type { MappedProperty } from '../../store/rows/profile-mappings.js';

const same = (name: string): MappedProperty => ({ expression: `source.${name}`, pushStatus: 'DONT_PUSH' });

/** How a provider's users become users of the org while nobody says otherwise (facts: profile-mapping). */
const properties: Readonly<Record<string, MappedProperty>> = {
  firstName: same('firstName'),
  lastName: same('lastName'),
  email: same('email'),
  mobilePhone: same('mobilePhone'),
  login: same('userName'),
};

/** Every provider comes with a mapping of its users to the org's. */
export function addMapping(ctx: Pick<Context, 'store' | 'now'>, idpId: string): void {
  const { store } = ctx;
  const typeId = store.userTypes.where('default', 'true')[0]?.id ?? '';
  store.profileMappings.insert({ appId: null, idpId, typeId, toward: 'user', properties, lastUpdated: ctx.now() });
}
