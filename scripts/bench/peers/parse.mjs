// Reads and parses one JSON file and prints the milliseconds that took.
import { readFileSync } from 'node:fs';

const start = performance.now();
JSON.parse(readFileSync(process.argv[2], 'utf8'));
console.log(performance.now() - start);
