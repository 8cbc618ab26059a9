import { workingDay } from '#demo/bulk/days.ts';
import type { PlannedDocument } from '#demo/bulk/documents.ts';
import { procuratorateDocumentKey } from '#demo/bulk/keys.ts';
import type { BulkPerson } from '#demo/bulk/people.ts';
import type { CriminalPlan, PlannedTransfer, Suspect } from '#demo/bulk/plan.ts';
import { DECISIONS, NOT_PROSECUTED_DISCRETIONARY, PENDING, PROSECUTED } from '#demo/bulk/procuratorate-12309/codes.ts';
import { compactDate, compactTime } from '#demo/bulk/procuratorate-12309/dates.ts';
import type { CounselRow, PersonRow } from '#simulators/procuratorate-12309/rows.ts';

/** 人员序号, from 01; suspects come first. */
export function personKey(order: number): string {
  return String(order + 1).padStart(2, '0');
}

export function peopleOf(plan: CriminalPlan, review: PlannedTransfer['record']): readonly PersonRow[] {
  const { suspects, victims } = plan;
  const decision = review === 'ARREST_REVIEW' ? arrestDecision : outcome;
  return [
    ...suspects.map((suspect) => ({
      ...{ RYXH: personKey(suspect.place), SSDW: '01', ...personal(suspect) },
      ...{ SFBH: '0', SFWCN: suspect.minor ? '1' : '0', ...decision(plan, suspect) },
    })),
    ...victims.map((victim, order) => {
      const { alias } = victim;
      const who = alias === null ? personal(victim) : { XM: alias, XB: '', SFZHM: '', LXDH: '' };
      const key = { RYXH: personKey(suspects.length + order), SSDW: '02' };
      return { ...key, ...who, SFBH: alias === null ? '0' : '1', SFWCN: '', ...NOTHING };
    }),
  ];
}

/** Defence lawyers make themselves known to the procuratorate once it reviews the prosecution. */
export function counselOf({ suspects }: CriminalPlan, review: PlannedTransfer['record']): readonly CounselRow[] {
  if (review === 'ARREST_REVIEW') return [];
  return suspects.flatMap(({ place, retained }) => {
    if (retained === null) return [];
    const { lawyer, from } = retained;
    const RYXH = personKey(place);
    return { LSZYZH: lawyer.licenceNo, XM: lawyer.name, RYXH, WTRQ: compactDate(from), ZZRQ: '' };
  });
}

/** What stands with a person on whom nothing is decided. */
const NOTHING = { JDDM: '', JDRQ: '', JDWSBH: '', TGWSBH: '', ZXZT: '', ZXSJ: '', HZJZRQ: '' };
const EXECUTED = '2';
const RELEASED = '4';
/** To report what became of a decision (MPS-Rules 140, 142). */
const DAYS_TO_REPORT = 3;

function personal({ name, sex, idNumber, phone }: BulkPerson) {
  return { XM: name, XB: sex === 'MALE' ? '1' : '2', SFZHM: idNumber, LXDH: phone ?? '' };
}

function arrestDecision({ index, times }: CriminalPlan, { decision }: Suspect): typeof NOTHING {
  const decidedOn = times.arrestDecided;
  if (decision === null || decidedOn === null) return { ...NOTHING, JDDM: PENDING, ZXZT: '0' };
  return {
    JDDM: DECISIONS[decision.decision],
    JDRQ: compactDate(decidedOn),
    JDWSBH: keyOf(index, decision.document),
    TGWSBH: keyOf(index, decision.outline),
    ZXZT: decision.executedAt === null ? RELEASED : EXECUTED,
    ZXSJ: compactTime(decision.executedAt ?? ''),
    HZJZRQ: compactDate(workingDay(decidedOn + DAYS_TO_REPORT)),
  };
}

function outcome({ index, profile, times, documents }: CriminalPlan, { place }: Suspect): typeof NOTHING {
  if (times.concluded === null) return { ...NOTHING, JDDM: PENDING };
  const prosecuted = profile !== 'NOT_PROSECUTED';
  const document = documents.find(({ form, about }) =>
    prosecuted ? form === 'INDICTMENT' : form === 'NO_PROSECUTION' && about === place,
  );
  return {
    ...NOTHING,
    JDDM: prosecuted ? PROSECUTED : NOT_PROSECUTED_DISCRETIONARY,
    JDRQ: compactDate(times.concluded),
    JDWSBH: keyOf(index, document ?? null),
  };
}

function keyOf(index: number, document: PlannedDocument | null): string {
  return document === null ? '' : procuratorateDocumentKey(index, document);
}
