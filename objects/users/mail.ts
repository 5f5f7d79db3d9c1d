import type { Context } from '../../contract/context.js';
import type { JsonObject } from '../../store/rows/common.js';
import type { UserRow } from '../../store/rows/users.js';

/** Puts a mail to a user into the outbox. @param content the links and tokens that it would show */
export function mail(ctx: Context, user: UserRow, template: string, content: JsonObject = {}): void {
  const to = user.profile.email;
  ctx.send({ kind: 'email', template, to: typeof to === 'string' ? to : '', userId: user.id, content });
}
