import type { LegalAidRecord } from '#adapters/systems/legal-aid/port.ts';
import type { LegalAidStatus } from '#schema/enums/legal-aid-status.ts';
import { ownerDeadline } from '#subgraphs/kit/owner-deadline.ts';
import type { ReckonedDeadline } from '#subgraphs/kit/owner-rows.ts';
import type { LegalAidContext } from '#subgraphs/legal-aid/context.ts';

/** A lawyer was assigned in these. */
const ASSIGNED: ReadonlySet<LegalAidStatus> = new Set(['ASSIGNED', 'REPLACED', 'IN_PROGRESS']);
/** In these nobody is going to be. */
const ENDED: ReadonlySet<LegalAidStatus> = new Set(['REFUSED', 'CLOSED', 'TERMINATED']);

/** The three days for the assignment, from the notice (LAL 36); `null` where no notice is known. The institution's own last day wins. */
export async function assignmentDeadline(
  record: LegalAidRecord,
  context: LegalAidContext,
): Promise<ReckonedDeadline | null> {
  const { legalAidId, notifiedAt, assignBy, lawyer, status } = record;
  if (notifiedAt === null) return null;
  const today = context.clock.today();
  const run = { code: 'LA-ASSIGN', start: notifiedAt, partyKey: legalAidId, ownersDate: assignBy } as const;
  const running = ownerDeadline(run, today);
  if (running === null) return null;
  if (lawyer === null && !ASSIGNED.has(status)) return ENDED.has(status) ? { ...running, state: 'STOPPED' } : running;
  const inTime = today <= running.dueOn || (await wasAssignedBy(running.dueOn, record, context));
  return { ...running, state: inTime ? 'MET' : 'STOPPED' };
}

/** The day of the first assignment has to be asked for. Nothing says that one was in time whose day nobody knows. */
async function wasAssignedBy(
  dueOn: string,
  { legalAidId }: LegalAidRecord,
  context: LegalAidContext,
): Promise<boolean> {
  const [first] = (await context.assignments.load(legalAidId)) ?? [];
  return first !== undefined && first.from <= dueOn;
}
