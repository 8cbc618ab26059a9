/** Prints `VARIABLE=PORT` for each port of the demo: all free, none the standard one. */
import { createServer } from 'node:net';
import { PORT_SETTINGS } from '#demo/settings.ts';

const settings = Object.values(PORT_SETTINGS);
const standard = settings.map((setting) => setting.standard);

async function listen() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  return standard.includes(server.address().port) ? listen() : server;
}

const servers = await Promise.all(settings.map(listen));
for (const [index, server] of servers.entries()) console.log(`${settings[index].variable}=${server.address().port}`);
process.exit();
