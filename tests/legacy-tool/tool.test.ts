import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { serve } from '#service/http/testing.fixture.ts';
import { readDocument } from '#tests/docs/document.ts';
import { PASSWORD, type StandIns, startStandIns } from '#tests/legacy-tool/harness.ts';

let standIns: StandIns;
beforeAll(async () => {
  standIns = await startStandIns();
}, 60_000);
afterAll(() => standIns.stop());

const commands = readDocument('docs/legacy-tool.md').commands.filter((line) => line.startsWith('npm run legacy -- '));
const documented = (part: string) => commands.find((line) => line.includes(part)) ?? '';
const said: string[] = [];
afterEach(() => {
  // However a run ends: as it is, in JSON, in XML, and as the user's.
  for (const form of [PASSWORD, 'geheim &lt;', 'geheim', '4711']) expect(said.join('')).not.toContain(form);
});

async function run(line: string, input?: string) {
  const ended = await standIns.run(line, input);
  said.push(ended.stdout, ended.stderr);
  return ended;
}
async function answer(line: string, input?: string): Promise<unknown> {
  const { code, stdout, stderr } = await run(line, input);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout);
}
async function refusal(line: string, input?: string): Promise<unknown> {
  const { code, stdout, stderr } = await run(line, input);
  expect(stdout).toBe('');
  return { exit: code, ...(JSON.parse(stderr) as object) };
}

describe('what the document says', () => {
  it('has each kind of system', () => {
    expect(commands.map((line) => /127\.0\.0\.1:(\d+)/.exec(line)?.[1] ?? 'list').toSorted()).toEqual([
      '15210',
      '15211',
      '8368',
      '8443',
      'list',
    ]);
  });

  it('lists a WSDL', async () => {
    expect(await answer(documented('notary.wsdl'))).toMatchObject([
      {
        ...{ port: 'HechaPort', soap: '1.2', address: 'https://gzy-app03.intra.invalid:7443/gzy/ws/HechaService' },
        operations: { quanxian: { arguments: { 'gongzhengshu[1..50]': { liushuiHao: 'long' } } } },
      },
    ]);
  });

  it('asks 12368 with a digest', async () => {
    expect(await answer(documented(':8368'))).toMatchObject({
      JLS: '1',
      AJLB: { AJ: [{ AH: '（2025）鲁9999刑初999901号', CBRLB: { CBR: expect.any(Array) }, HBLB: { HB: [] } }] },
    });
  });

  it('asks the notary platform with a certificate, and keeps the zeros of its numbers', async () => {
    expect(await answer(documented(':8443'))).toMatchObject({
      gongzhengshu: [{ liushuiHao: expect.stringMatching(/^0000\d\d$/) }],
    });
  });

  it('asks legal aid, padded keys and all', async () => {
    expect(await answer(documented(':15210'))).toEqual([
      expect.objectContaining({ FYAJBH: 'LA-2025-000001'.padEnd(24), MJDM: '0' }),
    ]);
  });

  it('asks the police by name and number', async () => {
    expect(await answer(documented(':15211'))).toEqual([
      expect.objectContaining({ AJBH: 'A3799990000002025010003', BCZCCS: '2' }),
    ]);
  });
});

it('12309 is asked in GBK, a document in a string, with its password on standard input only', async () => {
  const line =
    'npm run legacy -- soap --wsdl adapters/systems/procuratorate-12309/procuratorate-12309.wsdl --operation cxGdXx' +
    ' --address http://127.0.0.1:8309/jcfw/services/JcfwService --charset GBK --args -';
  const password = PASSWORD.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const key = '<GDLB><GDH>PT12309-2025-000002</GDH></GDLB>';
  const in0 = `<?xml version="1.0" encoding="GBK"?><QQ><YHM>zhengfa-graph</YHM><KL>${password}</KL><CS>${key}</CS></QQ>`;
  expect(await answer(line, JSON.stringify({ in0 }))).toEqual({ cxGdXxReturn: expect.stringContaining('㛃拟𠮷') });
});

