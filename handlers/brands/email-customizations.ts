import type { Context } from '../../contract/context.js';
import { notFound, OktaError } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { customizationsOf } from '../../objects/email-templates/render.js';
import {
  type Asked,
  customizationPreviewView,
  customizationView,
  emailTemplateTarget,
} from '../../objects/email-templates/view.js';
import type { EmailCustomizationRow } from '../../store/rows/brands.js';
import { readCustomization } from './email-given.js';
import { preview, requireTemplate } from './email-templates.js';

const LIMITS = { limit: 10, max: 200 };

/** The customization that a path names. @throws OktaError 404 E0000007, one of another template included */
export function requireCustomization(ctx: Pick<Context, 'store'>, asked: Asked, id: string): EmailCustomizationRow {
  const { brand, template } = requireTemplate(ctx, asked);
  const row = ctx.store.emailCustomizations.require(id);
  if (row.brandId !== brand.id || row.template !== template) throw notFound(id, 'OrgCustomizedEmailTemplate');
  return row;
}

/** @throws OktaError 409 E0000183 where another customization is in this language */
function refuseLanguage(others: readonly EmailCustomizationRow[], language: string): void {
  if (others.some((other) => other.language === language)) throw new OktaError('E0000183');
}

export const listEmailTemplateCustomizations: Act<'listEmailTemplateCustomizations'> = ({ params, query }, ctx) => {
  const { brand, template } = requireTemplate(ctx, params);
  const key = `${brand.id} ${template}`;
  const request = pageRequest(query, LIMITS, key);
  const page = ctx.store.emailCustomizations.page({ ...request, within: { index: 'template', key } });
  const shown = page.rows.map((row) => customizationView(row, params, ctx.links));
  return reply(shown, { paging: pagingOf(page, request) });
};

export const getEmailTemplateCustomization: Act<'getEmailTemplateCustomization'> = ({ params }, ctx) =>
  customizationView(requireCustomization(ctx, params, params.customizationId), params, ctx.links);

export const getEmailTemplateCustomizationPreview: Act<'getEmailTemplateCustomizationPreview'> = ({ params }, ctx) => {
  const row = requireCustomization(ctx, params, params.customizationId);
  const mail = preview(ctx, ctx.store.brands.require(row.brandId), row);
  return customizationPreviewView(mail, row.id, params, ctx.links);
};

/** The first one is the default whatever was asked for; a second default is refused (facts: brand-theme-email). */
export const createEmailTemplateCustomization: Act<'createEmailTemplateCustomization'> = ({ params, body }, ctx) => {
  const { brand, template } = requireTemplate(ctx, params);
  const given = readCustomization(body, template);
  const others = customizationsOf(ctx.store, brand.id, template);
  const hasDefault = others.some(({ isDefault }) => isDefault);
  if (hasDefault && given.isDefault) throw new OktaError('E0000182');
  refuseLanguage(others, given.language);
  const now = ctx.now();
  const row = ctx.store.emailCustomizations.insert({
    ...given,
    ...{ brandId: brand.id, template, isDefault: !hasDefault, created: now, lastUpdated: now },
  });
  ctx.log('system.email.template.create', [emailTemplateTarget(row)]);
  return customizationView(row, params, ctx.links);
};

/** A default stays one until another takes its place, which it does by being updated. */
export const updateEmailTemplateCustomization: Act<'updateEmailTemplateCustomization'> = ({ params, body }, ctx) => {
  const before = requireCustomization(ctx, params, params.customizationId);
  const { template } = requireTemplate(ctx, params);
  const given = readCustomization(body, template);
  if (before.isDefault && given.isDefault === false) throw new OktaError('E0000185');
  const others = customizationsOf(ctx.store, before.brandId, template).filter(({ id }) => id !== before.id);
  refuseLanguage(others, given.language);
  const isDefault = given.isDefault ?? before.isDefault;
  const former = isDefault ? others.find((other) => other.isDefault) : undefined;
  if (former) ctx.store.emailCustomizations.update(former.id, { isDefault: false });
  const row = ctx.store.emailCustomizations.update(before.id, { ...given, isDefault, lastUpdated: ctx.now() });
  ctx.log('system.email.template.update', [emailTemplateTarget(row)]);
  return customizationView(row, params, ctx.links);
};

function remove(ctx: Context, row: EmailCustomizationRow): void {
  ctx.store.emailCustomizations.remove(row.id);
  ctx.log('system.email.template.delete', [emailTemplateTarget(row)]);
}

/** The default one goes last: while there are others they need it (facts: brand-theme-email). */
export const deleteEmailTemplateCustomization: Act<'deleteEmailTemplateCustomization'> = ({ params }, ctx) => {
  const row = requireCustomization(ctx, params, params.customizationId);
  const { template } = requireTemplate(ctx, params);
  const isLast = customizationsOf(ctx.store, row.brandId, template).length === 1;
  if (row.isDefault && !isLast) throw new OktaError('E0000184');
  remove(ctx, row);
};

export const deleteEmailTemplateCustomizations: Act<'deleteEmailTemplateCustomizations'> = ({ params }, ctx) => {
  const { brand, template } = requireTemplate(ctx, params);
  for (const row of [...customizationsOf(ctx.store, brand.id, template)]) remove(ctx, row);
};
