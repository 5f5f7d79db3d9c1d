// A bare node:http server.
import { createServer } from 'node:http';

createServer((_req, res) => {
  res.end('hello');
}).listen(Number(process.argv[2]), '127.0.0.1');
