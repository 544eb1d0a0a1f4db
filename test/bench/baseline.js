/** What the gateway is measured against: the same body from a server that does nothing else. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import express from 'express';

const body = readFileSync(process.argv[3]);

function bare() {
  const headers = [
    'Content-Type',
    'application/json; charset=utf-8',
    'Content-Length',
    String(body.length),
  ];
  return createServer((_req, res) => {
    res.writeHead(200, headers);
    res.end(body);
  });
}

function plainExpress() {
  const answer = JSON.parse(body.toString());
  const app = express();
  app.get('/api.php', (_req, res) => {
    res.json(answer);
  });
  return createServer(app);
}

const server = process.argv[2] === 'express' ? plainExpress() : bare();
server.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
