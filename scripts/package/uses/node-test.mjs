import { test } from 'node:test';
import { createSandbox } from 'mockta';
import story from './story.cjs';

test('the story', () => story(createSandbox));
