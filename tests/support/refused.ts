import { expect } from '@jest/globals';
import type { TestAnswer, TestOrg } from './org.js';

/** The sentences of an error's causes, in order. */
export const causesOf = ({ body }: TestAnswer): string[] =>
  body.errorCauses.map((cause: { errorSummary: string }) => cause.errorSummary);

/** Asks, and tells whether the whole state is as it was before: for where either may be right. */
export async function unchanged(
  org: TestOrg,
  ask: () => Promise<TestAnswer>,
): Promise<TestAnswer & { readonly same: boolean }> {
  const before = org.hash();
  const answer = await ask();
  return { ...answer, same: org.hash() === before };
}

/**
 * Expects requests of an org to be refused with this error and to change nothing.
 * @param from the org, or where it is made later a function that gives it
 * @returns a function of what is asked, the status, the error's code or its whole summary, and every cause in order;
 * no causes are looked at where none are given
 */
export const refusedBy =
  (from: TestOrg | (() => TestOrg)) =>
  async (ask: () => Promise<TestAnswer>, status: number, error: string, ...causes: string[]): Promise<TestAnswer> => {
    const org = typeof from === 'function' ? from() : from;
    const { same, ...answer } = await unchanged(org, ask);
    const { errorCode, errorSummary } = answer.body ?? {};
    expect([answer.status, /^E\d{7}$/.test(error) ? errorCode : errorSummary]).toEqual([status, error]);
    if (causes.length > 0) expect(causesOf(answer)).toEqual(causes);
    expect(same).toBe(true);
    return answer;
  };

/** An answer that is refused in the form of the System Log: an id that is a UUID, and no link. */
export function expectLogRefusal(answer: TestAnswer, code: string, summary: string, ...causes: string[]): void {
  expect(answer.status).toBe(400);
  expect(answer.body).toEqual({
    errorCode: code,
    errorSummary: summary,
    errorId: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    errorCauses: causes.map((errorSummary) => ({ errorSummary })),
  });
}
