import type { ReadContext } from '../../contract/context.js';
import { notFound } from '../../contract/errors.js';
import { missing, refuseAll } from '../../contract/given.js';
import type { HandlersOf } from '../../contract/operations.js';
import type { Schemas } from '../../contract/routes.js';
import type { ShownAs } from '../../contract/shapes.js';
import { theOrg } from '../../objects/org/find.js';

/** Where the org's row names each contact. */
const members = { BILLING: 'billingContact', TECHNICAL: 'technicalContact' } as const;
const types = ['BILLING', 'TECHNICAL'] as const;

type ContactType = keyof typeof members;

/** @throws OktaError 404 for a type that is none; paths may write it in any case */
function typeOf(given: string): ContactType {
  const type = types.find((known) => known === given.toUpperCase());
  if (!type) throw notFound(given, 'OrgContactType');
  return type;
}

/** Whoever was named; nobody yet is the org's first administrator, who owns its first token. */
function userOf(ctx: ReadContext, type: ContactType): string | null {
  const named = theOrg(ctx)[members[type]];
  return named === undefined ? (ctx.store.tokens.all()[0]?.userId ?? null) : named;
}

const shown = ({ links }: ReadContext, userId: string | null): ShownAs<Schemas['OrgContactUser']> => ({
  userId,
  _links: userId === null ? {} : { user: links.to('getUser', { userId }) },
});

/** Whom Okta asks about the org (facts: org, Contacts). */
export const orgContacts = {
  getOrgContactTypes: (_, { links }) =>
    types.map((contactType) => ({
      contactType,
      _links: {
        [contactType.toLowerCase()]: links.to('getOrgContactUser', { contactType: contactType.toLowerCase() }),
      },
    })),

  getOrgContactUser: ({ params }, ctx) => shown(ctx, userOf(ctx, typeOf(params.contactType))),

  updateOrgContactUser({ params, body }, ctx) {
    const type = typeOf(params.contactType);
    refuseAll(missing('userId', body.userId));
    const { id } = ctx.store.users.require(String(body.userId));
    ctx.store.org.update(theOrg(ctx).id, { [members[type]]: id });
    return shown(ctx, id);
  },
} satisfies Partial<HandlersOf<'Org'>>;
