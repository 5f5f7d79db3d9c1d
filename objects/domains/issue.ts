import { type DueKind, ISSUE_CERTIFICATE } from '../due.js';

/** A domain that Okta manages has got its certificate; one that was given a certificate meanwhile, or went, waits no more. */
export const issueCertificate: DueKind = {
  kind: ISSUE_CERTIFICATE,
  act({ store }, of) {
    const row = store.domains.get(of);
    if (row?.validationStatus === 'IN_PROGRESS') store.domains.update(of, { validationStatus: 'COMPLETED' });
  },
};
