import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { expectAnswer, startGateway } from '#tests/gateway/gateway.ts';
import { type Library, startLibrary } from '#tests/gateway/library.ts';
import { killScripts } from '#tests/harness/process.ts';
import { until } from '#tests/harness/until.ts';

let library: Library;
beforeAll(async () => {
  library = await startLibrary();
});
afterAll(async () => {
  await killScripts();
  await library.close();
});

it.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: what is in flight is answered, nothing new is taken, the port is free',
  async (signal) => {
    const gateway = await startGateway('--supergraph', await library.file(library.openSdl), '--auth', 'none');
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    Object.assign(library.books, { gate, requests: [] });
    const inFlight = gateway.ask('{ greeting }');
    await until(() => library.books.requests.length === 1);

    gateway.process.kill(signal);
    await until(async () => !(await accepts(gateway.url)));
    open();
    expectAnswer(await inFlight, { data: { greeting: '您好 hello' } });
    expect(await gateway.process.ended).toBe(0);

    const next = createServer().listen(gateway.port, '127.0.0.1');
    await once(next, 'listening');
    next.close();
  },
);

/** Whether a new connection is taken; the one that the question came on does not count. */
async function accepts(url: string): Promise<boolean> {
  return fetch(new URL('/health/live', url), { headers: { connection: 'close' } }).then(
    () => true,
    () => false,
  );
}
