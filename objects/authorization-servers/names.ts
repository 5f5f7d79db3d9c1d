/** The metadata documents of a server, by the names that its links and their own paths give them. */
export const metadataNames = ['oauth-authorization-server', 'openid-configuration'] as const;

/** Which of the two documents: that of OAuth 2.0, or that of OpenID Connect. */
export type MetadataName = (typeof metadataNames)[number];