it('a password that the system sends back is not printed, in whatever form', async () => {
  const echo = await serve(async (request, response) => {
    const sent = `${await text(request)} ${request.headers.authorization}`;
    const fault = `<faultcode>e:Client</faultcode><faultstring>${sent.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</faultstring>`;
    const body = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><e:Fault>${fault}</e:Fault></e:Body></e:Envelope>`;
    response.writeHead(500, { 'content-type': 'text/xml; charset=utf-8' }).end(body);
  });
  const line = documented(':8368').replace('--security wsse-digest', '--security wsse-text --security basic');
  const told = JSON.stringify(await refusal(`${line} --address ${echo.url}`));
  await echo.close();
  const basic = Buffer.from(`zhengfa-graph:${PASSWORD}`).toString('base64');
  expect(told).toMatch(/PasswordText[^>]*>\*\*\*<.*Basic \*\*\*/);
  expect(told).not.toContain(basic);
});

describe('a call that fails ends with its own exit code', () => {
  const with12368 = (args: string, more = '') =>
    documented(':8368')
      .replace(/--args '[^']*'/, `--args '${args}'`)
      .concat(' ', more);

  it.each([
    ['4 for a field that there is not', '{"AHLB":{"AH":["x"],"AJ":"y"}}', '', { exit: 4, code: 'BAD_USER_INPUT' }],
    ['4 for one that is missing', '{}', '', { exit: 4, reason: expect.stringContaining('AHLB') }],
    ['4 for a character that the charset lacks', '{"AHLB":{"AH":["𠮷"]}}', '--charset GBK', { exit: 4 }],
    ['5 where nobody listens', '{"AHLB":{"AH":["x"]}}', '--address http://127.0.0.1:1/', { exit: 5, retryable: true }],
    ['8 for another account', '{"AHLB":{"AH":["x"]}}', '--user somebody', { exit: 8, code: 'DEPARTMENT_UNAVAILABLE' }],
  ])('%s', async (_what, args, more, expected) => {
    expect(await refusal(with12368(args, more))).toMatchObject(expected);
  });

  it.each([
    ['6 where no answer comes in time', { mode: 'hang' } as const, { exit: 6, code: 'DEPARTMENT_TIMEOUT' }],
    [
      '7 for what cannot be read',
      { mode: 'garbage', kind: 'truncated' } as const,
      { exit: 7, code: 'DEPARTMENT_DATA_INVALID' },
    ],
  ])('%s', async (_what, fault, expected) => {
    standIns.court.setFault(fault);
    expect(await refusal(documented(':8368').concat(' --timeout 1500'))).toMatchObject(expected);
    standIns.court.setFault({ mode: 'none' });
  });

  it.each([
    ['8 for a table that there is not', 'SELECT * FROM GABA.NOWHERE WHERE 1 = :1', { exit: 8, detail: /^ORA-00942/ }],
    ['4 for a bind that is not of its kind', 'SELECT 1 FROM DUAL WHERE 1 = :1', { exit: 4, reason: /bind :1/ }],
  ])('%s', async (_what, sql, { exit, ...expected }) => {
    const binds = exit === 4 ? '[{"kind":"number","value":"x"}]' : '[1]';
    const line = documented(':15211').replace(/--sql .*/, `--sql '${sql}' --binds '${binds}'`);
    const [[name, pattern] = ['', /./]] = Object.entries(expected) as [string, RegExp][];
    expect(await refusal(line)).toMatchObject({ exit, [name]: expect.stringMatching(pattern) });
  });

  it('2 for what would change something, before anything is asked', async () => {
    const { code, stderr } = await run(documented(':15211').replace(/--sql .*/, "--sql 'DELETE FROM GABA.T_AJ'"));
    expect({ code, said: /only a query/.test(stderr) }).toEqual({ code: 2, said: true });
  });
});
