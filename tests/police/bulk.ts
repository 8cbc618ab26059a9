import { policeRows } from '#demo/systems/police.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';

/** `count` records in the manner of case 12, two months and two stations apart, in no order; nothing but cases and suspects. */
export function bulkRows(count: number): PoliceRows {
  const { T_AJ, T_AJRY } = policeRows();
  const number = 'A3799990000002025010012';
  const [record] = T_AJ.filter(({ AJBH }) => AJBH === number);
  const [suspect] = T_AJRY.filter(({ AJBH }) => AJBH === number);
  if (record === undefined || suspect === undefined) throw new Error('the demo has no case 12');
  const numbers = Array.from({ length: count }, (_, index) => bulkNumber((index * 97) % count));
  return {
    T_AJ: numbers.map((AJBH) => ({ ...record, AJBH })),
    T_AJRY: numbers.map((AJBH) => ({ ...suspect, AJBH, RYBH: `R${AJBH.slice(1)}` })),
    ...{ T_QZCS: [], T_ZYRY: [], T_HY: [], T_WS: [], T_YS: [], T_YSCL: [] },
  };
}

/** The key of a generated record; in the order of `index` where stations and months are alike. */
export function bulkNumber(index: number): string {
  const station = index % 2 === 0 ? '379999010001' : '379999020002';
  const month = index % 4 < 2 ? '202403' : '202411';
  return `A${station}${month}${String(index).padStart(4, '0')}`;
}
