import type { Context } from '../../contract/context.js';
import { invalid, notFound } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { pageAmong, pageRequest, pagingOf } from '../../contract/paging.js';
import { reply } from '../../contract/reply.js';
import { defaultMail, fillIn, isTemplateError, type Mail, pipelineOf } from '../../objects/email-templates/render.js';
import { type TemplateName, templateCalled, templateNames } from '../../objects/email-templates/table.js';
import { previewVariables } from '../../objects/email-templates/variables.js';
import {
  type Asked,
  defaultContentView,
  defaultPreviewView,
  templateView,
} from '../../objects/email-templates/view.js';
import type { BrandRow } from '../../store/rows/brands.js';
import type { UserRow } from '../../store/rows/users.js';

const LIMITS = { limit: 10, max: 200 };

/** The brand and the template that a path names. @throws OktaError 404 E0000007 for either */
export function requireTemplate(
  ctx: Pick<Context, 'store'>,
  { brandId, templateName }: Asked,
): { readonly brand: BrandRow; readonly template: TemplateName } {
  const brand = ctx.store.brands.require(brandId);
  const template = templateCalled(templateName, pipelineOf(ctx.store));
  if (!template) throw notFound(templateName, 'EmailTemplate');
  return { brand, template };
}

/** Who calls: previews and test mails are for them. */
export const callingUser = ({ store, caller }: Pick<Context, 'store' | 'caller'>): UserRow =>
  store.users.require(caller.userId);

/**
 * A mail as the caller would read it.
 * @throws OktaError 400 E0000001 where it takes too long, gets too large, or asks for what a template may not have
 */
export function preview(ctx: Context, brand: BrandRow, mail: Mail): Mail {
  try {
    return fillIn(mail, previewVariables(ctx, brand, callingUser(ctx)));
  } catch (error) {
    if (isTemplateError(error)) throw invalid('body', `body: ${error.message}`);
    throw error;
  }
}

export const listEmailTemplates: Act<'listEmailTemplates'> = ({ params, query }, ctx) => {
  const { id: brandId } = ctx.store.brands.require(params.brandId);
  const names = templateNames(pipelineOf(ctx.store)).map((id, at) => ({ id, seq: at + 1 }));
  const request = pageRequest(query, LIMITS, 'email templates');
  const page = pageAmong(names, request);
  const shown = page.rows.map(({ id }) => templateView({ brandId, templateName: id }, ctx.links));
  return reply(shown, { paging: pagingOf(page, request) });
};

export const getEmailTemplate: Act<'getEmailTemplate'> = ({ params }, ctx) => {
  requireTemplate(ctx, params);
  return templateView(params, ctx.links);
};

export const getEmailTemplateDefaultContent: Act<'getEmailTemplateDefaultContent'> = ({ params }, ctx) => {
  const { template } = requireTemplate(ctx, params);
  return defaultContentView(defaultMail(ctx.store, template), params, ctx.links);
};

export const getEmailTemplateDefaultContentPreview: Act<'getEmailTemplateDefaultContentPreview'> = (
  { params },
  ctx,
) => {
  const { brand, template } = requireTemplate(ctx, params);
  return defaultPreviewView(preview(ctx, brand, defaultMail(ctx.store, template)), params, ctx.links);
};
