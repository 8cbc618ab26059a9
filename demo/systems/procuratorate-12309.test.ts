import { describe, expect, it } from '@jest/globals';
import { policeRows } from '#demo/systems/police.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { procuratorateDocumentNo } from '#schema/identifiers/procuratorate-document-no.ts';

describe('the rows of 12309', () => {
  const { cases, transfers, tickets } = procuratorate12309Rows();

  it('are the ten records of the world, in three sorts of brackets', () => {
    expect(cases.map(({ BMSAH }) => acceptanceNo.parse(BMSAH)).filter(Boolean)).toHaveLength(10);
    const raw = cases.map(({ BMSAH }) => BMSAH).join();
    for (const bracket of ['[', '〔', '［']) expect(raw).toContain(bracket);
  });

  it('name people by valid numbers, and the protected by an alias alone', () => {
    for (const { SFBH, SFZHM, LXDH } of cases.flatMap(({ RY }) => RY)) {
      if (SFBH === '1') expect([SFZHM, LXDH]).toEqual(['', '']);
      else expect(citizenId.parse(SFZHM)).not.toBeNull();
    }
    expect(tickets.map(({ SFZHM }) => citizenId.parse(SFZHM)?.length)).toEqual([18, 15]);
  });

  it('bear document numbers that are some, or none', () => {
    for (const { WH } of cases.flatMap(({ WS }) => WS)) {
      if (WH !== '') expect(procuratorateDocumentNo.parse(WH)).toBe(WH);
    }
  });

  it('agree with the police on numbers, hand-overs and the documents in them', () => {
    const police = policeRows();
    const known = new Map(police.T_AJ.map((row) => [row.AJBH, row]));
    for (const { BMSAH, GAAJBH, FYAH } of cases) {
      const theirs = GAAJBH.map((number) => known.get(number));
      const numbers = theirs.flatMap((row) => (row ? [row.BPSAH, row.QSSAH] : [])).map(acceptanceNo.parse);
      if (!BMSAH.includes('000007')) expect(numbers).toContain(acceptanceNo.parse(BMSAH)); // case 7: the police lack it
      if (FYAH !== '')
        expect(theirs.map((row) => courtCaseNo.parse(row?.FYAH ?? ''))).toContain(courtCaseNo.parse(FYAH));
    }
    const digests = new Map(police.T_WS.map(({ WSBH, ZYZ, WH }) => [WSBH, [ZYZ, WH]]));
    for (const { WSBH, ZYZ, WH } of transfers.flatMap(({ WS }) => WS).filter(({ WSDM }) => WSDM.startsWith('GA'))) {
      expect([WSBH, digests.get(WSBH)]).toEqual([WSBH, [ZYZ, WH]]);
    }
    const compact = (time: string) => time.replace(/\D/g, '');
    const theirTimes = police.T_YS.map(({ FCSJ, JSSJ }) => `${compact(FCSJ)}-${compact(JSSJ)}`);
    for (const { FCSJ, JSSJ, JSDW } of transfers) {
      if (JSDW !== '鲁9999') expect(theirTimes).toContain(`${FCSJ}-${JSSJ}`);
    }
  });
});
