import type { Appointment } from '#adapters/systems/procuratorate-12309/service-records.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import type { AcceptanceNo } from '#schema/identifiers/kinds.ts';
import { lawyerLicenceNo } from '#schema/identifiers/lawyer-licence-no.ts';
import type { FoundFor } from '#subgraphs/kit/owner-context.ts';
import type { OwnerFileReading, OwnerReadingSlot } from '#subgraphs/kit/owner-rows.ts';
import type { FileReadingRequest, OwnerAppointment } from '#subgraphs/kit/owner-services.ts';
import type { OwnerList } from '#subgraphs/kit/owner-source.ts';
import type { ProcuratorateContext } from '#subgraphs/procuratorate/context.ts';

/** 阅卷: open to defence counsel from the day on which the prosecution review is accepted (CPL 40; SPP-Rules 47–49). */

export const fileReading: OwnerList<OwnerFileReading, ProcuratorateContext> = async (recordNos, found, context) =>
  (await openReviews(recordNos, found, context)).map(({ acceptanceNo, since }) => ({ recordNo: acceptanceNo, since }));

export const readingSlots: OwnerList<OwnerReadingSlot, ProcuratorateContext> = async (recordNos, found, context) => {
  const reviews = await openReviews(recordNos, found, context);
  const slots = await Promise.all(reviews.map(({ acceptanceNo }) => context.earliestSlots.load(acceptanceNo)));
  return slots.flatMap((slot) => {
    if (slot === null || !slot.open || slot.startsAt === null) return [];
    return { recordNo: slot.acceptanceNo, startsAt: slot.startsAt, place: slot.place };
  });
};

/** Arranges a reading at the review that was accepted last. @throws GraphError BAD_USER_INPUT, FORBIDDEN, CONFLICT, NOT_FOUND */
export async function requestFileReading(
  { recordNos, startsAt, idempotencyKey, ...reference }: FileReadingRequest,
  context: ProcuratorateContext,
): Promise<readonly OwnerAppointment[]> {
  const licenceNo = lawyerLicenceNo.parse(context.envelope.principal.licenceNo ?? '');
  if (licenceNo === null) throw new GraphError('FORBIDDEN');
  if (startsAt !== null && Date.parse(startsAt) <= Date.parse(context.clock.now()))
    throw new GraphError('BAD_USER_INPUT', {
      zh: '参数 slot 应为将来的时间。',
      en: 'The argument slot is a time to come.',
    });
  const reviews = await openReviews(recordNos, await context.found(reference), context);
  const [latest] = reviews.toSorted((a, b) => (a.since > b.since ? -1 : 1));
  if (latest === undefined) throw new GraphError('CONFLICT', NOT_OPEN);
  const request = { acceptanceNo: latest.acceptanceNo, licenceNo, startsAt, idempotencyKey };
  context.writeAudit();
  return [toOwnerAppointment(await context.requestFileReading(request))];
}

const NOT_OPEN = {
  zh: '检察院没有此案的审查起诉记录，不能在此预约阅卷。',
  en: 'The procuratorate has no prosecution review of this case: its file cannot be read there.',
};

/** Prosecution reviews that the caller may see and that were accepted. */
async function openReviews(
  recordNos: readonly string[],
  found: FoundFor,
  context: ProcuratorateContext,
): Promise<readonly { readonly acceptanceNo: AcceptanceNo; readonly since: string }[]> {
  const reviews = await context.prosecutionReviewsOf(recordNos, found);
  return reviews.flatMap(({ record: { acceptanceNo, acceptedOn } }) =>
    acceptedOn === null ? [] : { acceptanceNo, since: acceptedOn },
  );
}

function toOwnerAppointment({ appointmentKey, status, startsAt, latestBy, place }: Appointment): OwnerAppointment {
  return { appointmentUid: `12309:${appointmentKey}`, status, slot: startsAt, latestBy, place };
}
