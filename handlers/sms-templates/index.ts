import { forbidden } from '../../contract/errors.js';
import type { HandlersOf } from '../../contract/operations.js';
import { show } from '../../contract/reply.js';
import {
  DEFAULT_ID,
  defaultSmsTemplate,
  replacedSmsTemplateView,
  smsTemplateView,
} from '../../objects/sms-templates/view.js';
import { mergeTemplate, readTemplate } from './given.js';

/** @throws OktaError 403 E0000006 for the default template, which stays as it is (facts: template-sms) */
function refuseDefault(id: string): void {
  if (id === DEFAULT_ID) throw forbidden();
}

/** Texts of the messages that carry a code. */
export const smsTemplates = {
  listSmsTemplates({ query }, ctx) {
    const type = query.templateType;
    const all = [
      defaultSmsTemplate(ctx.now()),
      ...ctx.store.smsTemplates.all().map((row) => smsTemplateView(row, ctx.links)),
    ];
    return all.filter((template) => !type || template.type === type);
  },

  getSmsTemplate: ({ params }, ctx) =>
    params.templateId === DEFAULT_ID
      ? defaultSmsTemplate(ctx.now())
      : show(smsTemplateView, ctx.store.smsTemplates.require(params.templateId)),

  createSmsTemplate({ body }, ctx) {
    const now = ctx.now();
    const row = ctx.store.smsTemplates.insert({ ...readTemplate(body), created: now, lastUpdated: now });
    return show(smsTemplateView, row);
  },

  updateSmsTemplate({ params, body }, ctx) {
    refuseDefault(params.templateId);
    const { id, created } = ctx.store.smsTemplates.require(params.templateId);
    const row = ctx.store.smsTemplates.replace(id, { ...readTemplate(body), created, lastUpdated: ctx.now() });
    return show(replacedSmsTemplateView, row);
  },

  partialUpdateSmsTemplate({ params, body }, ctx) {
    refuseDefault(params.templateId);
    const before = ctx.store.smsTemplates.require(params.templateId);
    const next = { ...mergeTemplate(before, body), created: before.created, lastUpdated: ctx.now() };
    return show(smsTemplateView, ctx.store.smsTemplates.replace(before.id, next));
  },

  deleteSmsTemplate({ params }, ctx) {
    refuseDefault(params.templateId);
    ctx.store.smsTemplates.remove(params.templateId);
  },
} satisfies HandlersOf<'Template'>;
