import type { HandlersOf } from '../../contract/operations.js';
import { createApp } from './create.js';
import { appGroups } from './groups.js';
import { readApps } from './list.js';
import { changeApp } from './update.js';
import { appUsers } from './users.js';

/** Applications, and who has them (facts: apps). */
export const applications = {
  ...readApps,
  ...createApp,
  ...changeApp,
  ...appUsers,
  ...appGroups,
} satisfies HandlersOf<'Application'>;
