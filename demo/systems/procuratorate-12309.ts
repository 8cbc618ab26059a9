import { CASE_1 } from '#demo/systems/procuratorate-12309/case-1.ts';
import { CASE_2 } from '#demo/systems/procuratorate-12309/case-2.ts';
import { CASE_3 } from '#demo/systems/procuratorate-12309/case-3.ts';
import { CASE_4 } from '#demo/systems/procuratorate-12309/case-4.ts';
import { CASE_6 } from '#demo/systems/procuratorate-12309/case-6.ts';
import { CASE_7 } from '#demo/systems/procuratorate-12309/case-7.ts';
import { CASE_9 } from '#demo/systems/procuratorate-12309/case-9.ts';
import { CASE_10 } from '#demo/systems/procuratorate-12309/case-10.ts';
import { CASE_12 } from '#demo/systems/procuratorate-12309/case-12.ts';
import { INCOMING, MANAGERS } from '#demo/systems/procuratorate-12309/incoming.ts';
import { SLOTS, TICKETS } from '#demo/systems/procuratorate-12309/services.ts';
import { toReview, toTransfers } from '#demo/systems/procuratorate-12309/to-rows.ts';
import { CASES } from '#demo/world/cases.ts';
import { acceptanceNo } from '#schema/identifiers/acceptance-no.ts';
import type { Procuratorate12309Rows } from '#simulators/procuratorate-12309/rows.ts';

const FILES = [CASE_1, CASE_2, CASE_3, CASE_4, CASE_6, CASE_7, CASE_9, CASE_10, CASE_12].flat();

/** 12309's rows for every case of the world that has an acceptance number. @throws Error where there is no file of one */
export function procuratorate12309Rows(): Procuratorate12309Rows {
  const filed = new Set(FILES.map(({ record }) => acceptanceNo.parse(record.BMSAH) as string));
  for (const number of CASES.flatMap(({ acceptanceNos }) => acceptanceNos)) {
    if (!filed.has(number)) throw new Error(`demo: the procuratorate has no file of ${number}`);
  }
  return {
    cases: FILES.map(toReview),
    transfers: FILES.flatMap(toTransfers),
    incoming: INCOMING,
    managers: MANAGERS,
    tickets: TICKETS,
    slots: SLOTS,
  };
}
