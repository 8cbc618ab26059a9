import { policePersonNo } from '#demo/bulk/keys.ts';
import type { BulkPerson } from '#demo/bulk/people.ts';
import type { CriminalPlan } from '#demo/bulk/plan.ts';
import type { PartyRow } from '#simulators/police/rows.ts';

const SUSPECT = '01';
const VICTIM = '02';

/** Suspects, then victims. The police have the names of protected people too: they alone. */
export function partiesOf({ policeCaseNo, profile, times, suspects, victims }: CriminalPlan): readonly PartyRow[] {
  const stateOfSuspects = profile === 'WITHDRAWN' ? '8' : times.referred === null ? '1' : '2';
  const key = ({ place }: { readonly place: number }) => ({
    RYBH: policePersonNo(policeCaseNo, place),
    AJBH: policeCaseNo,
  });
  return [
    ...suspects.map((suspect) => {
      const WCNBZ = suspect.minor ? '1' : '0';
      return { ...key(suspect), ...personal(suspect), RYLB: SUSPECT, CLZT: stateOfSuspects, HM: '', BHBZ: '0', WCNBZ };
    }),
    ...victims.map((victim) => {
      const protection = { HM: victim.alias ?? '', BHBZ: victim.alias === null ? '0' : '1' };
      return { ...key(victim), ...personal(victim), RYLB: VICTIM, CLZT: '', ...protection, WCNBZ: '' };
    }),
  ];
}

function personal({ name, idNumber, phone, sex }: BulkPerson) {
  return { XM: name, ZJHM: idNumber, LXDH: phone ?? '', XBDM: sex === 'MALE' ? '1' : '2' };
}
