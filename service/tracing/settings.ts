/**
 * `OTEL_ENDPOINT`: the base address of an OTLP/HTTP collector on this machine, such as `http://127.0.0.1:4318`; absent or empty, there are
 * no spans. Spans leave this machine by a collector that its operator runs, if at all: another host is refused.
 * @returns the address that takes traces; null where they are off
 * @throws Error, one sentence, without the setting's value: an address may hold a password
 */
export function otelEndpoint(env: NodeJS.ProcessEnv): URL | null {
  const text = env.OTEL_ENDPOINT;
  if (!text) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isBare = url !== null && !url.username && !url.password && !url.search && !url.hash;
  if (!isBare || url.protocol !== 'http:' || !isLoopback(url.hostname))
    throw new Error(
      'OTEL_ENDPOINT 只能是本机采集器的地址，如 http://127.0.0.1:4318；不向其他主机发送 / ' +
        'OTEL_ENDPOINT is a collector on this machine, such as http://127.0.0.1:4318: nothing is sent to another host',
    );
  return new URL(`${url.pathname.replace(/\/+$/, '').replace(/\/v1\/traces$/, '')}/v1/traces`, url);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
