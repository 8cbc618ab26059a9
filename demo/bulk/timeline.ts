import { type Day, dayOf, workingDay, YESTERDAY } from '#demo/bulk/days.ts';
import { type Dice, diceOf } from '#demo/bulk/dice.ts';
import { type ProfileName, profileOf } from '#demo/bulk/profiles.ts';

/** When things happened; null where they did not (yet), or the case has no such step. Civil cases are registered by the court. */
export interface Timeline {
  /** 受案 */
  readonly registered: Day;
  /** 立案 by the police; in a case that was not filed, the decision not to. */
  readonly filed: Day | null;
  /** The first measure against the suspects. */
  readonly caught: Day | null;
  readonly arrestRequested: Day | null;
  readonly arrestDecided: Day | null;
  readonly withdrawn: Day | null;
  readonly referred: Day | null;
  readonly returned: Day | null;
  readonly resubmitted: Day | null;
  /** Prosecuted, or decided not to be. */
  readonly concluded: Day | null;
  readonly mediated: Day | null;
  readonly docketed: Day | null;
  readonly procedure: 'ORDINARY' | 'SUMMARY' | 'FAST_TRACK';
  /** Held or to be held. */
  readonly hearing: Day | null;
  readonly judged: Day | null;
  readonly effective: Day | null;
  readonly appealDocketed: Day | null;
}

const NOTHING: Omit<Timeline, 'registered'> = {
  ...{ filed: null, caught: null, arrestRequested: null, arrestDecided: null, withdrawn: null, referred: null },
  ...{ returned: null, resubmitted: null, concluded: null, mediated: null, docketed: null, procedure: 'ORDINARY' },
  ...{ hearing: null, judged: null, effective: null, appealDocketed: null },
};

/** Backwards from the last thing that happened, which lies shortly before the world's day, so that no period of the law is long over. */
export function timelineOf(seed: number, index: number): Timeline {
  const dice = diceOf(seed, index, 'time');
  return TIMELINES[profileOf(index)](dice);
}

const TIMELINES: Readonly<Record<ProfileName, (dice: Dice) => Timeline>> = {
  ACCEPTED: (dice) => ({ ...NOTHING, registered: within(dice, '2025-06-13', '2025-06-15') }),
  NOT_FILED: (dice) => {
    const registered = within(dice, '2025-01-05', '2025-06-05');
    return { ...NOTHING, registered, filed: registered + dice.between(2, 7) };
  },
  WITHDRAWN: (dice) => {
    const arrestDecided = within(dice, '2025-02-10', '2025-05-20');
    return { ...untilArrest(dice, arrestDecided), withdrawn: arrestDecided + dice.between(5, 20) };
  },
  ON_BAIL: (dice) => untilCaught(dice, within(dice, '2025-03-01', '2025-06-12')),
  ARREST_PENDING: (dice) => {
    const arrestRequested = within(dice, '2025-06-05', '2025-06-13');
    return { ...untilCaught(dice, arrestRequested - dice.between(3, 20)), arrestRequested };
  },
  ARREST_DECIDED: (dice) => untilArrest(dice, within(dice, '2025-04-20', '2025-06-10')),
  UNDER_REVIEW: (dice) => untilReferral(dice, within(dice, '2025-05-19', '2025-06-13')),
  RETURNED: (dice) => {
    const returned = within(dice, '2025-05-20', '2025-06-13');
    return { ...untilReferral(dice, returned - dice.between(12, 25)), returned };
  },
  RESUBMITTED: (dice) => untilResubmission(dice, within(dice, '2025-05-19', '2025-06-13')),
  NOT_PROSECUTED: (dice) => untilConclusion(dice, within(dice, '2025-04-20', '2025-06-13'), false),
  FIRST_INSTANCE: (dice) => {
    const returned = dice.chance(25);
    const docketed = within(dice, returned ? '2025-05-26' : '2025-05-02', '2025-06-12');
    // The shorter periods would be over by now for what was docketed earlier.
    const procedure = docketed < dayOf('2025-06-04') ? 'ORDINARY' : aProcedure(dice);
    const before = { ...untilConclusion(dice, docketed - dice.between(1, 4), returned), docketed, procedure };
    if (docketed >= dayOf('2025-06-10')) return before;
    const { hearing, judged, effective } = trial(dice, docketed, procedure);
    const known = judged <= YESTERDAY && effective > YESTERDAY;
    return { ...before, hearing, judged: known ? judged : null };
  },
  APPEALED: (dice) => {
    const { effective: _, ...judged } = untilJudgment(dice);
    return { ...judged, effective: null, appealDocketed: (judged.judged ?? YESTERDAY) + dice.between(13, 18) };
  },
  EFFECTIVE: (dice) => untilJudgment(dice),
  CIVIL_TRIAL: (dice) => civilTrial(dice, within(dice, '2025-03-03', '2025-06-12')),
  CIVIL_AFTER_MEDIATION: (dice) => {
    const docketed = within(dice, '2025-04-01', '2025-06-12');
    const mediated = docketed - dice.between(2, 7);
    return { ...civilTrial(dice, docketed), registered: mediated - dice.between(10, 30), mediated };
  },
  CIVIL_EFFECTIVE: (dice) => {
    const docketed = within(dice, '2025-01-06', '2025-03-20');
    const hearing = workingDay(docketed + dice.between(20, 45));
    const judged = workingDay(hearing + dice.between(0, 10));
    return { ...NOTHING, registered: docketed, docketed, hearing, judged, effective: workingDay(judged + 15) + 1 };
  },
  MEDIATION: (dice) => ({ ...NOTHING, registered: within(dice, '2025-05-20', '2025-06-12') }),
};

