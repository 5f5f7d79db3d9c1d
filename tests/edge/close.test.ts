import { expect, test } from '@jest/globals';
import { createSandbox } from '../../server/sandbox.js';

test('a sandbox that is closed listens no more, whatever connections are open', async () => {
  const sandbox = await createSandbox();
  const { server, port } = await sandbox.listen(0);
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/users/me`, {
    headers: { authorization: `SSWS ${sandbox.token}` },
  });
  expect(answer.status).toBe(200);
  await answer.text();
  await sandbox.close();
  expect(server.listening).toBe(false);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  // Twice does no harm.
  await sandbox.close();
  await expect(sandbox.listen(0)).rejects.toThrow(/^This sandbox is closed and listens no more: make another\.$/);
});
