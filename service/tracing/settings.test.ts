import { expect, it } from '@jest/globals';
import { otelEndpoint } from '#service/tracing/settings.ts';

it.each([
  ['http://127.0.0.1:4318', 'http://127.0.0.1:4318/v1/traces'],
  ['http://localhost:4318/', 'http://localhost:4318/v1/traces'],
  ['http://[::1]:4318/otlp/', 'http://[::1]:4318/otlp/v1/traces'],
  ['http://127.8.9.1:4318/v1/traces', 'http://127.8.9.1:4318/v1/traces'],
])('%s takes traces at %s', (text, address) => {
  expect(otelEndpoint({ OTEL_ENDPOINT: text })?.href).toBe(address);
});

it.each([undefined, ''])('%p is off', (text) => {
  expect(otelEndpoint({ OTEL_ENDPOINT: text })).toBeNull();
});

it.each([
  'http://collector.example:4318',
  'http://10.1.2.3:4318',
  'http://127.0.0.1.example:4318',
  'http://localhost.example:4318',
  'http://0.0.0.0:4318',
  'https://127.0.0.1:4318',
  'http://user:geheim@127.0.0.1:4318',
  'http://:geheim@127.0.0.1:4318',
  'http://127.0.0.1@collector.example:4318',
  'http://[::ffff:10.1.2.3]:4318',
  'http://127.0.0.1:4318/?key=geheim',
  '127.0.0.1:4318',
])('%s is refused, and not repeated', (text) => {
  const read = () => otelEndpoint({ OTEL_ENDPOINT: text });
  expect(read).toThrow(/nothing is sent to another host/);
  expect(read).not.toThrow(/geheim|example/);
});
