const { createSandbox } = require('mockta');
const story = require('./story.cjs');

test('the story', () => story(createSandbox), 120_000);
