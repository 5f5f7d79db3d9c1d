import type { ReadContext } from '../../contract/context.js';
import { blank, invalid, OktaError } from '../../contract/errors.js';
import { type Members, objectOf, textOf } from '../../contract/given.js';
import { hashOf, normalAnswer } from '../../objects/secrets/scrypt.js';
import { readImportedHash } from '../../objects/users/passwords/hash.js';
import { COMMON_PASSWORD, type PasswordRules, requirements, weakness } from '../../objects/users/passwords/policy.js';
import { isExternal } from '../../objects/users/states.js';
import type { PasswordHash, ScryptHash, UserRow } from '../../store/rows/users.js';

/** What a request says of credentials, checked in form. Secrets are still plain here and go no further than a hash. */
export interface GivenCredentials {
  readonly password?: string;
  readonly imported?: PasswordHash;
  readonly recoveryQuestion?: { readonly question: string; readonly answer: string };
  readonly provider?: { readonly type: string; readonly name: string };
}

/** The secrets of a request, hashed. */
export interface HashedCredentials {
  readonly password?: PasswordHash;
  readonly recoveryQuestion?: { readonly question: string; readonly answer: ScryptHash };
}

const providers: readonly string[] = ['OKTA', 'ACTIVE_DIRECTORY', 'LDAP', 'FEDERATION', 'SOCIAL', 'IMPORT'];

/** A directory has the name of its instance, every other provider that of its type (facts: users §1). */
const providerName = (type: string, given: string | undefined): string =>
  type === 'ACTIVE_DIRECTORY' || type === 'LDAP' ? (given ?? type) : type;

function readRecovery(given: Members, shown: string | undefined): GivenCredentials['recoveryQuestion'] {
  const question = textOf(given.question);
  const answer = textOf(given.answer);
  if (question !== undefined && question === shown && answer === undefined) return undefined;
  if (!question || !answer) throw invalid('recovery_question', blank(question ? 'answer' : 'question'));
  if (question.length > 100) throw invalid('question', 'question: The field is too long');
  if (answer.length > 100) throw invalid('answer', 'answer: The field is too long');
  return { question, answer };
}

function readPassword(given: Members): Pick<GivenCredentials, 'password' | 'imported'> {
  const hook = objectOf(given.hook);
  if (hook) {
    if (hook.type !== 'default') throw invalid('password', 'hook: The hook type must be default');
    return { imported: { algorithm: 'HOOK', type: 'default' } };
  }
  if (given.hash !== undefined && given.hash !== null) return { imported: readImportedHash(given.hash) };
  const password = textOf(given.value);
  return password === undefined ? {} : { password };
}

/**
 * Reads `credentials` of a request. An empty `password` counts as none (facts: users §2).
 * @param shown the question that reads of the user show, without its answer: sent back like that, it is no change
 * @throws OktaError 400 E0000001 for hash parameters, a question or a provider that Okta does not take
 */
export function readCredentials(given: unknown, shown?: string): GivenCredentials {
  const credentials = objectOf(given);
  if (!credentials) return {};
  const password = objectOf(credentials.password);
  const recovery = objectOf(credentials.recovery_question);
  const recoveryQuestion = recovery && readRecovery(recovery, shown);
  const provider = objectOf(credentials.provider);
  const type = textOf(provider?.type);
  if (type !== undefined && !providers.includes(type)) throw new OktaError('E0000003');
  return {
    ...(password ? readPassword(password) : {}),
    ...(recoveryQuestion ? { recoveryQuestion } : {}),
    ...(type === undefined ? {} : { provider: { type, name: providerName(type, textOf(provider?.name)) } }),
  };
}

/** Hashes what a request brought. */
export async function hashCredentials(
  ctx: Pick<ReadContext, 'ids' | 'passwordCost'>,
  { password, imported, recoveryQuestion }: GivenCredentials,
): Promise<HashedCredentials> {
  const [hash, answer] = await Promise.all([
    password === undefined ? imported : hashOf(ctx, password),
    recoveryQuestion && hashOf(ctx, normalAnswer(recoveryQuestion.answer)),
  ]);
  return {
    ...(hash ? { password: hash } : {}),
    ...(recoveryQuestion && answer ? { recoveryQuestion: { question: recoveryQuestion.question, answer } } : {}),
  };
}

/**
 * Looks at a password or an answer that is given.
 * @param rulesNow the rules that apply, asked for only where there is something to look at
 * @throws OktaError 400 E0000001 where the password is too weak or the answer too short for the policy
 */
export function checkStrength(
  { password, recoveryQuestion }: GivenCredentials,
  profile: Readonly<Record<string, unknown>>,
  rulesNow: () => PasswordRules,
): void {
  if (password === undefined && !recoveryQuestion) return;
  const rules = rulesNow();
  const weak = password === undefined ? undefined : weakness(password, profile, rules);
  if (weak === 'common') throw invalid('password', `password: ${COMMON_PASSWORD}`);
  if (weak) {
    const asked = requirements(rules);
    throw invalid('password', `password: Password requirements were not met. Password requirements: ${asked}.`);
  }
  checkAnswer(recoveryQuestion?.answer, rules);
}

/** @throws OktaError 400 E0000001 where the answer is too short for the policy */
export function checkAnswer(answer: string | undefined, rules: PasswordRules): void {
  if (answer !== undefined && answer.trim().length < rules.minAnswerLength) {
    throw invalid(
      'recovery_question',
      `The security question answer must be at least ${rules.minAnswerLength} characters in length`,
    );
  }
}

/** @throws OktaError 400 E0000001 for secrets of a user that another organization vouches for (facts: users §2) */
export function refuseSecrets({ type }: UserRow['credentials']['provider'], given: GivenCredentials): void {
  if (!isExternal(type) || !(given.password !== undefined || given.imported || given.recoveryQuestion)) return;
  throw invalid('credentials', 'A password or recovery question cannot be set for a user of this provider');
}
