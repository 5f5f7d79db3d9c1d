import { invalid } from '../../contract/errors.js';
import { missing, refuseAll } from '../../contract/given.js';
import { waiting } from '../../contract/operations.js';
import { raw } from '../../contract/reply.js';
import { makeNamedKey, withNamedKey } from '../../objects/applications/owner.js';
import { metadataOf } from '../../objects/applications/saml.js';
import { requireKey } from '../../objects/credentials/keys.js';
import type { CertifiedKey } from '../../objects/keys/signing-key.js';
import type * as samlMetadata from '../../objects/saml/metadata.js';

/** The builder of XML is large: it is loaded with the first document that is asked for. */
type Builder = typeof samlMetadata;

interface Prepared {
  readonly builder: Builder;
  readonly made: CertifiedKey | undefined;
}

const SAML_MODES: readonly (string | null)[] = ['SAML_2_0', 'SAML_1_1'];

/** What a service provider has to know to trust an app's key (facts: apps §3). */
export const previewSAMLAppMetadata = waiting<'previewSAMLAppMetadata', Prepared>({
  async prepare({ params }, ctx) {
    const made = await makeNamedKey(ctx, params.appId);
    return { made, builder: await import('../../objects/saml/metadata.js') };
  },
  act({ params, query }, ctx, { builder, made }) {
    const app = ctx.store.apps.require(params.appId);
    refuseAll(missing('kid', query.kid));
    if (!SAML_MODES.includes(app.signOnMode)) {
      throw invalid('signOnMode', 'signOnMode: Only SAML applications have SAML metadata.');
    }
    const key = requireKey(ctx, withNamedKey(ctx, app.id, made), query.kid);
    const xml = builder.idpMetadata(metadataOf(app, key.x5c, ctx.links));
    return raw(xml, { mediaType: 'application/xml;charset=ISO-8859-1' });
  },
});
