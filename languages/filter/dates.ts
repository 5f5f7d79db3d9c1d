const DATE_TIME = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/;
const FIRST = Date.parse('0000-01-01T00:00:00.000Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Minutes east of UTC of `Z`, `+hh:mm` or `-hhmm`; undefined for a time zone that does not exist. */
function minutesOf(zone: string): number | undefined {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(-2));
  const hours = Number(zone.slice(1, 3));
  if (minutes > 59 || hours > 18) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * A date with time and time zone, `yyyy-MM-ddTHH:mm[:ss[.SSS]]` and `Z` or an offset.
 * @returns milliseconds since 1970; undefined for what is no such date
 */
export function parseDate(text: string): number | undefined {
  const [whole, day, minute, second = '00', fraction = '', zone] = DATE_TIME.exec(text) ?? [];
  if (whole === undefined || zone === undefined) return undefined;
  const ms = Date.parse(`${day}T${minute}:${second}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  // A day that its month does not have would be taken for one of the next month.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== day) return undefined;
  const east = minutesOf(zone);
  return east === undefined ? undefined : ms - east * 60_000;
}

/** A time as rows hold times: UTC with milliseconds, so that the order of the texts is the order in time. */
export const dateKey = (ms: number): string => new Date(Math.min(Math.max(ms, FIRST), LAST)).toISOString();
