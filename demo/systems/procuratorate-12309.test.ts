import { describe, expect, it } from '@jest/globals';
import { policeRows } from '#demo/systems/police.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { LAWYERS } from '#demo/world/staff.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import { procuratorateDocumentNo } from '#schema/identifiers/procuratorate-document-no.ts';

describe('the rows of 12309', () => {
  const { cases, transfers, incoming, tickets } = procuratorate12309Rows();

  it('are the ten records of the world, in three sorts of brackets', () => {
    expect(cases.map(({ BMSAH }) => acceptanceNo.parse(BMSAH)).filter(Boolean)).toHaveLength(10);
    const raw = cases.map(({ BMSAH }) => BMSAH).join();
    for (const bracket of ['[', '〔', '［']) expect(raw).toContain(bracket);
  });

  it('name people by valid numbers, and the protected by an alias alone', () => {
    for (const { SFBH, SFZHM, LXDH, XB } of cases.flatMap(({ RY }) => RY)) {
      if (SFBH === '1') expect([SFZHM, LXDH, XB]).toEqual(['', '', '']);
      else expect(Number(citizenId.parse(SFZHM)?.charAt(16)) % 2).toBe(Number(XB) % 2);
    }
    expect(tickets.map(({ SFZHM }) => citizenId.parse(SFZHM)?.length)).toEqual([18, 15]);
  });

  it('bear document numbers that are some, or none', () => {
    for (const { WH } of cases.flatMap(({ WS }) => WS)) {
      if (WH !== '') expect(procuratorateDocumentNo.parse(WH)).toBe(WH);
    }
  });

  it('have counsel in cases 1 and 2 alone, each a person of the case', () => {
    const counsel = cases.flatMap(({ BMSAH, LS, RY }) =>
      LS.map(({ LSZYZH, RYXH }) => [BMSAH, LSZYZH, RY.find((person) => person.RYXH === RYXH)?.XM]),
    );
    expect(counsel).toEqual([
      ['虚检刑诉受〔2025〕379999000011号', LAWYERS.he.licenceNo, '张拟甲'],
      ['虚检刑捕受〔2025〕379999000002号', LAWYERS.he.licenceNo, '周拟庚'],
    ]);
  });

  it('are told no number by the platform, and in case 7 none by the police but in the package', () => {
    expect(cases.filter(({ PTTYAH }) => PTTYAH !== '')).toEqual([]);
    const without = cases.filter(({ GAAJBH }) => GAAJBH.length === 0).map(({ BMSAH }) => BMSAH);
    expect(without).toEqual(['虚检刑捕受〔2025〕379999000007号']);
    expect(transfers.filter(({ BMSAH }) => without.includes(BMSAH)).flatMap(({ GAAJBH }) => GAAJBH)).toEqual([
      'A3799990000002025050007',
    ]);
  });

  it('agree with the police on numbers, hand-overs and the documents in them', () => {
    const police = policeRows();
    const known = new Map(police.T_AJ.map((row) => [row.AJBH, row]));
    for (const { BMSAH, GAAJBH, FYAH } of cases) {
      const theirs = GAAJBH.map((number) => known.get(number));
      const numbers = theirs.flatMap((row) => (row ? [row.BPSAH, row.QSSAH] : [])).map(acceptanceNo.parse);
      if (theirs.length > 0) expect(numbers).toContain(acceptanceNo.parse(BMSAH));
      if (FYAH !== '')
        expect(theirs.map((row) => courtCaseNo.parse(row?.FYAH ?? ''))).toContain(courtCaseNo.parse(FYAH));
    }
    const digests = new Map(police.T_WS.map(({ WSBH, ZYZ, WH }) => [WSBH, [ZYZ, WH]]));
    for (const { WSBH, ZYZ, WH } of [...transfers, ...incoming]
      .flatMap(({ WS }) => WS)
      .filter(({ WSDM }) => WSDM.startsWith('GA'))) {
      expect([WSBH, digests.get(WSBH)]).toEqual([WSBH, [ZYZ, WH]]);
    }
    const compact = (time: string) => time.replace(/\D/g, '');
    const theirTimes = police.T_YS.map(({ FCSJ, JSSJ }) => `${compact(FCSJ)}-${compact(JSSJ)}`);
    for (const { FCSJ, JSSJ, JSDW } of [...transfers, ...incoming]) {
      if (JSDW !== '鲁9999') expect(theirTimes).toContain(`${FCSJ}-${JSSJ}`);
    }
  });
});
