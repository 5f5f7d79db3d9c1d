const { createSandbox } = require('mockta');
const story = require('./story.cjs');

story(createSandbox);
