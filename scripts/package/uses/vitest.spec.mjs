import { createSandbox } from 'mockta';
import { test } from 'vitest';
import story from './story.cjs';

test('the story', () => story(createSandbox), 120_000);
