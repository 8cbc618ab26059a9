import { CASE_1 } from '#demo/systems/police/case-1.ts';
import { CASE_2 } from '#demo/systems/police/case-2.ts';
import { CASE_3 } from '#demo/systems/police/case-3.ts';
import { CASE_4 } from '#demo/systems/police/case-4.ts';
import { CASE_6 } from '#demo/systems/police/case-6.ts';
import { CASE_7 } from '#demo/systems/police/case-7.ts';
import { CASE_9 } from '#demo/systems/police/case-9.ts';
import { CASE_10, CASE_10_JOINED } from '#demo/systems/police/case-10.ts';
import { CASE_11 } from '#demo/systems/police/case-11.ts';
import { CASE_12 } from '#demo/systems/police/case-12.ts';
import { CASE_13 } from '#demo/systems/police/case-13.ts';
import { LABELLED } from '#demo/systems/police/labelled.ts';
import { toRows } from '#demo/systems/police/to-rows.ts';
import { CASES } from '#demo/world/cases.ts';
import type { PoliceRows } from '#simulators/police/rows.ts';

const FILES = [
  ...[CASE_1, CASE_2, CASE_3, CASE_4, CASE_6, CASE_7, CASE_9],
  ...[CASE_10, CASE_10_JOINED, CASE_11, CASE_12, CASE_13, LABELLED],
];

/** The rows of the police for every case of the world that has a police number. @throws Error where there is no file of one */
export function policeRows(): PoliceRows {
  const filed = new Set(FILES.map(({ record }) => record.AJBH));
  for (const number of CASES.flatMap(({ policeCaseNos }) => policeCaseNos)) {
    if (!filed.has(number)) throw new Error(`demo: the police have no file of ${number}`);
  }
  const rows = FILES.map(toRows);
  return {
    T_AJ: rows.flatMap(({ T_AJ }) => T_AJ),
    T_AJRY: rows.flatMap(({ T_AJRY }) => T_AJRY),
    T_QZCS: rows.flatMap(({ T_QZCS }) => T_QZCS),
    T_ZYRY: rows.flatMap(({ T_ZYRY }) => T_ZYRY),
    T_HY: rows.flatMap(({ T_HY }) => T_HY),
    T_WS: rows.flatMap(({ T_WS }) => T_WS),
    T_YS: rows.flatMap(({ T_YS }) => T_YS),
    T_YSCL: rows.flatMap(({ T_YSCL }) => T_YSCL),
  };
}
