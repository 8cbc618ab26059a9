import { POLICY } from '#auth/policies/current.ts';
import type { PolicySet } from '#auth/policies/policy-set.ts';
import type { CaseView, Facet } from '#auth/policies/vocabulary.ts';
import type { Department } from '#schema/departments.ts';
import type { Stage } from '#schema/enums/stage.ts';

export type { CaseView, Facet } from '#auth/policies/vocabulary.ts';

/** What the views of one policy open (`text/views.yaml`). */
export interface Views {
  opens(view: CaseView, department: Department, facet: Facet): boolean;
  /** Whether the view of a case is of some department's records too that do not name the caller themselves. */
  reaches(view: CaseView, department: Department): boolean;
  /** Only the caller's own party, client or detainee is shown. */
  showsOwnPartiesOnly(view: CaseView): boolean;
  /** Suspects and defendants are shown, and nobody else who took part. */
  showsAccusedOnly(view: CaseView): boolean;
  /** The rows about a person (measures, custody, numbers, documents served) are those of the caller's own. */
  showsOwnRowsOnly(view: CaseView): boolean;
  /** The view at a stage: from prosecution review on, defence counsel may read the file (CPL 40). */
  viewAt(view: CaseView, stage: Stage | null): CaseView;
}

export function viewsOf({ views }: Pick<PolicySet, 'views'>): Views {
  const personsOf = (view: CaseView) => views.get(view)?.persons ?? 'own-only';
  return {
    opens: (view, department, facet) => views.get(view)?.opens.get(department)?.has(facet) ?? false,
    reaches(view, department) {
      const entry = views.get(view);
      return entry?.records === 'any' && entry.opens.has(department);
    },
    showsOwnPartiesOnly: (view) => personsOf(view) === 'own-only',
    showsAccusedOnly: (view) => personsOf(view) === 'accused',
    showsOwnRowsOnly: (view) => ['own-only', 'own-rows'].includes(personsOf(view)),
    viewAt(view, stage) {
      const widens = views.get(view)?.widens;
      return widens && stage !== null && widens.at.has(stage) ? widens.to : view;
    },
  };
}

export const { opens, reaches, showsAccusedOnly, showsOwnPartiesOnly, showsOwnRowsOnly, viewAt } = viewsOf(POLICY);
