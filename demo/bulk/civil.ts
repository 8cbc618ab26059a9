import { DISPUTES } from '#demo/bulk/causes.ts';
import { YESTERDAY } from '#demo/bulk/days.ts';
import { diceOf } from '#demo/bulk/dice.ts';
import { hearingOf } from '#demo/bulk/hearings.ts';
import { BULK_LAWYERS } from '#demo/bulk/lawyers.ts';
import { caseUidOf, numberOf } from '#demo/bulk/numbers.ts';
import { personAt } from '#demo/bulk/people.ts';
import type { CivilPlan } from '#demo/bulk/plan.ts';
import { hasRecord, PROFILES, profileOf } from '#demo/bulk/profiles.ts';
import { timelineOf } from '#demo/bulk/timeline.ts';

/** Days to pay, from the day after the notice (诉讼费用交纳办法 22). */
const DAYS_TO_PAY = 7;

export function civilPlan(seed: number, index: number): CivilPlan {
  const profile = profileOf(index);
  const times = timelineOf(seed, index);
  const dice = diceOf(seed, index, 'people');
  const dispute = dice.oneOf(DISPUTES);
  const [plaintiff, defendant] = [0, 1].map((place) => personAt({ seed, index, place, minor: false }, dice));
  if (plaintiff === undefined || defendant === undefined) throw new Error('two sides have a dispute');
  const claim = dice.between(5, 900) * 1000;
  const agent = dice.chance(40) ? (BULK_LAWYERS[index % BULK_LAWYERS.length] ?? null) : null;
  const { docketed } = times;
  return {
    kind: PROFILES[profile].kind === 'MEDIATION' ? 'MEDIATION' : 'CIVIL',
    ...{ index, caseUid: caseUidOf(index), profile, times, dispute, plaintiff, defendant, agent, claim },
    title: `${plaintiff.name}与${defendant.name}${dispute}`,
    courtNo: hasRecord(index, 'CIVIL_TRIAL') ? numberOf('CIVIL_TRIAL', index) : null,
    mediationNo: hasRecord(index, 'MEDIATION') ? numberOf('MEDIATION', index) : null,
    hearing: hearingOf(diceOf(seed, index, 'trial'), times, true),
    fee: docketed === null ? null : feeOf(docketed, claim, dice.chance(80)),
  };
}

/** Whatever is due has been paid. */
function feeOf(docketed: number, claim: number, paidEarly: boolean): CivilPlan['fee'] {
  const dueOn = docketed + DAYS_TO_PAY;
  return {
    amount: courtFee(claim),
    noticedOn: docketed,
    dueOn,
    paid: dueOn <= YESTERDAY || (paidEarly && docketed < YESTERDAY),
  };
}

/** 财产案件受理费 up to a million (诉讼费用交纳办法 13), in yuan, of a claim in whole thousands. */
function courtFee(claim: number): number {
  if (claim <= 10_000) return 50;
  if (claim <= 100_000) return (claim * 25) / 1000 - 200;
  if (claim <= 200_000) return (claim * 20) / 1000 + 300;
  if (claim <= 500_000) return (claim * 15) / 1000 + 1300;
  return (claim * 10) / 1000 + 3800;
}
