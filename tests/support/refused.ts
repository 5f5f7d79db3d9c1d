import { expect } from '@jest/globals';
import type { TestAnswer, TestOrg } from './org.js';

/** Expects a request of an org that is made later to be refused with this error, and to change nothing. */
export const refusedBy =
  (org: () => TestOrg) =>
  async (send: () => Promise<TestAnswer>, status: number, code: string, ...causes: string[]): Promise<TestAnswer> => {
    const before = org().hash();
    const answer = await send();
    expect([answer.status, answer.body.errorCode]).toEqual([status, code]);
    if (causes.length > 0) {
      expect(answer.body.errorCauses.map((cause: { errorSummary: string }) => cause.errorSummary)).toEqual(causes);
    }
    expect(org().hash()).toBe(before);
    return answer;
  };
