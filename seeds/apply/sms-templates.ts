import { foldKey } from '../../store/rows/spec.js';
import type { SeedSmsTemplate } from '../read/sections/sms-templates.js';
import { type Kind, pinned } from './applying.js';

/** Texts of messages. */
export const smsTemplates: Kind<SeedSmsTemplate> = {
  find: (store, name) => store.smsTemplates.all().find((row) => foldKey(row.name) === foldKey(name))?.id,
  add(item, { store, now }) {
    const { name, template, translations } = item;
    store.smsTemplates.insert({
      ...pinned(item),
      ...{ name, type: 'SMS_VERIFY_CODE', template, created: now, lastUpdated: now },
      ...(translations === undefined ? {} : { translations }),
    });
  },
};
