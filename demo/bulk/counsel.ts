import { at, workingDay } from '#demo/bulk/days.ts';
import { diceOf } from '#demo/bulk/dice.ts';
import { BULK_LAWYERS } from '#demo/bulk/lawyers.ts';
import { serialOf } from '#demo/bulk/numbers.ts';
import type { BulkPerson } from '#demo/bulk/people.ts';
import type { PlannedLegalAid, Suspect } from '#demo/bulk/plan.ts';
import type { Timeline } from '#demo/bulk/timeline.ts';
import type { Lawyer } from '#demo/world/staff.ts';

/** Whom each of the accused retained, by place: some do, minors are given somebody. */
export function retainedBy(
  seed: number,
  index: number,
  { referred }: Timeline,
  accused: readonly BulkPerson[],
): readonly Suspect['retained'][] {
  const dice = diceOf(seed, index, 'counsel');
  return accused.map(({ minor }, place) => {
    const retains = dice.chance(40) && !minor;
    return referred === null || !retains ? null : { lawyer: lawyerOf(index, place), from: referred + 1 };
  });
}

/** One a case, for the first who must have a defender, or in ordinary procedure for the first without one (LAL 25). */
export function legalAidOf(
  seed: number,
  index: number,
  times: Timeline,
  suspects: readonly Suspect[],
): PlannedLegalAid | null {
  const { referred, docketed, procedure, effective } = times;
  const began = docketed ?? referred;
  const minor = suspects.find((each) => each.minor);
  const beneficiary =
    minor ??
    (docketed !== null && procedure === 'ORDINARY' ? suspects.find(({ retained }) => retained === null) : undefined);
  if (began === null || beneficiary === undefined) return null;
  const assignedOn = began + diceOf(seed, index, 'counsel').between(1, 2);
  return {
    legalAidId: `LA-2025-${serialOf(index)}`,
    number: `（2025）拟设法援刑字第${serialOf(index)}号`,
    letter: `拟设法援函〔2025〕${serialOf(index)}号`,
    beneficiary: beneficiary.place,
    stage: docketed === null ? 'PROSECUTION_REVIEW' : 'FIRST_INSTANCE',
    ground: minor ? 'MINOR' : 'ORDINARY_PROCEDURE_NO_DEFENDER',
    notifiedAt: at(began, '16:00:00'),
    assignBy: workingDay(began + 3),
    assignedOn,
    closedOn: effective,
    lawyer: lawyerOf(index, beneficiary.place),
  };
}

/** Another one for each of the accused: nobody defends two of a case. */
function lawyerOf(index: number, place: number): Lawyer {
  const lawyer = BULK_LAWYERS[(index + place) % BULK_LAWYERS.length];
  if (lawyer === undefined) throw new Error('there are lawyers');
  return lawyer;
}
