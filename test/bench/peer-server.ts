import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';

// Its own process, its data in the folder in which it was started.
const require = createRequire(import.meta.url);
const PouchDB: { defaults(options: object): unknown } = require('pouchdb');
const pouchServer: (pouch: unknown, options: object) => RequestListener = require('express-pouchdb');

const app = pouchServer(PouchDB.defaults({ prefix: './' }), { mode: 'minimumForPouchDB', inMemoryConfig: true });
const server = createServer(app).listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
