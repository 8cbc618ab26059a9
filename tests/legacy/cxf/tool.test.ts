import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { killScripts, startScript } from '#tests/harness/process.ts';
import { type CxfServer, startCxf, WSDL } from '#tests/legacy/cxf/start.ts';
import { places } from '#tests/legacy/cxf/suite.ts';

/** `npm run legacy` as whoever tries a system uses it: nothing but a WSDL, an address and settings. */

let server: CxfServer;
let keys: string;
beforeAll(async () => {
  server = await startCxf();
  keys = (await places()).keys;
  await writeFile(join(keys, 'password'), '口令 <&> 1\n', { mode: 0o600 });
});
afterAll(async () => {
  await killScripts();
  await server?.stop();
});

async function tried(address: string, what: string, settings: readonly string[] = []) {
  const asked = ['--operation', 'read', '--args', JSON.stringify({ what }), '--address', address];
  const script = startScript('scripts/legacy.ts', ['soap', '--wsdl', WSDL, ...asked, ...settings]);
  const code = await script.ended;
  return { code, answer: code === 0 ? JSON.parse(script.stdout) : JSON.parse(script.stderr) };
}
const own = () => ['--cert', join(keys, 'client.crt'), '--key', join(keys, 'client.key')];

it.each([
  ['numbers', { whole: '379999198506120130', amount: '12345678901234567.890', closed: 'true' }],
  ['nil', { remark: null }],
  ['empty', { remark: '' }],
  ['one', { name: ['甲'], lawyers: { lawyer: ['何律师'] } }],
  ['dates', { day: '2024-01-02+08:00' }],
])('reads %s', async (what, expected) => {
  const { code, answer } = await tried(`${server.http}wrapped`, what);
  expect(code).toBe(0);
  expect(answer.values).toMatchObject(expected);
});

it.each<[string, () => readonly string[]]>([
  ['text', () => ['--security', 'wsse-text', '--user', 'court', '--password-file', join(keys, 'password')]],
  ['x509', () => ['--security', 'wsse-x509', ...own()]],
  ['mtls', () => ['--security', 'mtls', ...own(), '--ca', join(keys, 'server.crt')]],
])('is let in by %s', async (path, settings) => {
  const address = `${path === 'mtls' ? server.https : server.http}${path}`;
  const { code, answer } = await tried(address, 'choice', settings());
  expect({ code, phone: answer.values?.phone }).toEqual({ code: 0, phone: '13900000000' });
});

it('tells a fault with its detail, by an exit code of its own', async () => {
  const { code, answer } = await tried(`${server.http}wrapped`, 'refused');
  const detail = { refusal: { code: '9007199254740993', reason: '案号<不>存在' } };
  expect(answer).toMatchObject({ code: 'DEPARTMENT_UNAVAILABLE', fault: { detail } });
  expect(code).toBe(8);
});
