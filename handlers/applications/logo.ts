import { invalid } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { reply } from '../../contract/reply.js';
import { appTarget, logoUrl } from '../../objects/applications/view.js';
import { readImage } from '../../objects/images/read-image.js';
import { imageCauses, imageRules } from '../../objects/images/rules.js';

/** The picture that stands for an app; its content says what it is, whatever the file is called (facts: apps §5). */
export const uploadApplicationLogo: Act<'uploadApplicationLogo'> = ({ params, body }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  const causes = imageCauses(readImage(body.file ?? new Uint8Array()), imageRules.appLogo);
  if (causes.length > 0) throw invalid('file', ...causes);
  const row = ctx.store.apps.update(app.id, { logo: `/fs/bco/4/${ctx.ids.next('fs0')}`, lastUpdated: ctx.now() });
  ctx.log('application.configuration.update_logo', [appTarget(row)]);
  return reply(undefined, { status: 201, headers: { Location: logoUrl(row, ctx.links) } });
};
