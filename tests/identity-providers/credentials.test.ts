import { describe } from '@jest/globals';
import { credentialsSuite } from '../support/credentials-suite.js';
import { suiteOrg } from '../support/org.js';
import { facebook, make } from './bodies.js';

const org = suiteOrg();
let made = 0;

describe('the credentials of an identity provider', () => {
  credentialsSuite(org, {
    make: async () => `/api/v1/idps/${await make(org, { ...facebook, name: `Faces ${made++}` })}`,
    missing: '/api/v1/idps/0oa1',
    cloneTo: 'targetIdpId',
    typeName: 'IdpTrust',
  });
});
