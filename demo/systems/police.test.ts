import { describe, expect, it } from '@jest/globals';
import { policeRows } from '#demo/systems/police.ts';
import { procuratorate12309Rows } from '#demo/systems/procuratorate-12309.ts';
import { PEOPLE } from '#demo/world/people.ts';
import { LAWYERS } from '#demo/world/staff.ts';
import { citizenId } from '#schema/identifiers/citizen-id.ts';
import { policeCaseNo } from '#schema/identifiers/police-case-no.ts';

const rows = policeRows();

describe('the rows of the police', () => {
  it('are one for each police number of the world, and the labelled one', () => {
    expect(rows.T_AJ.map(({ AJBH }) => `${AJBH.slice(1, 7)} ${AJBH.slice(-8)}`)).toEqual([
      '379999 25030001',
      '379999 25060002',
      '379999 25010003',
      '379999 23070004',
      '379999 25020006',
      '379999 25050007',
      '379999 25020009',
      '379999 24110010',
      '379999 24110011',
      '439999 25040011',
      '379999 25010012',
      '379999 25040013',
      '379999 25050099',
    ]);
    expect(rows.T_AJ.map(({ AJBH }) => policeCaseNo.parse(AJBH))).toEqual(rows.T_AJ.map(({ AJBH }) => AJBH));
  });

  it('hold people with valid numbers, each once', () => {
    const numbers = rows.T_AJRY.map(({ ZJHM }) => ZJHM);
    expect(numbers.map(citizenId.parse)).toEqual(numbers);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(new Set(Object.values(PEOPLE).map(({ idNumber }) => idNumber)).size).toBe(Object.keys(PEOPLE).length);
  });

  it('hold three people in the detention centre (WORLD 3), and one hand-over that nobody took over', () => {
    const named = new Map(rows.T_AJRY.map(({ RYBH, XM }) => [RYBH, XM]));
    const labelled = new Set(rows.T_AJ.filter(({ MJDM }) => MJDM === '2').map(({ AJBH }) => AJBH));
    const held = rows.T_ZYRY.filter(({ AJBH, CSSJ }) => CSSJ === '' && !labelled.has(AJBH));
    expect(held.map(({ RYBH }) => named.get(RYBH))).toEqual(['张拟甲', '周拟庚', '钱拟癸']);
    const pending = rows.T_HY.filter(({ ZYBH, HZSJ }) => HZSJ === '' && held.some((each) => each.ZYBH === ZYBH));
    expect(pending).toMatchObject([{ YCJG: 'J379999', YRJG: '379999000000', JSSJ: '' }]);
  });

  it('name documents and people that there are', () => {
    const documents = new Set(rows.T_WS.map(({ WSBH }) => WSBH));
    const people = new Set(rows.T_AJRY.map(({ RYBH }) => RYBH));
    for (const { WSBH } of [...rows.T_QZCS, ...rows.T_YSCL]) expect(WSBH === '' || documents.has(WSBH)).toBe(true);
    for (const { RYBH } of [...rows.T_QZCS, ...rows.T_ZYRY]) expect(people).toContain(RYBH);
  });

  it('name documents of the procuratorate by the keys and numbers that it has for them', () => {
    const issued = new Map(procuratorate12309Rows().cases.flatMap(({ WS }) => WS.map((each) => [each.WSBH, each])));
    const received = rows.T_WS.filter(({ ZZJG }) => ZZJG === 'J379999');
    for (const { WSBH, WSMC, WH, ZZSJ, ZYZ } of received) {
      expect(issued.get(WSBH)).toMatchObject({ WSMC, WH, QFRQ: ZZSJ.replaceAll('-', ''), ZYZ });
    }
    expect(received.length).toBeGreaterThan(10);
  });

  it('list counsel and the held beside the case as they stand in the tables', () => {
    const current = rows.T_ZYRY.filter(({ CSSJ }) => CSSJ === '');
    expect(rows.T_AJ.flatMap(({ ZYRYMD }) => ZYRYMD || [])).toEqual(
      current.map((each) => `${each.RYBH}：${each.KSSDM}`),
    );
    expect(rows.T_AJ.flatMap(({ WTLSMD }) => WTLSMD || [])).toEqual([
      `R3799990000002025060021:${LAWYERS.he.licenceNo}:${LAWYERS.he.name}:20250607`,
    ]);
  });
});
