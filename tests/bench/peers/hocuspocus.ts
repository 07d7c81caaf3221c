// @hocuspocus/server as it comes, storing nothing.
import { Server } from '@hocuspocus/server';
import { findFreePort } from '../../run/postgres.mjs';
import { answer } from './answering.ts';

const port = await findFreePort();
const server = new Server({ port, address: '127.0.0.1', quiet: true, stopOnSignals: false });
await server.listen();
answer(port);
