import { describe, expect, it } from '@jest/globals';
import { notaryRows } from '#demo/systems/notary.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { notarialCertificateNo } from '#schema/identifiers/notarial-certificate-no.ts';
import { unifiedSocialCreditCode } from '#schema/identifiers/unified-social-credit-code.ts';
import type { CertificateRow } from '#simulators/notary/rows.ts';

const rows = notaryRows();
const numberOf = ({ niandu, zihao, liushuiHao }: CertificateRow) => `（${niandu}）${zihao}第${liushuiHao}号`;

describe('the rows of the notary platform', () => {
  it('hold the two certificates of case 5 as the world fixes them', () => {
    const ofCase5 = rows.filter(
      ({ yongyuAnjian }) => courtCaseNo.parse(yongyuAnjian) === courtCaseNo.parse('（2025）鲁9999民初999905号'),
    );
    const [first, second] = ofCase5;
    expect(ofCase5.map(numberOf)).toEqual(['（2025）鲁虚构证民字第000001号', '（2025）鲁虚构证民字第000002号']);
    expect(first).toMatchObject({
      jigouDaima: '32379999FAKE6NTY35',
      zhuangtai: '01',
      chexiaoRiqi: '',
      zhaiyaoZhi: '442291bd2d679b1f503749c8ee369e384b4447b2a3fe4d1c570e1e38cecc7721'.toUpperCase(),
      zhixingZhengshu: { zhuangtai: '00' },
    });
    expect(second).toMatchObject({ jigouDaima: '32379999FAKE6NTY35', zhuangtai: '03', chexiaoRiqi: '2025-05-20' });
    expect(second?.zhaiyaoZhi).not.toBe(first?.zhaiyaoZhi);
  });

  it('have numbers that are valid, each key once', () => {
    for (const row of rows) {
      expect(notarialCertificateNo.parse(numberOf(row))).toBe(numberOf(row));
      expect(unifiedSocialCreditCode.parse(row.jigouDaima)).toBe(row.jigouDaima);
      expect(row.pingtaiHao).toMatch(/^00\d{17}$/);
      for (const { zhengjianHao } of row.dangshiren) expect(citizenId.parse(zhengjianHao)).toBe(zhengjianHao);
    }
    expect(new Set(rows.map(({ pingtaiHao }) => pingtaiHao)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.jigouDaima + numberOf(row))).size).toBe(rows.length);
  });
});
