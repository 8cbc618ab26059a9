import { afterEach, describe, expect, it } from '@jest/globals';
import { serve } from '#service/http/testing.fixture.ts';
import { type Metrics, openMetrics } from '#service/metrics/metrics.ts';
import { listeningLogger } from '#service/testing.fixture.ts';

const opened: Metrics[] = [];
const others: Awaited<ReturnType<typeof serve>>[] = [];
afterEach(async () => {
  await Promise.all([...opened.splice(0), ...others.splice(0)].map((each) => each.close()));
});

async function open(text: string | undefined, standardPort = 0) {
  const { logger, lines } = listeningLogger();
  const env = text === undefined ? {} : { X_METRICS_PORT: text };
  const metrics = await openMetrics({ setting: 'X_METRICS_PORT', standardPort, env, logger });
  opened.push(metrics);
  return { metrics, said: lines.map(({ msg }) => msg) };
}

async function busyPort() {
  const other = await serve(() => {});
  others.push(other);
  return other.port;
}

describe('the door of metrics', () => {
  it.each([
    ['GET', '/metrics', 200],
    ['POST', '/metrics', 404],
    ['GET', '/', 404],
    ['GET', '/metrics?x', 404],
  ])('%s %s is answered with %i', async (method, path, status) => {
    const { metrics, said } = await open(undefined);
    const response = await fetch(`http://127.0.0.1:${metrics.port}${path}`, { method });
    expect({ status: response.status, said }).toEqual({ status, said: [] });
    const text = await response.text();
    if (status === 200) expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
  });

  it('is on 127.0.0.1 alone: another address of this very machine finds nobody', async () => {
    const { metrics } = await open(undefined);
    for (const host of ['127.0.0.2', '[::1]'])
      await expect(fetch(`http://${host}:${metrics.port}/metrics`)).rejects.toThrow('fetch failed');
  });

  it.each(['off', '0'])('stays shut where the setting says %s', async (text) => {
    expect((await open(text)).metrics.port).toBeNull();
  });

  it('stays shut where another process has the standard port, which the log says', async () => {
    const { metrics, said } = await open(undefined, await busyPort());
    expect({ port: metrics.port, said }).toEqual({
      port: null,
      said: ['no metrics: the standard port is in use'],
    });
  });

  it('must open where the setting asked for it', async () => {
    const port = await busyPort();
    await expect(open(String(port))).rejects.toThrow(`port ${port} is in use; X_METRICS_PORT moves it`);
  });

  it.each(['-1', '65536', 'on', '127.0.0.1:9464', '9464 '])('%p is no port', async (text) => {
    await expect(open(text)).rejects.toThrow(/X_METRICS_PORT is a port from 1 to 65535, or off/);
  });
});
