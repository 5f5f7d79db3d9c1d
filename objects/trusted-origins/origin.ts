/** Scheme, host and port. A host may begin with a star in place of a name. */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/((?:\*\.)?[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/i;

/** Whether a text is an origin: no path, no query, no user, and a port that there is. */
export function isOrigin(text: string): boolean {
  const found = ORIGIN.exec(text);
  return found !== null && (found[2] === undefined || Number(found[2]) <= 65_535);
}

/** Whether an origin is one of those that a pattern such as `https://*.acme.example` means. */
export function fitsPattern(origin: string, pattern: string): boolean {
  const [head = '', tail = ''] = pattern.toLowerCase().split('*');
  const text = origin.toLowerCase();
  if (text.length <= head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return false;
  // The star stands for names, and for nothing that would end the host.
  return /^[a-z0-9_.-]+$/.test(text.slice(head.length, text.length - tail.length));
}
