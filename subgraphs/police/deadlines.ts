import { isRunning } from '#schema/deadlines/state.ts';
import type { DeadlineState } from '#schema/enums/deadline-state.ts';
import type { PoliceCaseStatus } from '#schema/enums/police-case-status.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerDeadline, ReckonedDeadline } from '#subgraphs/kit/owner-rows.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import { clocksOf, type PoliceCaseContent, type PoliceClock } from '#subgraphs/police/clocks.ts';
import type { PoliceContext } from '#subgraphs/police/context.ts';

/** The periods that bind the police in a case. Receipts of execution (CR-RECEIPT) are the procuratorate's to feed, to which they go. */
export const deadlines = ownerList<OwnerDeadline, PoliceContext>('Deadline', 'DEADLINES', async (visible, context) => {
  const number = visible.recordNo as PoliceCaseNo;
  const [record, measures, custodies, transfers] = await Promise.all([
    context.cases.load(number),
    context.measures.load(number),
    context.custodies.load(number),
    context.transfers.load(number),
  ]);
  if (record === null) return [];
  const content = { record, measures: measures ?? [], custodies: custodies ?? [], transfers: transfers ?? [] };
  const inCase = (key: string | null) => (key === null ? null : partyKeyIn(number, key));
  return deadlinesOf(content, context.clock.today())
    .map((deadline) => ({ ...deadline, agencyCode: visible.agencyCode, partyKey: inCase(deadline.partyKey) }))
    .filter(({ partyKey }) => partyKey === null || visible.mayShowParty(partyKey));
});

/** As they stand on a day (LegalDate), parties by their keys in the record; a clock of whose end the record tells nothing is left out. */
export function deadlinesOf(content: PoliceCaseContent, today: string): ReckonedDeadline[] {
  return clocksOf(content).flatMap((clock) => {
    const { runsIn: _status, ...run } = clock;
    const deadline = ownerDeadline(run, today);
    return deadline !== null && isTold(clock, deadline, content.record.status) ? [deadline] : [];
  });
}

function isTold({ runsIn }: PoliceClock, { state }: ReckonedDeadline, status: PoliceCaseStatus): boolean {
  return runsIn === null || runsIn.includes(status) || !isRunning(state as DeadlineState);
}
