/** What a provider may name: that which the org has, or which a seed is about to give it. */
export interface Known {
  /** The certificate of a trusted key in base64; undefined where there is no such key. */
  certificate(kid: string): string | undefined;
  /** Whether this is the id of a group that users can be put into. */
  isGroup(id: string): boolean;
}
