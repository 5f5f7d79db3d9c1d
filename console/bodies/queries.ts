import type { Operation } from '../operations.js';
import { listed } from '../org.js';

type Values = Readonly<Record<string, string>>;

/** Another of a kind than this one, which does not have the key yet. */
async function without(path: string, id: string | undefined, keyId: string | undefined): Promise<string | undefined> {
  for (const other of (await listed(`/api/v1${path}`)).filter((one) => one.id !== id)) {
    const keys = await listed(`/api/v1${path}/${String(other.id)}/credentials/keys`);
    if (keys.every(({ kid }) => kid !== keyId)) return String(other.id);
  }
  return undefined;
}

/** Values of queries that no schema could give. */
const makers: Readonly<Record<string, (values: Values) => Promise<string | undefined> | string>> = {
  'listPolicies type': () => 'OKTA_SIGN_ON',
  'generateApplicationKey validityYears': () => '2',
  'generateIdentityProviderSigningKey validityYears': () => '2',
  'cloneApplicationKey targetAid': ({ appId, keyId }) => without('/apps', appId, keyId),
  'cloneIdentityProviderKey targetIdpId': ({ idpId, keyId }) => without('/idps', idpId, keyId),
  'previewSAMLAppMetadata kid': async ({ appId }) => {
    const [key] = appId ? await listed(`/api/v1/apps/${appId}/credentials/keys`) : [];
    return key && String(key.kid);
  },
};

/** What a query that must be sent begins with; undefined where the schema's example will do. */
export const queryFor = async ({ id }: Operation, name: string, values: Values): Promise<string | undefined> =>
  makers[`${id} ${name}`]?.(values);
