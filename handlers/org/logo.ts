import { blank, invalid } from '../../contract/errors.js';
import type { Act } from '../../contract/operations.js';
import { reply } from '../../contract/reply.js';
import { keepFile, releaseFile } from '../../objects/files/keep.js';
import { imageMediaTypes } from '../../objects/files/media-types.js';
import { fileUrl } from '../../objects/files/urls.js';
import { readImage } from '../../objects/images/read-image.js';
import { imageCauses, imageRules } from '../../objects/images/rules.js';
import { theOrg } from '../../objects/org/find.js';

/** Puts an uploaded image in the place of the org's logo. */
export const updateOrgLogo: Act<'updateOrgLogo'> = ({ body }, ctx) => {
  // A form without the part, or no form at all.
  const file = body?.file;
  if (!file) throw invalid('file', blank('file'));
  const image = readImage(file);
  const causes = imageCauses(image, imageRules.orgLogo);
  if ('fault' in image || causes.length > 0) throw invalid('file', ...causes);
  const { id, logo: before } = theOrg(ctx);
  const logo = keepFile(ctx, file, imageMediaTypes[image.type]);
  ctx.store.org.update(id, { logo });
  if (before !== logo) releaseFile(ctx, before);
  return reply(undefined, { status: 201, headers: { Location: fileUrl(ctx.links, 'logo', logo) } });
};
