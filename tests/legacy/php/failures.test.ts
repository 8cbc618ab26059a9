import { describe, expect, it } from '@jest/globals';
import { BasicAuthSecurity } from 'soap';
import { faultOf } from '#adapters/soap/faults/kept-fault.ts';
import { failureOf, thrownBy } from '#tests/legacy/failures.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { phpClients, type Settings } from '#tests/legacy/php/clients.ts';
import { at } from '#tests/legacy/value-case.ts';
import { ours } from '#tests/legacy/values.ts';

const clients = phpClients();
const PASSWORD = '口令 1';
const basic = (password: string): Settings => ({ security: [{ kind: 'basic', user: 'court', password }] });
const read = async (path: string, what: string) => ours((await clients(path)).ours, 'read', { what });

itReadsAndWrites('PHP, GBK', [
  {
    values: 'fault with typed detail',
    ours: async () => faultOf(await thrownBy(read('GBK', 'refused')))?.detail,
    alone: async () => {
      const error = await thrownBy((await clients('GBK')).alone.call('read', { what: 'refused' }));
      return at(error, 'root', 'Envelope', 'Body', 'Fault', 'detail');
    },
    expected: { refused: { code: '9007199254740993', reason: '案号<不>存在' } },
  },
  {
    values: 'basic authentication',
    ours: async () =>
      at(await ours((await clients('GBK/basic', basic(PASSWORD))).ours, 'read', { what: 'absent' }), 'code'),
    alone: async () => {
      const { alone } = await clients('GBK/basic');
      alone.client.setSecurity(new BasicAuthSecurity('court', PASSWORD));
      return at(await alone.call('read', { what: 'absent' }), 'code');
    },
    expected: '0',
  },
]);

describe('PHP’s failures', () => {
  it.each([
    ['a page of HTML', 'GBK/html', 'DEPARTMENT_UNAVAILABLE'],
    ['a page of HTML inside a 200', 'GBK/html-200', 'DEPARTMENT_DATA_INVALID'],
    ['nothing', 'GBK/empty', 'DEPARTMENT_DATA_INVALID'],
    ['a warning before the envelope', 'GBK/warning', 'DEPARTMENT_DATA_INVALID'],
    ['half an envelope', 'GBK/truncated', 'DEPARTMENT_DATA_INVALID'],
    ['a fault inside a 200', 'GBK/fault-in-200', 'DEPARTMENT_DATA_INVALID'],
  ])('%s', async (_what, path, code) => {
    const failure = await failureOf(read(path, 'refused'));
    expect(failure.code).toBe(code);
    expect(failure.reason).not.toMatch(/案号|系统维护|mysql/);
  });

  it('a password that is not theirs', async () => {
    const { ours: connector } = await clients('GBK/basic', basic('wrong'));
    await expect(ours(connector, 'read', { what: 'absent' })).rejects.toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      cause: { accountRefused: true },
    });
  });

  it('a code of failure inside a 200, where the system’s rule knows it', async () => {
    const resultRule = { codeAt: ['code'], success: new Set(['0']), retryable: new Set(['-1']) };
    const { ours: connector } = await clients('GBK', { resultRule });
    await expect(ours(connector, 'read', { what: 'result code' })).rejects.toMatchObject({
      code: 'DEPARTMENT_UNAVAILABLE',
      retryable: true,
    });
    await expect(ours(connector, 'read', { what: 'empty' })).resolves.toMatchObject({ values: { text: '' } });
  });
});
