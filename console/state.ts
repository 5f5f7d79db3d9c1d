import type { Choices } from './choices.js';
import { answerSchema, type Contract, mediaOf, solve } from './contract.js';
import type { Operation } from './operations.js';
import type { Sample } from './samples.js';

/** The operation that is open, with what was typed into it. */
export interface Open {
  readonly op: Operation;
  readonly contract: Contract;
  readonly values: Record<string, string>;
  readonly query: Record<string, string>;
  readonly choices: Record<string, Choices>;
  /** Undefined where the operation takes none. */
  body: string | undefined;
  /** The file of a form; one that was made here until somebody picks another. */
  file?: File | undefined;
}

/** What the page is about now. */
export const state: { open: Open | undefined; token: string; self: string } = { open: undefined, token: '', self: '' };

/** The query that is sent: what the operation fixes, and what was typed. */
export const queryOf = ({ op, query }: Open): [string, string][] => [
  ...Object.entries(op.when),
  ...Object.entries(query).filter(([name, value]) => value !== '' && !(name in op.when)),
];

/** The open request as samples print it. */
export function sampleOf(open: Open): Sample {
  const { op, contract, values, body } = open;
  const answer = answerSchema(contract);
  const media = mediaOf(contract);
  return {
    op,
    values,
    query: queryOf(open),
    body: media === undefined || (body ?? '') === '' ? undefined : body,
    media,
    token: state.token,
    base: location.origin,
    isList: answer !== undefined && solve(answer).type === 'array',
  };
}

/** Values and query of the open request, as its link carries them. */
export const linkValues = (open: Open): Record<string, string> => ({
  ...open.values,
  ...Object.fromEntries(queryOf(open)),
});
