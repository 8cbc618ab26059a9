import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Means } from './means.ts';
import { soapOptions } from './options.ts';
import { securityOf } from './security.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'security-'));
  for (const name of ['cert', 'key', 'ca']) writeFileSync(join(folder, name), `${name} in PEM`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const means = { password: (user: string, file: string) => `of ${user} in ${file}` } as Means;
const read = (...args: string[]) => securityOf(soapOptions(['--wsdl', 'a.wsdl', ...args]), means);
const files = (...names: string[]) => names.flatMap((name) => [`--${name}`, join(folder, name)]);
const ACCOUNT = ['--user', 'u', '--password-file', 'p'];

describe('what a system demands', () => {
  it.each(['basic', 'wsse-text', 'wsse-digest'])('%s is an account', (kind) => {
    expect(read('--security', kind, ...ACCOUNT)).toEqual([{ kind, user: 'u', password: 'of u in p' }]);
  });

  it.each(['wsse-text', 'wsse-digest'])('%s may go with a timestamp', (kind) => {
    const token = { kind, user: 'u', password: 'of u in p', timestamp: true };
    expect(read('--security', kind, '--timestamp', ...ACCOUNT)).toEqual([token]);
  });

  it('wsse-x509 is a certificate and its key', () => {
    const signature = { kind: 'wsse-x509', certificate: 'cert in PEM', key: 'key in PEM' };
    expect(read('--security', 'wsse-x509', ...files('cert', 'key'))).toEqual([signature]);
  });

  it('mtls trusts the authority that is given, and may stand beside a token', () => {
    expect(read('--security', 'mtls', '--security', 'wsse-digest', ...ACCOUNT, ...files('cert', 'key', 'ca'))).toEqual([
      { kind: 'mtls', certificate: 'cert in PEM', key: 'key in PEM', authority: 'ca in PEM' },
      { kind: 'wsse-digest', user: 'u', password: 'of u in p' },
    ]);
  });

  it('an authority alone is for the server’s certificate', () => {
    expect(read(...files('ca'))).toEqual([{ kind: 'tls', authority: 'ca in PEM' }]);
  });

  it('nothing is nothing', () => {
    expect(read()).toEqual([]);
  });
});

describe('what is missing is named', () => {
  it.each([
    [() => read('--security', 'basic'), /--security basic needs --user/],
    [() => read('--security', 'wsse-text', '--user', 'u'), /--security wsse-text needs --password-file/],
    [() => read('--security', 'wsse-x509', ...files('cert')), /--security wsse-x509 needs --key/],
    [() => read('--security', 'mtls', ...files('cert', 'key')), /--security mtls needs --ca/],
    [() => read('--ca', join(folder, 'none')), /the file that --ca names cannot be read/],
  ])('%#', (reading, sentence) => {
    expect(reading).toThrow(sentence);
  });
});
