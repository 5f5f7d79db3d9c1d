// A bare Express 5 server: hello, and a list given as a file, by res.json.
import { readFileSync } from 'node:fs';
import express from 'express';

const [port, list] = process.argv.slice(2);
const app = express();
app.get('/', (_req, res) => {
  res.send('hello');
});
if (list) {
  const items = JSON.parse(readFileSync(list, 'utf8'));
  app.get('/list', (_req, res) => {
    res.json(items);
  });
}
app.listen(Number(port), '127.0.0.1');
