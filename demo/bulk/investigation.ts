import { at, type Day, dayOf, monthsAfter, YESTERDAY } from '#demo/bulk/days.ts';
import type { Dice } from '#demo/bulk/dice.ts';
import type { Dossier, PlannedDocument } from '#demo/bulk/documents.ts';
import type { BulkPerson } from '#demo/bulk/people.ts';
import type { PlannedDecision, PlannedMeasure, Suspect } from '#demo/bulk/plan.ts';
import type { ProfileName } from '#demo/bulk/profiles.ts';
import type { Timeline } from '#demo/bulk/timeline.ts';
import type { ArrestDecision } from '#schema/enums/arrest-decision.ts';

type Investigated = Omit<Suspect, 'retained'>;

/** What is decided on each suspect, the measures that follow, and the documents of it all, by date. */
export function investigate(
  dice: Dice,
  profile: ProfileName,
  times: Timeline,
  accused: readonly BulkPerson[],
  dossier: Dossier,
): readonly Investigated[] {
  const { filed, caught, arrestRequested, arrestDecided, withdrawn, referred } = times;
  if (filed !== null) dossier.add(profile === 'NOT_FILED' ? 'NO_FILING' : 'FILING', filed);
  if (caught === null) return accused.map((person, place) => ({ ...person, place, decision: null, measures: [] }));
  // A request for somebody who is free has its decision later: the only ones that are open, since nobody of the bulk is held.
  const detained = arrestDecided !== null;
  const warrant = detained ? dossier.add('DETENTION', caught) : null;
  const bailed = detained ? [] : accused.map((_, place) => dossier.add('BAIL', caught, place));
  if (arrestRequested !== null) dossier.add('ARREST_REQUEST', arrestRequested);
  const decisions = accused.map((_, place) => decide(dice, profile, times, dossier, place));
  const suspects = accused.map((person, place) => {
    const decision = decisions[place] ?? null;
    const first =
      warrant === null
        ? freed('BAIL', at(caught, '15:00:00'), bailed[place] ?? null)
        : detention(caught, arrestRequested ?? caught, arrestDecided ?? caught, warrant);
    const then = arrestDecided === null ? [] : afterDecision(dice, decision, arrestDecided, place, dossier);
    return { ...person, place, decision, measures: ended([first, ...then], times) };
  });
  if (withdrawn !== null) dossier.add('WITHDRAWAL', withdrawn);
  if (referred !== null) review(times, accused, dossier, referred, profile);
  return suspects;
}

function decide(
  dice: Dice,
  profile: ProfileName,
  { arrestRequested, arrestDecided }: Timeline,
  dossier: Dossier,
  place: number,
): PlannedDecision | null {
  if (arrestRequested === null) return null;
  if (arrestDecided === null) return { decision: 'PENDING', document: null, outline: null, executedAt: null };
  const decision = profile === 'WITHDRAWN' ? 'REFUSED_NO_CRIME' : dice.oneOf(DECISIONS);
  const approved = decision === 'APPROVED';
  return {
    decision,
    document: dossier.add(approved ? 'APPROVAL' : 'REFUSAL', arrestDecided, place),
    outline: decision === 'REFUSED_EVIDENCE' ? dossier.add('ARREST_OUTLINE', arrestDecided, place) : null,
    executedAt: approved ? at(arrestDecided, '16:00:00') : null,
  };
}

const DECISIONS = ['APPROVED', 'APPROVED', 'REFUSED_NO_NECESSITY', 'REFUSED_EVIDENCE'] as const satisfies readonly [
  ArrestDecision,
  ...ArrestDecision[],
];

/** Whoever was arrested is on bail by now: the only detention centre's list shows nobody of the bulk (WORLD 7). */
function afterDecision(
  dice: Dice,
  decision: PlannedDecision | null,
  decided: Day,
  place: number,
  dossier: Dossier,
): PlannedMeasure[] {
  if (decision?.decision === 'REFUSED_NO_CRIME') return [];
  if (decision?.executedAt == null) {
    return [freed('BAIL', at(decided, '16:30:00'), dossier.add('BAIL', decided, place))];
  }
  const changed = Math.min(decided + dice.between(3, 14), YESTERDAY);
  const arrest = {
    kind: 'ARREST',
    from: decision.executedAt,
    limitOn: monthsAfter(decided, 2),
    endedAt: at(changed, '10:00:00'),
    document: dossier.add('ARREST', decided, place),
  } as const;
  const kind = dice.chance(80) ? 'BAIL' : 'RESIDENTIAL_SURVEILLANCE';
  const document = dossier.add(kind === 'BAIL' ? 'BAIL' : 'SURVEILLANCE', changed, place);
  return [arrest, freed(kind, at(changed, '10:00:00'), document)];
}

function detention(caught: Day, requested: Day, decided: Day, document: PlannedDocument): PlannedMeasure {
  const [from, endedAt] = [at(caught, '10:00:00'), at(decided, '16:00:00')];
  return { kind: 'DETENTION', from, limitOn: requested + 7, endedAt, document };
}

/** At most twelve months, and six of surveillance (CPL 79). */
function freed(
  kind: 'BAIL' | 'RESIDENTIAL_SURVEILLANCE',
  from: string,
  document: PlannedDocument | null,
): PlannedMeasure {
  const limitOn = monthsAfter(dayOf(from.slice(0, 10)), kind === 'BAIL' ? 12 : 6);
  return { kind, from, limitOn, endedAt: null, document };
}

/** The last measure ends with the case. */
function ended(measures: readonly PlannedMeasure[], { withdrawn, concluded, docketed, effective }: Timeline) {
  const day = effective ?? withdrawn ?? (docketed === null ? concluded : null);
  if (day === null) return measures;
  return measures.map((each) => (each.endedAt === null ? { ...each, endedAt: at(day, '11:00:00') } : each));
}

function review(
  { returned, resubmitted, concluded }: Timeline,
  accused: readonly BulkPerson[],
  dossier: Dossier,
  referred: Day,
  profile: ProfileName,
): void {
  dossier.add('OPINION', referred);
  if (returned !== null) dossier.add('RETURN_OUTLINE', returned);
  if (resubmitted !== null) dossier.add('SUPPLEMENT_REPORT', resubmitted);
  if (concluded === null) return;
  if (profile === 'NOT_PROSECUTED') for (const place of accused.keys()) dossier.add('NO_PROSECUTION', concluded, place);
  else dossier.add('INDICTMENT', concluded);
}
