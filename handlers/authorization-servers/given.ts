import { invalid } from '../../contract/errors.js';
import { absent, among, type Fault, missing, refuseAll, tooLong } from '../../contract/given.js';
import type { Schemas } from '../../contract/routes.js';
import type { Given } from '../../contract/shapes.js';
import type { AuthorizationServerRow, ServerSigning } from '../../store/rows/authorization-servers.js';

type Body = Given<Schemas['AuthorizationServer']>;

/** What a client may say of a server. Members that it leaves out are undefined. */
export interface GivenServer {
  readonly name: string;
  readonly description: string;
  readonly audiences: readonly string[];
  readonly issuerMode: AuthorizationServerRow['issuerMode'] | undefined;
  readonly rotationMode: ServerSigning['rotationMode'] | undefined;
}

const isAbsoluteUri = (text: string): boolean => URL.canParse(text) && !/\s/.test(text);

/** An audience may be any text; one with a colon has to be a URI (facts: authorization-server). */
function badAudiences(audiences: Body['audiences']): Fault[] {
  if (!audiences) return absent('audiences', audiences);
  const [audience, ...others] = audiences;
  if (others.length > 0) return [['audiences', 'audiences: A single audience is allowed.']];
  if (!audience?.trim()) return absent('audiences', null);
  if (audience.includes(':') && !isAbsoluteUri(audience)) {
    return [['audiences', `audiences: The audience '${audience}' is not a valid URI.`]];
  }
  return tooLong('audiences', audience);
}

/**
 * Reads a whole server.
 * @throws OktaError 400 E0000003 for an unknown issuer or rotation mode, E0000001 with what is missing or wrong
 */
export function readServer(body: Body): GivenServer {
  const issuerMode = among(body.issuerMode, ['ORG_URL', 'CUSTOM_URL', 'DYNAMIC'] as const);
  const rotationMode = among(body.credentials?.signing?.rotationMode, ['AUTO', 'MANUAL'] as const);
  const { name, description, audiences } = body;
  refuseAll([
    ...missing('name', name),
    ...tooLong('name', name),
    ...missing('description', description),
    ...tooLong('description', description, 1024),
    ...badAudiences(audiences),
  ]);
  return {
    name: String(name),
    description: String(description),
    audiences: [String(audiences?.[0])],
    issuerMode,
    rotationMode,
  };
}

/** The only use that keys of a server have. @throws OktaError 400 E0000001 for another (facts: authorization-server) */
export function readUse(use: string | null | undefined): void {
  if (use !== 'sig') throw invalid('rotateKeys', "Invalid value specified for key 'use' parameter.");
}
