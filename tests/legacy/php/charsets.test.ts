import { describe, expect, it } from '@jest/globals';
import { failureOf } from '#tests/legacy/failures.ts';
import { itReadsAndWrites } from '#tests/legacy/it-reads-and-writes.ts';
import { phpClients, type Settings } from '#tests/legacy/php/clients.ts';
import { at, lineOf } from '#tests/legacy/value-case.ts';
import { ours } from '#tests/legacy/values.ts';

const clients = phpClients();
const textOf = (answer: unknown) => at(answer, 'values', 'text');

/** What is read from a path, by `soap` alone too. */
const reads = (values: string, path: string, what: string, expected: string, settings: Settings = {}) => ({
  values: `reads ${values}`,
  ours: async () => textOf(await ours((await clients(path, settings)).ours, 'read', { what })),
  alone: async () => textOf(await (await clients(path)).alone.call('read', { what })),
  expected,
});
/** What the service understood of a text sent in a charset, which `soap` alone cannot. */
const writes = (values: string, path: string, text: string, charset: NonNullable<Settings['charset']>) => ({
  values: `writes ${values}`,
  ours: async () => {
    const answer = await ours((await clients(path, { charset })).ours, 'write', { values: { text } });
    return lineOf(at(answer, 'understood'), 'text');
  },
  alone: () => Promise.reject(new Error('soap writes UTF-8 only')),
  expected: JSON.stringify(text),
});

itReadsAndWrites('PHP, other charsets', [
  reads('UTF-8', 'UTF-8', 'wide', '㛃拟𠮷€'),
  reads('GBK', 'GBK', 'chinese', '张拟甲，镕'),
  reads('GB18030 declared as GBK', 'GBK', 'wide', '㛃拟𠮷€'),
  reads('GB18030', 'GB18030', 'wide', '㛃拟𠮷€'),
  reads('Big5', 'Big5', 'traditional', '張擬甲，許功蓋'),
  reads('UTF-16 with a BOM', 'UTF-16', 'wide', '㛃拟𠮷€'),
  reads('GBK that the prolog alone declares', 'GBK/undeclared', 'chinese', '张拟甲，镕'),
  reads('GBK that the header calls UTF-8', 'GBK/misdeclared', 'chinese', '张拟甲，镕', {
    replyCharset: { conflict: 'prolog' },
  }),
  writes('GBK', 'GBK', '张拟甲，镕', { declared: 'GBK', sent: 'gbk' }),
  writes('GB18030', 'GB18030', '㛃拟𠮷€', { declared: 'GB18030', sent: 'gb18030' }),
  writes('Big5', 'Big5', '張擬甲，許功蓋', { declared: 'Big5', sent: 'big5' }),
]);

describe('charsets', () => {
  it('that contradict each other are refused where no setting says which one counts', async () => {
    const { ours: connector } = await clients('GBK/misdeclared');
    const failure = await failureOf(ours(connector, 'read', { what: 'chinese' }));
    expect(failure.code).toBe('DEPARTMENT_DATA_INVALID');
  });

  it('that lack a character refuse it before anything is sent', async () => {
    const { ours: connector } = await clients('GBK', { charset: { declared: 'GBK', sent: 'gbk' } });
    const work = ours(connector, 'write', { values: { text: '㛃拟𠮷' } });
    await expect(work).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});
