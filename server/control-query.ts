import type { Request } from 'express';

/** A control route was asked for what it cannot do; the message is a sentence for the answer's `error`. */
export class ControlFault extends Error {
  readonly status = 400;
}

/** One value of a query's parameter; undefined where it is not given. @throws ControlFault where it is given twice */
export function oneOf(req: Request, name: string): string | undefined {
  const value = req.query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw new ControlFault(`${name} is given more than once; it takes one value.`);
}

/** How many things one answer is to hold. @throws ControlFault for what is no whole number up to the most */
export function limitOf(req: Request, most: number, usual = most): number {
  const value = oneOf(req, 'limit');
  const limit = value === undefined ? usual : /^\d+$/.test(value) ? Number(value) : 0;
  if (limit >= 1 && limit <= most) return limit;
  throw new ControlFault(`limit takes a whole number from 1 to ${most}.`);
}
