/** Prints `VARIABLE=PORT` for each port of the demo: all free, none the standard one, none that systems give to clients meanwhile. */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import { PORT_SETTINGS } from '#demo/settings.ts';

const settings = Object.values(PORT_SETTINGS);
const taken = new Set(settings.map((setting) => setting.standard));

function isFree(port) {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

for (const { variable } of settings) {
  let port;
  do port = randomInt(10_000, 32_000);
  while (taken.has(port) || !(await isFree(port)));
  taken.add(port);
  console.log(`${variable}=${port}`);
}
