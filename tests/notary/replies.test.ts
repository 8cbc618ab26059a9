import { describe, expect, it } from '@jest/globals';
import { UnreadableRecord } from '#adapters/systems/answers.ts';
import { notaryRows } from '#demo/systems/notary.ts';
import type { CertificateRow } from '#simulators/notary/rows.ts';
import { call, rowsWith, start } from '#tests/notary/harness.ts';
import { DIGEST, key, OFFICE, REVOKED, VALID } from '#tests/notary/numbers.ts';

const invalid = { code: 'DEPARTMENT_DATA_INVALID', department: 'NOTARY', system: 'notary', retryable: false };

/** Fields are read when they are asked for. */
const everyField = (record: unknown) => JSON.stringify(record);

describe('a record that the graph has no words for', () => {
  it.each<[string, Partial<CertificateRow>, string]>([
    ['an unknown state', { zhuangtai: '09' }, 'zhuangtai has an unknown code'],
    ['a state without its zero', { zhuangtai: '1' }, 'zhuangtai has an unknown code'],
    ['no state', { zhuangtai: '' }, 'zhuangtai is missing'],
    ['a date that is none', { chujuRiqi: '2025-02-30' }, 'chujuRiqi is not an xs:date'],
    ['somebody for a date', { chujuRiqi: '郑拟寅' }, 'chujuRiqi is not an xs:date'],
    ['half a digest', { zhaiyaoZhi: '442291BD' }, 'zhaiyaoZhi is not a digest'],
    [
      'an execution certificate without a number',
      { zhixingZhengshu: { niandu: '2025', zihao: '鲁虚构证执字', liushuiHao: '', zhuangtai: '01' } },
      'liushuiHao is missing',
    ],
  ])('with %s is refused, by the name of the element alone', async (_what, changes, message) => {
    const { notary } = await start({ rows: rowsWith(changes) });
    const error = await notary
      .verify(OFFICE, VALID, DIGEST, call)
      .then(everyField)
      .catch((caught) => caught);
    expect(error).toMatchObject({ ...invalid, cause: { message } });
    expect(await notary.verify(OFFICE, REVOKED, DIGEST, call)).toMatchObject({ state: 'REVOKED' });
  });

  it('is refused where the facts ask for it, too', async () => {
    const { notary } = await start({ rows: rowsWith({ juanzongLeibie: '7' }) });
    const facts = await notary.certificateFacts([key(VALID), key(REVOKED)], call);
    expect(() => facts.get(key(VALID))).toThrow(expect.objectContaining(invalid));
    expect(facts.get(key(REVOKED))).toMatchObject({ number: REVOKED });
  });

  it('keeps its place in a page, by its key alone', async () => {
    const { notary } = await start({ rows: rowsWith({ juanzongLeibie: '7' }) });
    const page = await notary.page(OFFICE, null, 500, call);
    expect(page.filter((each) => each instanceof UnreadableRecord)).toEqual([
      { key: notaryRows()[0]?.pingtaiHao, error: expect.objectContaining(invalid) },
    ]);
    expect(page.length).toBeGreaterThan(1);
  });
});

it('without a date of revocation a revoked certificate is revoked', async () => {
  const { notary } = await start({ rows: rowsWith({ zhuangtai: '03', chexiaoRiqi: '' }) });
  expect(await notary.verify(OFFICE, VALID, null, call)).toMatchObject({ state: 'REVOKED', revokedOn: null });
});
