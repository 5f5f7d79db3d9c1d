import type { Neighbour, NeighbourHandler } from '../../../contract/neighbours.js';

const post = (
  path: string,
  handler: () => Promise<NeighbourHandler>,
  token: Neighbour['token'] = 'none',
): Neighbour => ({
  method: 'POST',
  path: `/api/v1/authn${path}`,
  token,
  handler,
});

const enroll = () => import('./enroll.js');
const verify = () => import('./verify.js');
const recovery = () => import('./recovery.js');
const steps = () => import('./recovery-steps.js');

/** The Authentication API: how a person signs in step by step (facts: authn). */
export const authn: readonly Neighbour[] = [
  post('', async () => (await import('./primary.js')).authenticate, 'optional'),
  post('/skip', async () => (await import('./steps.js')).skip),
  post('/previous', async () => (await import('./steps.js')).previous),
  post('/cancel', async () => (await import('./steps.js')).cancel),
  post('/credentials/change_password', async () => (await import('./credentials.js')).changePassword),
  post('/credentials/reset_password', async () => (await import('./credentials.js')).resetPassword),
  post('/factors', async () => (await enroll()).enroll),
  post('/factors/:factorId/lifecycle/activate', async () => (await enroll()).activate),
  post('/factors/:factorId/lifecycle/activate/poll', async () => (await enroll()).activate),
  post('/factors/:factorId/lifecycle/activate/resend', async () => (await enroll()).resendActivation),
  post('/factors/:factorId/lifecycle/resend', async () => (await enroll()).resendActivation),
  post('/factors/:factorId/lifecycle/activate/email', async () => (await enroll()).sendActivation),
  post('/factors/:factorId/lifecycle/activate/sms', async () => (await enroll()).sendActivation),
  post('/factors/:factorId/verify', async () => (await verify()).verify),
  post('/factors/:factorId/verify/resend', async () => (await verify()).resendVerification),
  post('/recovery/password', async () => (await recovery()).recoverPassword, 'optional'),
  post('/recovery/unlock', async () => (await recovery()).recoverAccount, 'optional'),
  post('/recovery/token', async () => (await steps()).verifyRecoveryToken),
  post('/recovery/answer', async () => (await steps()).answerRecoveryQuestion),
  post('/recovery/factors/:channel/verify', async () => (await steps()).verifyRecoveryCode),
  post('/recovery/factors/:channel/resend', async () => (await steps()).resendRecoveryCode),
];
