import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { legacy } from './command.ts';

const PASSWORD = 'geheim & 4711';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'legacy-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []];
  const code = await legacy(
    args,
    { stdin: (async function* () {})(), stdout: (text) => out.push(text), stderr: (text) => err.push(text) },
    { env: {}, signal: new AbortController().signal },
  );
  expect(err.join('')).not.toContain('geheim');
  return { code, stdout: out.join(''), stderr: err.join('') };
}
/** Nobody listens at port 1 of this machine. */
const nobody = (password: string, ...more: string[]) =>
  run(
    'oracle',
    '--connect',
    '127.0.0.1:1/XE',
    '--user',
    'U',
    '--password-file',
    password,
    '--sql',
    'SELECT 1 FROM DUAL',
    ...more,
  );

describe('a run that cannot begin ends with 2, one sentence and how it is used', () => {
  it.each([
    [[], /soap or oracle/],
    [['soap'], /--wsdl is missing/],
    [['soap', '--wsdl', 'no/such.wsdl'], /no such file as --wsdl names/],
    [
      ['oracle', '--connect', 'x', '--user', 'U', '--password-file', 'no/such', '--sql', 'SELECT 1 FROM DUAL'],
      /--password-file names/,
    ],
  ])('%j', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...(args as string[]));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).toMatch(/用法 \/ usage:/);
  });

  it.each([
    [['--operation', 'nope'], /the WSDL has these operations: \w+/],
    [['--operation', 'nope', '--port', 'none'], /the WSDL has no port none/],
    [['--operation', 'nope', '--charset', 'EBCDIC'], /--charset: UTF-8, UTF-16, GBK/],
    [['--operation', 'nope', '--args', '[1]'], /--args is an object/],
    [['--operation', 'nope', '--address', 'http://u:geheim@127.0.0.1/'], /credentials do not stand in the endpoint/],
    [['--operation', 'nope', '--address', 'ftp://127.0.0.1/'], /no address of http/],
  ])('soap with %j', async (args, sentence) => {
    const { code, stderr } = await run('soap', '--wsdl', 'adapters/systems/notary/notary.wsdl', ...args);
    expect({ code, said: stderr.split('\n', 1)[0] }).toEqual({ code: 2, said: expect.stringMatching(sentence) });
  });

  it.each([
    ['', /is empty/],
    ['\n', /is empty/],
    [`${PASSWORD}\nmore\n`, /more than one line/],
  ])('a password file of %j', async (text, sentence) => {
    const { code, stderr } = await nobody(file('password', text));
    expect({ code, said: sentence.test(stderr) }).toEqual({ code: 2, said: true });
  });
});

describe('a password file', () => {
  it('that everybody can read is warned of', async () => {
    expect((await nobody(file('password', `${PASSWORD}\n`, 0o644))).stderr).toMatch(/warning: everybody can read/);
  });

  it('that nobody else can read is not', async () => {
    expect((await nobody(file('password', `${PASSWORD}\r\n`))).stderr).not.toMatch(/warning/);
  });
});

it('a database that does not answer is the stable error, and 5', async () => {
  const { code, stdout, stderr } = await nobody(file('password', PASSWORD));
  expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'DEPARTMENT_UNAVAILABLE',
    retryable: true,
    reason: expect.any(String),
  });
});

it('a WSDL that cannot be used is told with its line, and 3', async () => {
  const { code, stderr } = await run('soap', '--wsdl', file('a.wsdl', '<a>\n<b></a>'));
  expect(JSON.parse(stderr)).toMatchObject({ code: 'BAD_USER_INPUT', reason: expect.stringMatching(/^a\.wsdl:2: /) });
  expect(code).toBe(3);
});
