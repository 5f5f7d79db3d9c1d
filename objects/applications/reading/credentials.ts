import { invalid } from '../../../contract/errors.js';
import { type Members, refuseAll, tooLong } from '../../../contract/given.js';
import { ExpressionError } from '../../../languages/expression/compile.js';
import { templateOf } from '../../../languages/expression/template.js';
import type { AppCredentials, AppScheme, UserNameTemplate } from '../../../store/rows/applications.js';
import { choiceIn, flagIn, partIn, textIn, wordIn } from './members.js';

const schemes: readonly AppScheme[] = [
  'ADMIN_SETS_CREDENTIALS',
  'EDIT_PASSWORD_ONLY',
  'EDIT_USERNAME_AND_PASSWORD',
  'EXTERNAL_PASSWORD_SYNC',
  'SHARED_USERNAME_AND_PASSWORD',
];

const withScheme: ReadonlySet<string> = new Set([
  'BASIC_AUTH',
  'BROWSER_PLUGIN',
  'SECURE_PASSWORD_STORE',
  'AUTO_LOGIN',
]);

/** Whether people have a username and a password for apps of this kind. */
export const hasScheme = (mode: string | null): boolean => mode !== null && withScheme.has(mode);

/** How usernames are made. @throws OktaError 400 E0000003, E0000001 where the template is none */
function userNameTemplate(given: Members): UserNameTemplate {
  const type = choiceIn(given, 'type', ['NONE', 'BUILT_IN', 'CUSTOM'] as const) ?? 'BUILT_IN';
  const template = wordIn(given, 'template') ?? `\${source.login}`;
  const userSuffix = wordIn(given, 'userSuffix');
  const pushStatus = choiceIn(given, 'pushStatus', ['PUSH', 'DONT_PUSH'] as const) ?? 'DONT_PUSH';
  refuseAll(tooLong('template', template, 1024));
  try {
    templateOf(template);
  } catch (error) {
    if (error instanceof ExpressionError) throw invalid('userNameTemplate', error.message);
    throw error;
  }
  return {
    template,
    type,
    ...(userSuffix === undefined ? {} : { userSuffix }),
    ...(type === 'CUSTOM' ? { pushStatus } : {}),
  };
}

type Shared = Pick<AppCredentials, 'userName' | 'password'>;

/** The one username and password for all: a password that is not given stays. */
function shared(given: Members, before: AppCredentials | undefined): Shared {
  const userName = wordIn(given, 'userName') ?? before?.userName;
  const password = wordIn(partIn(given, 'password'), 'value') !== undefined || before?.password === true;
  refuseAll(tooLong('userName', userName, 100));
  return { ...(userName === undefined ? {} : { userName }), ...(password ? { password } : {}) };
}

/** The credentials of an app but for its signing key and its client (facts: apps §2). @throws OktaError 400 */
export function readCredentials(
  given: Members,
  mode: string | null,
  before: AppCredentials | undefined,
): Omit<AppCredentials, 'signing' | 'oauthClient'> {
  const template = userNameTemplate(partIn(given, 'userNameTemplate'));
  if (!hasScheme(mode)) return { userNameTemplate: template };
  const scheme = choiceIn(given, 'scheme', schemes) ?? 'EDIT_USERNAME_AND_PASSWORD';
  const revealPassword = flagIn(given, 'revealPassword') ?? false;
  textIn(given, 'userName');
  const common = scheme === 'SHARED_USERNAME_AND_PASSWORD' ? shared(given, before) : {};
  return { scheme, userNameTemplate: template, ...common, revealPassword };
}
