import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { verifyFolder } from '../../scripts/verify/folder.js';
import { StateFileError } from '../../store/errors.js';
import { testOrg } from '../support/org.js';
import { createPerson } from '../support/people.js';
import { contentOf, newFolder, pathsIn, removeFolders } from '../support/store.js';

let data: string;
let userId: string;
let groupId: string;

/** An org on disk with a user in a group, stopped. */
beforeEach(async () => {
  data = newFolder();
  const org = await testOrg({ data });
  userId = (await createPerson(org, 1)).id;
  groupId = (await org.post('/api/v1/groups', { profile: { name: 'Crew' } })).body.id;
  await org.put(`/api/v1/groups/${groupId}/users/${userId}`);
  await org.close();
});
afterAll(removeFolders);

/** Changes the state file as a person would with an editor. */
function edit(change: (text: string) => string): void {
  const { state } = pathsIn(data);
  writeFileSync(state, change(readFileSync(state, 'utf8')));
}

test('a stopped org that holds together has no faults, and its files stay as they are', async () => {
  const before = contentOf(data);
  const verdict = await verifyFolder(data);
  expect([verdict.faults, verdict.jobs, verdict.records > 5]).toEqual([[], 0, true]);
  expect(contentOf(data)).toEqual(before);
});

test('references that an edit broke are named', async () => {
  edit((text) => text.replaceAll(`"groupId":"${groupId}"`, '"groupId":"00ggone"'));
  expect((await verifyFolder(data)).faults).toEqual([
    expect.stringMatching(/^memberships mem\w{17}: group "00ggone" is not among the groups$/),
  ]);
});

test('profiles that an edit took off their schema are named', async () => {
  edit((text) => text.replace('"name":"Crew"', '"name":7,"colour":"red"'));
  expect((await verifyFolder(data)).faults).toEqual([
    `${groupId}: name is no string`,
    `${groupId}: "colour" is not defined in its schema`,
  ]);
});

test('a running org, a folder without one, and a file that is none are refused', async () => {
  const org = await testOrg({ data });
  await expect(verifyFolder(data)).rejects.toThrow('is held by the running process');
  await org.close();
  await expect(verifyFolder(newFolder())).rejects.toThrow('does not exist');
  edit((text) => text.slice(0, 200));
  await expect(verifyFolder(data)).rejects.toThrow(StateFileError);
  await expect(verifyFolder(data)).rejects.toThrow(pathsIn(data).state);
});
