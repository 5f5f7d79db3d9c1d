import type { Row } from '../rows/common.js';
import type { LogRow } from '../rows/logs.js';

/** The JSON of one value, made once for all that name it one after the other. */
function lastText(): (value: unknown) => string {
  let last: unknown;
  let text = '';
  return (value) => {
    if (value !== last) {
      text = JSON.stringify(value);
      last = value;
    }
    return text;
  };
}

type Shared = Extract<keyof LogRow, 'origin' | 'targets'>;

/** What the events of one request share: the same objects stand in row after row. */
const shared: Readonly<Record<Shared, (value: unknown) => string>> = { origin: lastText(), targets: lastText() };

const isShared = (name: string): name is Shared => name === 'origin' || name === 'targets';

/** Members of rows have names that JSON writes as they are. */
function eventText(row: Row): string {
  let text = '';
  for (const name in row) {
    const value: unknown = row[name as keyof Row];
    if (value === undefined) continue;
    const json = isShared(name) ? shared[name](value) : typeof value === 'number' ? value : JSON.stringify(value);
    text += `${text === '' ? '{' : ','}"${name}":${json}`;
  }
  return `${text}}`;
}

/** A row as JSON; the same text for every collection, and sooner made where rows share parts. */
export const rowText = (collection: string, row: Row): string =>
  collection === 'logs' ? eventText(row) : JSON.stringify(row);
