import type { ReadContext } from '../../contract/context.js';
import type { AppRow } from '../../store/rows/applications.js';
import type { LogTarget } from '../../store/rows/logs.js';
import type { Owner } from '../credentials/owner.js';
import { target } from '../logs/targets.js';

/** An application as events name it. */
export const instanceTarget = ({ id, label }: AppRow): LogTarget => target(id, 'AppInstance', label, label);

/** The application as what has keys and requests. @throws OktaError 404 E0000007 */
export function ownerOf({ store }: Pick<ReadContext, 'store'>, appId: string): Owner {
  const app = store.apps.require(appId);
  return { kind: 'app', id: app.id, target: instanceTarget(app) };
}