function untilCaught(dice: Dice, caught: Day): Timeline {
  // Some are found long after the deed was reported.
  const filed = caught - (dice.chance(30) ? dice.between(20, 150) : dice.between(1, 6));
  return { ...NOTHING, registered: filed - dice.between(1, 2), filed, caught };
}

function untilArrest(dice: Dice, arrestDecided: Day): Timeline {
  const arrestRequested = arrestDecided - dice.between(4, 7);
  return { ...untilCaught(dice, arrestRequested - dice.between(3, 7)), arrestRequested, arrestDecided };
}

function untilReferral(dice: Dice, referred: Day): Timeline {
  return { ...untilArrest(dice, referred - dice.between(15, 40)), referred };
}

function untilResubmission(dice: Dice, resubmitted: Day): Timeline {
  const returned = resubmitted - dice.between(12, 28);
  return { ...untilReferral(dice, returned - dice.between(12, 25)), returned, resubmitted };
}

function untilConclusion(dice: Dice, concluded: Day, returned: boolean): Timeline {
  const began = concluded - dice.between(12, 28);
  return { ...(returned ? untilResubmission(dice, began) : untilReferral(dice, began)), concluded };
}

function untilJudgment(dice: Dice): Timeline {
  const docketed = within(dice, '2025-04-01', '2025-04-25');
  const procedure = aProcedure(dice);
  const concluded = docketed - dice.between(1, 4);
  return { ...untilConclusion(dice, concluded, false), docketed, procedure, ...trial(dice, docketed, procedure) };
}

function aProcedure(dice: Dice): Timeline['procedure'] {
  return dice.oneOf(['ORDINARY', 'ORDINARY', 'SUMMARY', 'FAST_TRACK']);
}

/** From docketing to the hearing, and to the judgment, in days. */
const TRIAL_DAYS = { ORDINARY: [12, 22, 4], SUMMARY: [5, 12, 2], FAST_TRACK: [3, 5, 0] } as const;

/** Served when pronounced; ten days to appeal (CPL 230). */
function trial(dice: Dice, docketed: Day, procedure: Timeline['procedure']) {
  const [soonest, latest, thinking] = TRIAL_DAYS[procedure];
  const hearing = workingDay(docketed + dice.between(soonest, latest));
  const judged = workingDay(hearing + dice.between(0, thinking));
  return { hearing, judged, effective: workingDay(judged + 10) + 1 };
}

function civilTrial(dice: Dice, docketed: Day): Timeline {
  return { ...NOTHING, registered: docketed, docketed, hearing: workingDay(docketed + dice.between(20, 45)) };
}

function within(dice: Dice, first: string, last: string): Day {
  return dice.between(dayOf(first), dayOf(last));
}
