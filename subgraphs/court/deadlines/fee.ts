import type { CaseMaterial } from '#subgraphs/court/deadlines/material.ts';
import type { DeadlineRun } from '#subgraphs/kit/owner-deadline.ts';

/** Payment of a fee, from its notice, while it is open (诉讼费用交纳办法 22). When a fee was paid the court does not tell. */
export function feeRuns({ fees }: CaseMaterial): DeadlineRun[] {
  return fees.flatMap(({ state, noticedOn, dueOn, payerPartyKey }) => {
    if (noticedOn === null || (state !== 'UNPAID' && state !== 'OVERDUE')) return [];
    return { code: 'CV-FEE', start: noticedOn, partyKey: payerPartyKey, ownersDate: dueOn };
  });
}
