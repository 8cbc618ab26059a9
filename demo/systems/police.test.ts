import { describe, expect, it } from '@jest/globals';
import { policeRows } from '#demo/systems/police.ts';
import { POLICE_PEOPLE } from '#demo/systems/police-people.ts';
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
    expect(new Set(Object.values(POLICE_PEOPLE).map(({ idNumber }) => idNumber)).size).toBe(
      Object.keys(POLICE_PEOPLE).length,
    );
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
});
