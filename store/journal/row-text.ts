import { forLast } from '../for-last.js';
import { textOf } from '../json-text.js';
import type { Row } from '../rows/common.js';
import type { LogOrigin, LogRow } from '../rows/logs.js';

/** Who calls, calls again: requests share their actor. */
const actorText = forLast((actor: unknown) => JSON.stringify(actor));

/** Of the parts of an origin the actor is most, and comes again and again. */
function originText(origin: LogOrigin): string {
  let text = '';
  for (const name in origin) {
    const value: unknown = origin[name as keyof LogOrigin];
    if (value === undefined) continue;
    text += `${text === '' ? '{' : ','}"${name}":${name === 'actor' ? actorText(value) : textOf(value)}`;
  }
  return `${text}}`;
}

type Shared = Extract<keyof LogRow, 'origin' | 'targets'>;

/** What the events of one request share: the same objects stand in row after row. */
const shared = {
  origin: forLast(originText),
  targets: forLast((targets: LogRow['targets']) => JSON.stringify(targets)),
};

const isShared = (name: string): name is Shared => name === 'origin' || name === 'targets';

/** Members of rows have names that JSON writes as they are. */
function eventText(row: Row): string {
  let text = '';
  for (const name in row) {
    const value: unknown = row[name as keyof Row];
    if (value === undefined) continue;
    const json = isShared(name) ? shared[name](value as never) : typeof value === 'number' ? value : textOf(value);
    text += `${text === '' ? '{' : ','}"${name}":${json}`;
  }
  return `${text}}`;
}

/** A row as JSON; the same text for every collection, and sooner made where rows share parts. */
export const rowText = (collection: string, row: Row): string =>
  collection === 'logs' ? eventText(row) : JSON.stringify(row);
