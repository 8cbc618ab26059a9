import { DISPUTES, PROCEDURES, STATUSES } from '#demo/bulk/court-12368/codes.ts';
import { hearingOf, own, toParty } from '#demo/bulk/court-12368/papers.ts';
import { attorneyRow, clerk, dayText, judge, mediator, partyRow, RECORD } from '#demo/bulk/court-12368/record.ts';
import { monthsAfter, workingDay, YESTERDAY } from '#demo/bulk/days.ts';
import { serialOf, typed } from '#demo/bulk/numbers.ts';
import type { CivilPlan } from '#demo/bulk/plan.ts';
import { BULK_STAFF } from '#demo/bulk/staff.ts';
import type { CourtCaseRow, DocumentRow, FeeRow, PartyRow } from '#simulators/court-12368/rows.ts';

/** From the mediator's confirmation (人民法院在线调解规则 24). */
const MEDIATION_DAYS = 30;

/** 民初 */
export function civilTrial(plan: CivilPlan, seed: number): CourtCaseRow {
  const { index, courtNo, mediationNo, agent, times } = plan;
  const { docketed, effective } = times;
  const DSR = partiesOf(plan);
  const { KT, KTTZ, summons } = hearingOf(plan, 'M', 4, DSR);
  return {
    ...common(plan),
    ...{ AH: typed(courtNo ?? '', seed, index), ZT: statusOf(plan), SYCX: PROCEDURES.ORDINARY },
    ...{ SLRQ: dayText(docketed), LARQ: dayText(docketed) },
    SXJMRQ: dayText(docketed && workingDay(monthsAfter(docketed, 6))),
    ...{ SXRQ: dayText(effective), GLAJAH: mediationNo === null ? [] : [mediationNo] },
    HYT: [judge(BULK_STAFF.judge)],
    SJY: clerk(BULK_STAFF.clerk),
    DL: agent === null || docketed === null ? [] : [attorneyRow(0, '2', agent, docketed, effective)],
    ...{ DSR, KT, KTTZ, JFTZ: feesOf(plan) },
    JZWS: [...openingOf(plan, DSR), ...summons, ...judgmentOf(plan, DSR, 4 + summons.length)],
  };
}

/** 诉前调, with a mediator who has no account */
export function mediation(plan: CivilPlan, seed: number): CourtCaseRow {
  const { index, courtNo, mediationNo, times } = plan;
  return {
    ...common(plan),
    ...{ AH: typed(mediationNo ?? '', seed, index), ZT: courtNo === null ? STATUSES.DOCKETED : STATUSES.TERMINATED },
    ...{ SLRQ: dayText(times.registered), LARQ: dayText(times.registered) },
    SXJMRQ: dayText(workingDay(times.registered + MEDIATION_DAYS)),
    GLAJAH: courtNo === null ? [] : [courtNo],
    TJY: mediator(BULK_STAFF.mediator),
    DSR: partiesOf(plan),
  };
}

function common(plan: CivilPlan) {
  const { caseUid, title, dispute, claim } = plan;
  return { ...RECORD, AJMC: title, AY: DISPUTES[dispute], BDJE: `${claim}.00`, PTTYAH: caseUid };
}

function statusOf({ profile, times: { hearing } }: CivilPlan): string {
  if (profile === 'CIVIL_EFFECTIVE') return STATUSES.EFFECTIVE;
  return hearing !== null && hearing > YESTERDAY ? STATUSES.SCHEDULED : STATUSES.IN_TRIAL;
}

function partiesOf({ plaintiff, defendant }: CivilPlan): readonly [PartyRow, PartyRow] {
  return [partyRow(0, plaintiff, '原告'), partyRow(1, defendant, '被告')];
}

function feesOf({ index, fee }: CivilPlan): readonly FeeRow[] {
  if (fee === null) return [];
  const { amount, noticedOn, dueOn, paid } = fee;
  const notice = { JFTZSH: `JF-9999-2025-${serialOf(index)}`, JFJE: `${amount}.00` };
  return [{ ...notice, JFTZRQ: dayText(noticedOn), JFJZRQ: dayText(dueOn), JFZT: paid ? '2' : '1', JFRXH: '1' }];
}

function openingOf(plan: CivilPlan, [plaintiff, defendant]: readonly [PartyRow, PartyRow]): DocumentRow[] {
  const { docketed } = plan.times;
  if (docketed === null) return [];
  return [
    own(plan, 'M', 1, ['0401', '受理案件通知书'], docketed, [toParty(plaintiff, docketed, '11:00:00')]),
    own(plan, 'M', 2, ['0402', '应诉通知书'], docketed, [toParty(defendant, docketed + 3, '11:00:00')]),
    own(plan, 'M', 3, ['0404', '交费通知书'], docketed, [toParty(plaintiff, docketed, '11:00:00')]),
  ];
}

function judgmentOf(plan: CivilPlan, parties: readonly PartyRow[], place: number): DocumentRow[] {
  const { judged } = plan.times;
  if (judged === null) return [];
  const served = parties.map((party) => toParty(party, judged, '15:00:00'));
  return [{ ...own(plan, 'M', place, ['0201', '民事判决书'], judged, served), WSWH: plan.courtNo ?? '' }];
}
