import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createReadiness } from '#gateway/readiness.ts';
import { serve } from '#service/http/testing.fixture.ts';

type Server = Awaited<ReturnType<typeof serve>>;
let asked: string[];
let status: Record<string, number>;
let server: Server;
beforeEach(async () => {
  asked = [];
  status = { '/court': 200, '/issuer': 200 };
  server = await serve((request, response) => {
    asked.push(request.url ?? '');
    const code = status[request.url ?? ''];
    if (code === undefined) response.destroy();
    else response.writeHead(code).end('{}');
  });
});
afterEach(() => server.close());
const readiness = () => createReadiness({ court: `${server.url}court`, issuer: `${server.url}issuer` });

it('is there once everything has answered', async () => {
  expect(await readiness()()).toEqual({ status: 'ready' });
});

it.each([
  ['an error', { '/court': 503, '/issuer': 200 }],
  ['nothing', { '/issuer': 200 }],
])('is not there where one answers %s, and comes by itself', async (_what, answers) => {
  const ready = readiness();
  status = answers as typeof status;
  expect(await ready()).toBeNull();
  status = { '/court': 200 };
  expect(await ready()).toEqual({ status: 'ready' });
  expect(asked.sort()).toEqual(['/court', '/court', '/issuer']);
});

it('stays, whatever fails later, and asks nobody any more', async () => {
  const ready = readiness();
  await ready();
  await server.close();
  asked = [];
  expect(await ready()).toEqual({ status: 'ready' });
  expect(asked).toEqual([]);
  server = await serve(() => {});
});

it('awaits nobody where there is nobody', async () => {
  expect(await createReadiness({})()).toEqual({ status: 'ready' });
});
