import { describe, expect, it } from '@jest/globals';
import { court12368Rows } from '#demo/systems/court-12368.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { CASES } from '#demo/world/cases.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';

describe('the rows of 12368', () => {
  const rows = court12368Rows();

  it('are one for each court number of the world, in whatever brackets', () => {
    const numbers = CASES.flatMap(({ courtCaseNos, mediationNos }) => [...courtCaseNos, ...mediationNos]);
    expect(rows.map(({ AH }) => courtCaseNo.parse(AH))).toEqual(numbers);
    expect(rows.map(({ AH }) => AH).join()).toContain('(2025)');
  });

  it('hold the parties with their identity numbers, as the real system does', () => {
    const [first] = rows;
    expect(first?.DSR.map(({ XH }) => XH)).toEqual(['1', '2', '3', '4']);
    for (const { SFZHM } of rows.flatMap(({ DSR }) => DSR)) expect(citizenId.parse(SFZHM)).toBe(SFZHM);
  });

  it('refer to hearings, documents and parties that are there', () => {
    for (const { KT, KTTZ, JZWS, DSR, JFTZ, DL } of rows) {
      const [hearings, documents, parties] = [
        KT.map(({ KTBH }) => KTBH),
        JZWS.map(({ WSBH }) => WSBH),
        DSR.map(({ XH }) => XH),
      ];
      expect(hearings).toEqual(expect.arrayContaining(KTTZ.map(({ KTBH }) => KTBH)));
      expect(documents).toEqual(expect.arrayContaining(KTTZ.map(({ WSBH }) => WSBH)));
      const named = [...KTTZ, ...DL].map(({ DSRXH }) => DSRXH).concat(JFTZ.map(({ JFRXH }) => JFRXH));
      expect(parties).toEqual(expect.arrayContaining(named));
      for (const { SSDRXH, SSDMC } of JZWS.flatMap(({ SDJL }) => SDJL).filter(({ SSDRXH }) => SSDRXH !== '')) {
        expect([SSDRXH, DSR.find(({ XH }) => XH === SSDRXH)?.XM]).toEqual([SSDRXH, SSDMC]);
      }
    }
  });

  it('hold indictments as the procuratorate issued them', () => {
    const issued = new Map(procuratorate12309Rows().cases.flatMap(({ WS }) => WS.map((row) => [row.WSBH, row])));
    const indictments = rows.flatMap(({ JZWS }) => JZWS.filter(({ WSDM }) => WSDM === '9001'));
    expect(indictments).toHaveLength(5);
    for (const { WSBH, WSWH, WSZYZ, QFRQ } of indictments) {
      expect(issued.get(WSBH)).toMatchObject({ WH: WSWH, ZYZ: WSZYZ, QFRQ: QFRQ.slice(0, 10).replaceAll('-', '') });
    }
  });

  it('name an appeal on both sides', () => {
    const named = new Map(rows.map(({ AH, GLAJAH }) => [courtCaseNo.parse(AH), GLAJAH.map(courtCaseNo.parse)]));
    const appeals = rows.filter(({ QSAJAH }) => QSAJAH !== '');
    expect(appeals).toHaveLength(1);
    for (const { AH, QSAJAH } of appeals) expect(named.get(courtCaseNo.parse(QSAJAH))).toContain(courtCaseNo.parse(AH));
  });

  it('have keys of their own', () => {
    const keys = rows.flatMap(({ KT, JZWS, JFTZ }) => [
      ...KT.map(({ KTBH }) => KTBH),
      ...JZWS.map(({ WSBH }) => WSBH),
      ...JFTZ.map(({ JFTZSH }) => JFTZSH),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
