import { CRIMES, PROCEDURES, STATUSES, UPPER_COURT } from '#demo/bulk/court-12368/codes.ts';
import { document, hearingOf, own, toAgency, toParty } from '#demo/bulk/court-12368/papers.ts';
import {
  assessor,
  attorneyRow,
  clerk,
  dayText,
  judge,
  partyRow,
  presiding,
  RECORD,
} from '#demo/bulk/court-12368/record.ts';
import { type Day, monthsAfter, YESTERDAY } from '#demo/bulk/days.ts';
import { procuratorateDocumentKey } from '#demo/bulk/keys.ts';
import { typed } from '#demo/bulk/numbers.ts';
import type { CriminalPlan } from '#demo/bulk/plan.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import type { CourtCaseRow, DocumentRow, PartyRow } from '#simulators/court-12368/rows.ts';

const { judge: bulkJudge, secondJudge, assessor: layJudge, clerk: bulkClerk } = BULK_STAFF;
const PANEL = [presiding(bulkJudge), judge(secondJudge), assessor(layJudge)];
const SINGLE_JUDGE = [judge(bulkJudge)];
const UPPER_PANEL = [
  presiding(BULK_STAFF.upperJudge),
  judge(BULK_STAFF.upperSecondJudge),
  judge(BULK_STAFF.upperThirdJudge),
];

/** 刑初 */
export function criminalTrial(plan: CriminalPlan, seed: number): CourtCaseRow {
  const { index, courtNo, appealNo, prosecutionNo, title, crime, times, suspects } = plan;
  const { docketed, procedure } = times;
  const DSR = partiesOf(plan);
  const accused = DSR.slice(0, suspects.length);
  const { KT, KTTZ, summons } = hearingOf(plan, 'X', 1, accused);
  return {
    ...RECORD,
    ...{ AH: typed(courtNo ?? '', seed, index), AJMC: title, AY: CRIMES[crime], ZT: statusOf(plan) },
    ...{ SYCX: PROCEDURES[procedure], SLRQ: dayText(times.concluded), LARQ: dayText(docketed) },
    ...{ SXJMRQ: dayText(docketed && trialLimit(docketed, procedure)), SXRQ: dayText(times.effective) },
    JCSLAH: typed(prosecutionNo ?? '', seed, index),
    GLAJAH: appealNo === null ? [] : [typed(appealNo, seed, index)],
    HYT: procedure === 'ORDINARY' ? PANEL : SINGLE_JUDGE,
    SJY: clerk(bulkClerk),
    ...{ DSR, KT, KTTZ },
    DL: suspects.flatMap(({ place, retained }) =>
      retained === null || docketed === null ? [] : attorneyRow(place, '1', retained.lawyer, docketed, times.effective),
    ),
    JZWS: [...indictmentOf(plan, accused), ...summons, ...outcomeOf(plan, accused, 1 + summons.length)],
  };
}

/** 刑终, of the court above */
export function appeal(plan: CriminalPlan, seed: number): CourtCaseRow {
  const { index, appealNo, courtNo, title, crime, times } = plan;
  const [appellant, ...others] = partiesOf(plan).filter(({ SSDW }) => SSDW === '被告人');
  return {
    ...RECORD,
    ...{ AH: typed(appealNo ?? '', seed, index), FYDM: UPPER_COURT, AJMC: title, AY: CRIMES[crime] },
    ...{ ZT: STATUSES.DOCKETED, SYCX: PROCEDURES.ORDINARY, LARQ: dayText(times.appealDocketed) },
    SXJMRQ: dayText(times.appealDocketed && monthsAfter(times.appealDocketed, 2)),
    QSAJAH: typed(courtNo ?? '', seed, index),
    HYT: UPPER_PANEL,
    SJY: clerk(BULK_STAFF.upperClerk),
    DSR: [
      ...(appellant ? [{ ...appellant, SSDW: '上诉人（原审被告人）' }] : []),
      ...others.map((party) => ({ ...party, SSDW: '原审被告人' })),
    ],
  };
}

function statusOf({ profile, times: { hearing, judged } }: CriminalPlan): string {
  if (profile === 'EFFECTIVE') return STATUSES.EFFECTIVE;
  if (profile === 'APPEALED') return STATUSES.APPEALED;
  if (judged !== null) return STATUSES.JUDGED;
  if (hearing === null) return STATUSES.DOCKETED;
  return hearing > YESTERDAY ? STATUSES.SCHEDULED : STATUSES.IN_TRIAL;
}

/** CPL 208, 220, 225 */
function trialLimit(docketed: Day, procedure: CriminalPlan['times']['procedure']): Day {
  if (procedure === 'ORDINARY') return monthsAfter(docketed, 2);
  return docketed + (procedure === 'SUMMARY' ? 20 : 10);
}

/** Suspects, then victims. */
function partiesOf({ profile, times, suspects, victims }: CriminalPlan): readonly PartyRow[] {
  const judgment = profile === 'EFFECTIVE' ? { PJJG: '1', PJSXRQ: dayText(times.effective) } : {};
  return [
    ...suspects.map((person, order) => {
      return { ...partyRow(order, person, '被告人'), SFWCN: person.minor ? '1' : '0', ...judgment };
    }),
    ...victims.map((person, order) => partyRow(suspects.length + order, person, '被害人')),
  ];
}

/** The court serves it, under the procuratorate's key and number. */
function indictmentOf({ index, times, documents }: CriminalPlan, accused: readonly PartyRow[]): DocumentRow[] {
  const indictment = documents.find(({ form }) => form === 'INDICTMENT');
  const { docketed } = times;
  if (indictment === undefined || docketed === null) return [];
  const { title, number, issuedOn } = indictment;
  const WSBH = procuratorateDocumentKey(index, indictment);
  const row = { WSBH, WSDM: '9001', WSMC: title, WSWH: number, ZZDW: 'JCY379999', QFRQ: dayText(issuedOn) };
  return [
    document(
      row,
      accused.map((party) => toParty(party, docketed + 1, '09:30:00')),
    ),
  ];
}

/** 刑事判决书, and for a suspended sentence 执行通知书 to the other county's correction office, where the convict lives. */
function outcomeOf(plan: CriminalPlan, accused: readonly PartyRow[], place: number): DocumentRow[] {
  const { judged, effective } = plan.times;
  if (judged === null) return [];
  const served = [
    ...accused.map((party) => toParty(party, judged, '15:00:00')),
    toAgency('JCY379999', '虚构县人民检察院', judged),
  ];
  const judgment = { ...own(plan, 'X', place, ['0201', '刑事判决书'], judged, served), WSWH: plan.courtNo ?? '' };
  if (effective === null) return [judgment];
  const received = toAgency('SQJZ439999', '拟设县社区矫正管理局', effective + 2);
  return [judgment, own(plan, 'X', place + 1, ['0301', '执行通知书'], effective, [received])];
}
