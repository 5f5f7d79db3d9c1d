// None of these lines may compile: the package's types refuse what `createSandbox` would.
import { createSandbox, type Sandbox } from 'mockta';

export const sandbox: Sandbox = await createSandbox({ sed: 'acme' });
await createSandbox({ seed: { gruops: [] } });
await createSandbox({ durability: 'disc' });
sandbox.clock.advance('1 h');
sandbox.store.users.by('lgoin', 'kim@team.example');
sandbox.store.users.remove('00u');
