import { hash } from 'node:crypto';

/** How a token is kept, an API token or a one-time one: SHA-256, base64url. */
export const tokenHash = (token: string): string => hash('sha256', token, 'base64url');
