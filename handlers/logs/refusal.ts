import { type ErrorCode, OktaError } from '../../contract/errors.js';

/** A refusal of the System Log: its errors have a UUID for their id, no link, and mostly words of their own. */
export const logRefusal = (code: ErrorCode, summary: string, ...causes: string[]): OktaError =>
  new OktaError(code, { summary, causes, form: 'log' });

/** 400 E0000001 for a query parameter; what is wrong with it, in one sentence or more. */
export const badParameter = (name: string, ...reasons: string[]): OktaError =>
  logRefusal(
    'E0000001',
    `Api validation failed: ${reasons.map((reason) => `'${name}': ${reason}`).join('. ')}`,
    ...reasons.map((reason) => `${name}: ${reason}`),
  );
