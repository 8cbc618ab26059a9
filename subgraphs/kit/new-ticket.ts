import type { NewTicket } from '#adapters/systems/records/tickets.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import { AGENCIES } from '#schema/agencies.ts';
import type { Department } from '#schema/departments.ts';
import { GraphError } from '#schema/errors/graph-error.ts';
import type { Hotline } from '#subgraphs/kit/hotline.ts';
import type { OwnerContext } from '#subgraphs/kit/owner-context.ts';
import type { NewOwnerTicket } from '#subgraphs/kit/owner-services.ts';

/** A ticket goes to the agency whose staff take it down, else to that of the record which it is about, else to the county's. */
export async function newTicket<Context extends OwnerContext, Kind extends string, CaseNo extends string>(
  { kinds, staff, department }: Hotline<Context, Kind, CaseNo>,
  { kind, text, recordNos, idempotencyKey }: NewOwnerTicket,
  context: Context,
): Promise<NewTicket<Kind, CaseNo>> {
  const { roles, agency } = context.envelope.principal;
  const about = await latestRecord(recordNos, context);
  const agencyCode = (roles.has(staff) ? agency : null) ?? about?.agencyCode ?? countyOffice(department);
  if (!isKind(kind, kinds)) throw unknownKind(kinds);
  // The record's number came from the registry: casework found the case for this caller.
  const caseNo = (about?.recordNo ?? null) as CaseNo | null;
  return { kind, agencyCode, caseNo, text, complainant: null, idempotencyKey };
}

async function latestRecord(recordNos: readonly string[], context: OwnerContext): Promise<RecordFacts | null> {
  const facts = await Promise.all(recordNos.map((recordNo) => context.facts(recordNo)));
  return facts.findLast((each) => each !== null && !each.sealed && !each.labelled) ?? null;
}

function countyOffice(department: Department): string {
  const office = AGENCIES.find((agency) => agency.department === department && agency.level === 'COUNTY');
  if (office === undefined) throw new TypeError('the directory has no such agency');
  return office.agencyCode;
}

function isKind<Kind extends string>(kind: string, kinds: Readonly<Record<Kind, string>>): kind is Kind {
  return Object.hasOwn(kinds, kind);
}

function unknownKind(kinds: Readonly<Record<string, string>>): GraphError {
  const names = Object.keys(kinds);
  return new GraphError('BAD_USER_INPUT', {
    zh: `该热线不受理此类事项，kind 应为：${names.join('、')}。`,
    en: `The hotline does not take such tickets; kind is one of ${names.join(', ')}.`,
  });
}
