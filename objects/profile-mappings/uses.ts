import type { Context, ReadContext } from '../../contract/context.js';
import { storedMapping } from '../../languages/expression/mapping.js';
import type { ProfileMappingRow } from '../../store/rows/profile-mappings.js';

/** Whose property is asked for: that of the users of an app or identity provider, or that of the users of a type. */
export type Owner =
  | { readonly side: 'app'; readonly appId: string }
  | { readonly side: 'user'; readonly typeId: string };

const mappingsOf = ({ store }: ReadContext, owner: Owner): readonly ProfileMappingRow[] =>
  owner.side === 'app'
    ? [...store.profileMappings.where('app', owner.appId), ...store.profileMappings.where('idp', owner.appId)]
    : store.profileMappings.where('type', owner.typeId);

/** The attributes that an expression names of one side's profile: of what it reads, or of what it makes. */
const namesOf = ({ toward }: ProfileMappingRow, { side }: Owner, expression: string): ReadonlySet<string> => {
  const { attributes, kept } = storedMapping(toward === 'user' ? 'app' : 'user', expression);
  return toward === side ? kept : attributes;
};

/** Which mapping reads a property, in words; undefined where none does. */
export function mappingReading(ctx: ReadContext, owner: Owner, name: string): string | undefined {
  for (const row of mappingsOf(ctx, owner)) {
    const uses = Object.values(row.properties).some(({ expression }) => namesOf(row, owner, expression).has(name));
    if (uses) return `the profile mapping of ${ctx.store.apps.get(row.appId ?? '')?.label ?? row.id}`;
  }
  return undefined;
}

/** A property is gone: no mapping makes it any more. */
export function withoutTarget(ctx: Context, owner: Owner, name: string): void {
  for (const row of [...mappingsOf(ctx, owner)]) {
    if (row.toward !== owner.side || !Object.hasOwn(row.properties, name)) continue;
    const { [name]: _, ...properties } = row.properties;
    ctx.store.profileMappings.update(row.id, { properties });
  }
}
