import { createSandbox } from 'mockta';
import story from './story.cjs';

await story(createSandbox);
