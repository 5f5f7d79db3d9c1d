/** How much one range of an Accept header, such as `application/*;q=0.5`, wants this media type: 0 for not at all. */
function weight(range: string, type: string): number {
  const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const [whole = ''] = type.split('/');
  if (name !== '*/*' && name !== `${whole}/*` && name !== type) return 0;
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return quality === undefined ? 1 : Number(quality.slice(2)) || 0;
}

/**
 * The media type that a client wants most of those that can be given; of equals the first. Without an Accept header that
 * is the first, and undefined where the client takes none (facts: conventions §3).
 */
export function preferred<T extends string>(accept: string | undefined, types: readonly T[]): T | undefined {
  if (accept === undefined || accept.trim() === '') return types[0];
  const ranges = accept.split(',');
  let best: T | undefined;
  let most = 0;
  for (const type of types) {
    const wanted = Math.max(...ranges.map((range) => weight(range, type)));
    if (wanted <= most) continue;
    most = wanted;
    best = type;
  }
  return best;
}
