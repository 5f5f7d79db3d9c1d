/** What a cursor begins with that carries its query. No other cursor does. */
const MARK = '~';
const CARRIES = /(?:^|&)after=(?:~|%7e)/i;

/** More than any request can ask for: a cursor that unpacks to more was not made here. */
const MAX_QUERY = 65_536;

// Loaded when a query is first too long for a link: hardly any is.
const zlib = () => process.getBuiltinModule('node:zlib');

/** A cursor that carries the whole query of the page that it leads to, for a link that would be too long with it. */
export const carrying = (query: string): string => MARK + zlib().deflateRawSync(query).toString('base64url');

function queryIn(cursor: string): string | undefined {
  try {
    const bytes = Buffer.from(cursor.slice(MARK.length), 'base64url');
    return zlib().inflateRawSync(bytes, { maxOutputLength: MAX_QUERY }).toString();
  } catch {
    return undefined;
  }
}

/**
 * The query that is meant: of a request whose cursor carries one, that one, in which what the request says itself holds
 * all the same. A cursor that carries nothing readable stays what it is, and is refused as any cursor is.
 */
export function meantBy(search: string): string {
  if (!CARRIES.test(search)) return search;
  const given = new URLSearchParams(search);
  const query = queryIn(given.get('after') ?? '');
  if (query === undefined) return search;
  const meant = new URLSearchParams(query);
  given.delete('after');
  for (const name of new Set(given.keys())) meant.delete(name);
  for (const [name, value] of given) meant.append(name, value);
  return meant.toString();
}
