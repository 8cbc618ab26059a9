import { CRIMES } from '#demo/bulk/causes.ts';
import { legalAidOf, retainedBy } from '#demo/bulk/counsel.ts';
import { type Dice, diceOf } from '#demo/bulk/dice.ts';
import { Dossier } from '#demo/bulk/documents.ts';
import { hearingOf } from '#demo/bulk/hearings.ts';
import { investigate } from '#demo/bulk/investigation.ts';
import { caseUidOf, numberOf, policeCaseNoOf, type SeriesName, serialOf } from '#demo/bulk/numbers.ts';
import { type BulkPerson, personAt } from '#demo/bulk/people.ts';
import type { CriminalPlan, Victim } from '#demo/bulk/plan.ts';
import { hasRecord, profileOf } from '#demo/bulk/profiles.ts';
import { timelineOf } from '#demo/bulk/timeline.ts';
import { transfersOf } from '#demo/bulk/transfers.ts';

/** Suspects have the first places of a case, victims the next. */
const MOST_SUSPECTS = 3;

export function criminalPlan(seed: number, index: number): CriminalPlan {
  const profile = profileOf(index);
  const times = timelineOf(seed, index);
  const dice = diceOf(seed, index, 'people');
  const crime = dice.oneOf(CRIMES);
  const accused = people(seed, index, dice, 0, crime.victims ? dice.oneOf([1, 1, 1, 2, 2, 3]) : 1);
  const victims = people(seed, index, dice, MOST_SUSPECTS, crime.victims ? dice.oneOf([1, 1, 2]) : 0);
  const retained = retainedBy(seed, index, times, accused);
  const dossier = new Dossier(index);
  const suspects = investigate(diceOf(seed, index, 'investigation'), profile, times, accused, dossier).map(
    (suspect) => ({ ...suspect, retained: retained[suspect.place] ?? null }),
  );
  const number = (series: SeriesName) => (hasRecord(index, series) ? numberOf(series, index) : null);
  const numbers = {
    policeCaseNo: policeCaseNoOf(seed, index),
    arrestNo: number('ARREST_REVIEW'),
    prosecutionNo: number('PROSECUTION_REVIEW'),
    unifiedNo: hasRecord(index, 'ARREST_REVIEW') ? `3799992025${serialOf(index)}0` : null,
    courtNo: number('CRIMINAL_TRIAL'),
    appealNo: number('APPEAL'),
  };
  const title = `${accused[0]?.name ?? ''}${accused.length > 1 ? '等人' : ''}${crime.name}案`;
  return {
    ...{ kind: 'CRIMINAL', index, caseUid: caseUidOf(index), profile, title, times, crime: crime.name, ...numbers },
    hearing: hearingOf(diceOf(seed, index, 'trial'), times, !accused.some(({ minor }) => minor)),
    suspects,
    victims: victims.map((person, order) => victim(person, order, numbers.courtNo === null && dice.chance(5))),
    documents: dossier.documents,
    transfers: transfersOf(times, dossier.documents),
    legalAid: legalAidOf(seed, index, times, suspects),
  };
}

function people(seed: number, index: number, dice: Dice, first: number, count: number): BulkPerson[] {
  return Array.from({ length: count }, (_, order) => {
    const minor = first < MOST_SUSPECTS && dice.chance(6);
    return personAt({ seed, index, place: first + order, minor }, dice);
  });
}

/** The law protects those in danger (CPL 64); the court's system is not told of them, so only before it has the case. */
function victim(person: BulkPerson, order: number, inDanger: boolean): Victim {
  return { ...person, place: MOST_SUSPECTS + order, alias: inDanger ? `被害人${'甲乙'.charAt(order)}` : null };
}
