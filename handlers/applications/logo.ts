import { invalid } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { reply } from '../../contract/reply.js';
import { appTarget, logoUrl } from '../../objects/applications/view.js';
import { keepFile, releaseFile } from '../../objects/files/keep.js';
import { imageMediaTypes } from '../../objects/files/media-types.js';
import { readImage } from '../../objects/images/read-image.js';
import { imageCauses, imageRules } from '../../objects/images/rules.js';

/** The picture that stands for an app; its content says what it is, whatever the file is called (facts: apps §5). */
export const uploadApplicationLogo: Act<'uploadApplicationLogo'> = ({ params, body }, ctx) => {
  const app = ctx.store.apps.require(params.appId);
  // It is shown with the app's links, so an app that has none has no logo of its own.
  if (Object.keys(app.linkIds).length === 0) throw invalid('appLinks', 'appLinks: The application has no links.');
  const file = body.file ?? new Uint8Array();
  const image = readImage(file);
  const causes = imageCauses(image, imageRules.appLogo);
  if ('fault' in image || causes.length > 0) throw invalid('file', ...causes);
  const logo = keepFile(ctx, file, imageMediaTypes[image.type]);
  const row = ctx.store.apps.update(app.id, { logo, lastUpdated: ctx.now() });
  if (app.logo !== null && app.logo !== logo) releaseFile(ctx, app.logo);
  ctx.log('application.configuration.update_logo', [appTarget(row)]);
  return reply(undefined, { status: 201, headers: { Location: logoUrl(row, ctx.links) } });
};
