import { describe, expect, it } from '@jest/globals';
import { oracleOptions, soapOptions } from './options.ts';

const GEHEIM = 'geheim-4711';

describe('soap', () => {
  it('needs no more than a WSDL', () => {
    expect(soapOptions(['--wsdl', 'a.wsdl'])).toMatchObject({
      wsdl: 'a.wsdl',
      operation: null,
      args: '{}',
      security: [],
    });
  });

  it('takes several kinds of security', () => {
    const args = ['--wsdl', 'a', '--security', 'mtls', '--security', 'wsse-digest', '--cert', 'c', '--key', 'k'];
    expect(soapOptions(args)).toMatchObject({ security: ['mtls', 'wsse-digest'], certFile: 'c', keyFile: 'k' });
  });

  it.each([
    [[], /--wsdl is missing/],
    [['--wsdl'], /--wsdl needs a value/],
    [['--wsdl', 'a', '--security', GEHEIM], /--security is one of basic, wsse-text, wsse-digest, wsse-x509, mtls/],
    [['--wsdl', 'a', '--timeout', '0'], /--timeout is in milliseconds/],
    [['--wsdl', 'a', '--timeout', GEHEIM], /--timeout is in milliseconds/],
    [['--wsdl', 'a', GEHEIM], /every argument follows an option/],
    [['--wsdl', 'a', '--password', GEHEIM], /an option that there is not.*--password-file/],
    [['--wsdl', 'a', `--password=${GEHEIM}`], /an option that there is not/],
    [['--wsdl', 'a', `-p${GEHEIM}`], /an option that there is not/],
    [['--wsdl', 'a', '--password-file', `-${GEHEIM}`], /--password-file needs a value/],
  ])('%j is refused, and nothing of it repeated', (args, sentence) => {
    const read = () => soapOptions(args as string[]);
    expect(read).toThrow(sentence as RegExp);
    expect(read).not.toThrow(/geheim|4711/);
  });
});

describe('oracle', () => {
  const whole = ['--connect', 'db:1521/X', '--user', 'U', '--password-file', 'p', '--sql', 'SELECT 1 FROM DUAL'];

  it('needs an account and a query', () => {
    expect(oracleOptions(whole)).toMatchObject({ connect: 'db:1521/X', user: 'U', binds: '[]', timeoutMs: 15_000 });
  });

  it.each(['connect', 'user', 'password-file', 'sql'])('is nothing without --%s', (name) => {
    const at = whole.indexOf(`--${name}`);
    expect(() => oracleOptions(whole.toSpliced(at, 2))).toThrow(`--${name} is missing`);
  });
});
