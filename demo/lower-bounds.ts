import { SYSTEMS, type SystemName } from '#schema/departments.ts';

/**
 * What each reference question has to ask of each system at least (WORLD 6): one call a system and kind of thing, and one for the
 * facts that decisions rest on.
 */
const KINDS: Readonly<Record<string, Readonly<Partial<Record<SystemName, readonly string[]>>>>> = {
  Q1: { police: ['facts'], '12309': ['facts', 'arrest reviews'] },
  Q3: { '12309': ['facts', 'prosecution reviews'], police: ['facts', 'cases', 'measures', 'custody', 'transfers'] },
  Q4: {
    police: ['facts', 'cases', 'measures', 'custody', 'transfers'],
    '12309': ['facts', 'transfers', 'prosecution reviews'],
  },
  Q6: { 'legal-aid': ['inbox', 'beneficiaries'] },
  Q7: { police: ['facts'], '12309': ['facts', 'prosecution reviews'], '12368': ['facts'] },
  Q8: { '12368': ['facts', 'calendar', 'notices'] },
  Q9: {
    '12368': ['facts', 'cases', 'powers of attorney', 'documents'],
    '12309': ['facts', 'documents'],
    police: ['facts', 'measures', 'documents'],
    'legal-aid': ['facts', 'assignments'],
  },
  Q10: { '12368': ['facts', 'cases', 'hearings', 'fees'] },
  Q11: { '12309': ['facts', 'tickets'] },
  Q13: { notary: ['facts', 'certificate'] },
};

export const REFERENCE_QUESTIONS: readonly string[] = Object.keys(KINDS);

/** Calls by system, in the order of the systems; a system that need not be called is left out. */
export function lowerBoundOf(question: string): Readonly<Record<string, number>> {
  const kinds = KINDS[question] ?? {};
  return Object.fromEntries(
    SYSTEMS.flatMap((system) => {
      const needed = kinds[system];
      return needed ? [[system, needed.length] as const] : [];
    }),
  );
}
