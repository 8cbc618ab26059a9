import { describe, expect, it } from '@jest/globals';
import { isLoopback, readCommandLine, readSupergraphFile, SettingError } from '#gateway/settings.ts';

const DEFAULTS = {
  supergraphFile: null,
  port: 4000,
  host: '127.0.0.1',
  issuer: null,
  audience: null,
  authNone: false,
  introspection: false,
  maxBodyBytes: 262_144,
  batchMax: 0,
  limits: { tokens: 4000, depth: 15, aliases: 100, directives: 100, fragments: 200, fields: 1500, cost: 5_000_000 },
  userLimits: { requestsPerSecond: 50, missesPerMinute: 600, concurrentCost: 20_000_000 },
  operations: 'trusted',
};
/** Another graph is asked what its own clients ask, as often as they do. */
const ANOTHER = {
  supergraphFile: 'f',
  operations: 'any',
  userLimits: { requestsPerSecond: 0, missesPerMinute: 0, concurrentCost: 0 },
};
const NONE = ['--supergraph', 'f', '--auth', 'none'];
const ISSUER = ['--supergraph', 'f', '--issuer', 'https://i', '--audience', 'a'];
const words = (line: string) => line.split(' ').filter(Boolean);

describe('the command line', () => {
  it.each<[string, string[], NodeJS.ProcessEnv, object]>([
    ['nothing', [], {}, {}],
    [
      'the environment',
      [],
      { GATEWAY_PORT: '4001', GATEWAY_HOST: '::1', INTROSPECTION: 'on', MAX_BODY_BYTES: '1000' },
      { port: 4001, host: '::1', introspection: true, maxBodyBytes: 1000 },
    ],
    ['empty variables', [], { GATEWAY_PORT: '', GATEWAY_HOST: '', INTROSPECTION: '', MAX_BODY_BYTES: '' }, {}],
    [
      'limits',
      [],
      { LIMIT_COST: '7', LIMIT_TOKENS: '', REQUESTS_PER_SECOND: '0', MISSES_PER_MINUTE: '5', BATCH_MAX: '3' },
      {
        batchMax: 3,
        limits: { ...DEFAULTS.limits, cost: 7 },
        userLimits: { ...DEFAULTS.userLimits, requestsPerSecond: 0, missesPerMinute: 5 },
      },
    ],
    ['any document', [], { OPERATIONS: 'any' }, { operations: 'any' }],
    [
      'another graph, whose users are limited all the same, whatever OPERATIONS says',
      NONE,
      { REQUESTS_PER_SECOND: '9', OPERATIONS: 'trusted' },
      { ...ANOTHER, authNone: true, userLimits: { ...ANOTHER.userLimits, requestsPerSecond: 9 } },
    ],
    [
      'arguments before the environment',
      words('--port 0 --host ::1 --introspection off'),
      { GATEWAY_PORT: '9', GATEWAY_HOST: '0.0.0.0', INTROSPECTION: 'on' },
      { port: 0, host: '::1' },
    ],
    ['an empty host, which would be every address', ['--host', ''], {}, {}],
    ['another graph without tokens', NONE, {}, { ...ANOTHER, authNone: true }],
    [
      'another graph with an issuer',
      [...ISSUER, '--port', '65535'],
      {},
      { ...ANOTHER, issuer: 'https://i', audience: 'a', port: 65_535 },
    ],
  ])('%s', (_what, args, env, expected) => {
    expect(readCommandLine(args, env)).toEqual({ ...DEFAULTS, ...expected });
  });

  it.each<[string, string[]]>([
    ['neither issuer nor none', ['--supergraph', 'f']],
    ['both', [...ISSUER, '--auth', 'none']],
    ['an issuer without audience', ['--supergraph', 'f', '--issuer', 'i']],
    ['an audience without issuer', [...NONE, '--audience', 'a']],
    ['another --auth', ['--supergraph', 'f', '--auth', 'basic']],
    ['--auth none for our own graph', ['--auth', 'none']],
    ['--issuer for our own graph', ['--issuer', 'i', '--audience', 'a']],
    ['an unknown option', ['--insecure']],
    ['a word that is no option', ['start']],
    ['an option without its value', ['--port']],
  ])('%s: a sentence and the usage', (_what, args) => {
    const read = () => readCommandLine(args, {});
    expect(read).toThrow(SettingError);
    expect(read).toThrow(/npm run gateway/);
  });

  it.each(['-1', '65536', '80a', '0x50', '1e3', ' 80', '8.5', '', '８０', 'NaN'])('--port %j', (port) => {
    expect(() => readCommandLine([`--port=${port}`], {})).toThrow(/--port is a whole number from 0 to 65535/);
  });

  it.each(['0', '-1', 'abc', '1e6', '999999999', 'Infinity'])(
    'MAX_BODY_BYTES=%s, which would be no limit or no body',
    (limit) => {
      expect(() => readCommandLine([], { MAX_BODY_BYTES: limit })).toThrow(/MAX_BODY_BYTES is a whole number/);
    },
  );

  it.each<[NodeJS.ProcessEnv, RegExp]>([
    [{ LIMIT_COST: '0' }, /LIMIT_COST is a whole number from 1/],
    [{ REQUESTS_PER_SECOND: '-1' }, /REQUESTS_PER_SECOND is a whole number from 0/],
    [{ BATCH_MAX: 'all' }, /BATCH_MAX is a whole number from 0 to 100/],
    [{ OPERATIONS: 'Any' }, /OPERATIONS is trusted or any/],
  ])('%j', (env, sentence) => {
    expect(() => readCommandLine([], env)).toThrow(sentence);
  });

  it.each(['yes', 'true', '1', 'ON'])('--introspection %s', (value) => {
    expect(() => readCommandLine([], { INTROSPECTION: value })).toThrow(/--introspection is on or off/);
  });
});

it.each<[string, boolean]>([
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['', false],
  ['10.127.0.1', false],
  ['127.0.0.1.example.com', false],
  ['localhost.example.com', false],
  ['127.0.0.1\n0.0.0.0', false],
])('%j is loopback: %p', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

it('a file that cannot be read is a sentence', () => {
  expect(() => readSupergraphFile('no/such.graphql')).toThrow(
    new SettingError('无法读取超图文件 / the supergraph file cannot be read: no/such.graphql'),
  );
});
