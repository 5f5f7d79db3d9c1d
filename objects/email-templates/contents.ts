// biome-ignore-all lint/suspicious/noTemplateCurlyInString: what these texts hold is Velocity
import type { TemplateName } from './table.js';

/** What a mail says below its greeting, in Velocity, and what it asks the reader to press: a label and a variable. */
interface Content {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly action?: readonly [label: string, variable: string];
}

const help = 'If this was not you, tell the administrator of ${org.name} at once.';
const unlockHours = 'The link works until ${unlockAccountTokenExpirationDate}.';
const resetHours = 'The link works until ${resetPasswordTokenExpirationDate}.';
const denied =
  'Passwords like yours are looked after elsewhere and cannot be set anew from here. ${org.name} can help.';
const orCode = 'Where a code is asked for, enter ${verificationToken}.';
const when = 'It happened on ${request.date} at ${request.time}, near ${request.location}.';

const activation: Content = {
  heading: 'Your account is ready',
  lines: [
    '${org.name} has made an account for you. Your user name is ${user.profile.login}.',
    'Activate it within ${org.activationTokenExpirationHours} hours, and choose how you want to sign in.',
  ],
  action: ['Activate account', 'activationLink'],
};

const directoryActivation = (directory: string): Content => ({
  heading: 'Your account is ready',
  lines: [
    `You can use \${org.name} with the password that you have in ${directory}.`,
    'Your user name is ${user.profile.login}; sign in at ${baseURL}.',
  ],
});

const reset: Content = {
  heading: 'Choose a new password',
  lines: ['Somebody asked to reset the password of ${user.profile.login}.', resetHours, help],
  action: ['Reset password', 'resetPasswordLink'],
};

const resetDenied: Content = {
  heading: 'Your password was not reset',
  lines: ['Somebody asked to reset the password of ${user.profile.login}.', denied],
};

const unlock: Content = {
  heading: 'Unlock your account',
  lines: ['Somebody asked to unlock the account ${user.profile.login}.', unlockHours, help],
  action: ['Unlock account', 'unlockAccountLink'],
};

/** What the mails say, in words of ours: Okta does not publish its own. */
export const contents: Readonly<Record<TemplateName, Content>> = {
  UserActivation: activation,
  ForgotPassword: reset,
  ForgotPasswordDenied: resetDenied,
  PasswordResetByAdmin: {
    heading: 'Your password was reset',
    lines: ['An administrator of ${org.name} has reset the password of ${user.profile.login}.', resetHours],
    action: ['Choose a password', 'resetPasswordLink'],
  },
  ADUserActivation: directoryActivation('Active Directory'),
  ADForgotPasswordDenied: resetDenied,
  ADForgotPassword: {
    heading: 'Choose a new password',
    lines: ['Somebody asked for a new password for ${samAccountName}.', help],
    action: ['Reset password', 'recoveryLink'],
  },
  LDAPUserActivation: directoryActivation('your directory'),
  LDAPForgotPassword: reset,
  LDAPForgotPasswordDenied: resetDenied,
  SelfServiceUnlock: unlock,
  ADSelfServiceUnlock: unlock,
  LDAPSelfServiceUnlock: unlock,
  OktaVerifyActivation: {
    heading: 'Set up Okta Verify',
    lines: [
      'Open this message on your phone once Okta Verify is there.',
      'It is found at ${androidOktaVerifyAppLink} and at ${iosOktaVerifyAppLink}.',
    ],
    action: ['Activate Okta Verify', 'pushVerifyActivationLink'],
  },
  AccountLockout: {
    heading: 'Your account is locked',
    lines: ['Too many attempts to sign in as ${user.profile.login} have failed.', help],
    action: ['Unlock account', 'unlockAccountLink'],
  },
  EmailChallenge: {
    heading: 'Sign in with this message',
    lines: [orCode, help],
    action: ['Sign in', 'emailAuthenticationLink'],
  },
  EmailFactorVerification: {
    heading: 'Confirm your email address',
    lines: ['Show that ${user.profile.email} is yours.', orCode],
    action: ['Confirm', 'verificationLink'],
  },
  NewSignOnNotification: {
    heading: 'A new way of signing in',
    lines: [
      'Your account ${user.profile.login} was used with ${request.browser}, from ${request.ipAddress}.',
      when,
      help,
    ],
  },
  RegistrationActivation: {
    heading: 'One step is left',
    lines: ['Thank you for registering with ${org.name}.'],
    action: ['Activate account', 'registrationActivationLink'],
  },
  ChangeEmailConfirmation: {
    heading: 'Confirm your new address',
    lines: ['Your new email address is to be ${user.profile.email}.', orCode],
  },
  PendingEmailChange: {
    heading: 'Your address is about to change',
    lines: ['Somebody asked to give ${user.profile.login} another email address. It waits to be confirmed.', help],
  },
  EmailChangeConfirmation: {
    heading: 'Your address has changed',
    lines: ['The email address of ${user.profile.login} is now ${user.profile.email}.', help],
  },
  RegistrationEmailVerification: {
    heading: 'Confirm your email address',
    lines: ['Thank you for registering with ${instanceDisplayName}.', orCode],
    action: ['Confirm', 'registrationEmailVerificationLink'],
  },
  SelfServiceUnlockOnUnlockedAccount: {
    heading: 'Your account is not locked',
    lines: ['Somebody asked to unlock ${user.profile.login}, which is open already.', help],
    action: ['Sign in', 'baseURL'],
  },
  AuthenticatorEnrolled: {
    heading: 'A security method was added',
    lines: ['${request.authenticator} can now be used to sign in as ${user.profile.login}.', when, help],
  },
  AuthenticatorReset: {
    heading: 'Security methods were removed',
    lines: ['${request.authenticators} can no longer be used to sign in as ${user.profile.login}.', when, help],
  },
  PasswordChanged: {
    heading: 'Your password has changed',
    lines: ['The password of ${user.profile.login} was changed.', when, help],
  },
  MyAccountChangeConfirmation: {
    heading: 'Confirm the change',
    lines: ['Somebody asked to change what ${org.name} knows of ${user.profile.login}.', orCode],
  },
};

const style =
  'padding: 12px 24px; color: #ffffff; background-color: ${brand.theme.primaryColor}; text-decoration: none';

/** A mail's default body: HTML in Velocity. */
export function defaultBody(name: TemplateName): string {
  const { heading, lines, action } = contents[name];
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${heading}</title></head>`,
    '<body style="font-family: sans-serif; color: #1d1d21">',
    '<p><img src="${brand.theme.logo}" alt="${org.name}" height="37"></p>',
    `<h1>${heading}</h1>`,
    '<p>Hello ${user.profile.firstName},</p>',
    ...lines.map((line) => `<p>${line}</p>`),
    ...(action ? [`<p><a href="\${${action[1]}}" style="${style}">${action[0]}</a></p>`] : []),
    '<p style="color: #6e6e78">Sent by ${org.name}, ${baseURL}</p>',
    '</body>',
    '</html>',
  ].join('\n');
}
