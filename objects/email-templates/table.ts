// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what these texts hold is Velocity
/** Which of Okta's engines sends a mail: Classic lacks some. */
type Engines = 'both' | 'idx';

/** What there is to say of a template besides its text. */
export interface TemplateFacts {
  readonly subject: string;
  /** What a customization must hold: of each list one variable at least. */
  readonly required: readonly (readonly string[])[];
  readonly engines: Engines;
}

const facts = (
  subject: string,
  required: TemplateFacts['required'] = [],
  engines: Engines = 'both',
): TemplateFacts => ({ subject, required, engines });

const verification = [
  ...['verificationLink', 'verificationToken'],
  ...['registrationEmailVerificationLink', 'registrationEmailVerificationToken'],
];
const unlock = [['unlockAccountLink', 'recoveryToken']];
const signOn = ['browser', 'date', 'time', 'location', 'ipAddress'].map((name) => [`request.${name}`]);

/** Every template by its name, in the order of Okta's list (facts: brand-theme-email, Names, Default subject). */
export const emailTemplates = {
  UserActivation: facts('Welcome to Okta!', [['activationLink', 'activationToken']]),
  ForgotPassword: facts('Account password reset', [['resetPasswordLink', 'oneTimePassword']]),
  ForgotPasswordDenied: facts('Account Password Reset'),
  PasswordResetByAdmin: facts('Account Password Reset'),
  ADUserActivation: facts('Welcome to Okta!'),
  ADForgotPasswordDenied: facts('Forgotten Password'),
  ADForgotPassword: facts('Forgotten password', [['recoveryLink', 'recoveryToken']]),
  LDAPUserActivation: facts('Welcome to Okta!'),
  LDAPForgotPassword: facts('Account password reset', [['resetPasswordLink', 'recoveryToken', 'oneTimePassword']]),
  LDAPForgotPasswordDenied: facts('Account password reset'),
  SelfServiceUnlock: facts('Unlock Account', unlock),
  ADSelfServiceUnlock: facts('Unlock Account', unlock),
  LDAPSelfServiceUnlock: facts('Unlock Account', unlock),
  OktaVerifyActivation: facts('Push Verify Activation Email', [['pushVerifyActivationLink']]),
  AccountLockout: facts('Account Lockout'),
  EmailChallenge: facts('One-time Email Authentication Link', [['emailAuthenticationLink', 'verificationToken']]),
  EmailFactorVerification: facts('Confirm your email address', [verification]),
  NewSignOnNotification: facts('New Sign-On Notification', signOn),
  RegistrationActivation: facts(
    'Activate Account',
    [['registrationActivationLink', 'registrationActivationToken']],
    'idx',
  ),
  ChangeEmailConfirmation: facts('Confirm email address change', [['verificationToken']]),
  PendingEmailChange: facts('Notice of pending email address change'),
  EmailChangeConfirmation: facts('Notice of email address change'),
  RegistrationEmailVerification: facts('Welcome to ${instanceDisplayName}!', [verification], 'idx'),
  SelfServiceUnlockOnUnlockedAccount: facts('Unlock Account'),
  AuthenticatorEnrolled: facts('Security method enrolled', [['request.factor', 'request.authenticator']]),
  AuthenticatorReset: facts('Security method reset', [['request.factors', 'request.authenticators']]),
  PasswordChanged: facts('Password Changed'),
  MyAccountChangeConfirmation: facts('Confirm email address change', [], 'idx'),
} as const satisfies Readonly<Record<string, TemplateFacts>>;

/** The name of an email template. */
export type TemplateName = keyof typeof emailTemplates;

/** What Classic calls two mails that speak of factors there. */
const classicSubjects: Readonly<Partial<Record<TemplateName, string>>> = {
  AuthenticatorEnrolled: 'MFA Factor Enrolled',
  AuthenticatorReset: 'MFA Factor Reset',
};

/** What a mail's subject is where nobody has customized it; Velocity. */
export const defaultSubject = (name: TemplateName, pipeline: 'idx' | 'v1'): string =>
  (pipeline === 'v1' ? classicSubjects[name] : undefined) ?? emailTemplates[name].subject;

/** Names of 2022, which clients of then still use (facts: recorded-shapes §10). */
const formerNames: Readonly<Record<string, TemplateName>> = {
  welcome: 'UserActivation',
  forgotPassword: 'ForgotPassword',
  forgotPasswordDenied: 'ForgotPasswordDenied',
  tempPassword: 'PasswordResetByAdmin',
  'ad.welcome': 'ADUserActivation',
  'ad.forgotPassword': 'ADForgotPasswordDenied',
  'ad.forgotPasswordReset': 'ADForgotPassword',
  'ldap.welcome': 'LDAPUserActivation',
  'ldap.forgotPassword': 'LDAPForgotPassword',
  'ldap.forgotPasswordDenied': 'LDAPForgotPasswordDenied',
};

/** The names of an org's templates, in the order of Okta's list. */
export const templateNames = (pipeline: 'idx' | 'v1'): readonly TemplateName[] =>
  (Object.keys(emailTemplates) as TemplateName[]).filter(
    (name) => pipeline === 'idx' || emailTemplates[name].engines === 'both',
  );

/** The template that a client asks for, by its name of today or of 2022; undefined where the org has none such. */
export function templateCalled(name: string, pipeline: 'idx' | 'v1'): TemplateName | undefined {
  const wanted = Object.hasOwn(formerNames, name) ? formerNames[name] : name;
  return templateNames(pipeline).find((known) => known === wanted);
}
