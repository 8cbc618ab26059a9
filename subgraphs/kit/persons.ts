import { type Decision, decideUnmask } from '#auth/decisions/decide.ts';
import { isKnownAdult, maskedPerson, type PersonOfRecord } from '#subgraphs/kit/masked-person.ts';
import type { FoundFor, OwnerContext, VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { ownerList } from '#subgraphs/kit/owner-list.ts';
import type { OwnerIdentity, OwnerPerson, WholeNumber } from '#subgraphs/kit/owner-rows.ts';
import type { IdentitiesAsked, OwnerList } from '#subgraphs/kit/owner-source.ts';

const SUBJECT = 'Person';

/** The parties of one of the department's records, by the keys that casework keeps. */
export type PartiesOf<Context> = (
  recordNo: string,
  context: Context,
) => Promise<readonly (PersonOfRecord & { readonly partyKey: string })[]>;

/** What each caller may see of a case's persons: their numbers masked. */
export function maskedPersons<Context extends OwnerContext>(
  partiesOf: PartiesOf<Context>,
): OwnerList<OwnerPerson, Context> {
  const shown = { fields: ['Person.idNumberMasked', 'Person.phoneMasked'], masked: true };
  const rowsOf = async ({ recordNo, mayShowParty }: VisibleRecord, context: Context) => {
    const parties = await partiesOf(recordNo, context);
    return parties
      .filter(({ partyKey }) => mayShowParty(partyKey))
      .map(({ partyKey, ...party }) => maskedPerson(partyKey, party, context.clock.today()));
  };
  return ownerList(SUBJECT, 'PERSONS', rowsOf, shown);
}

/**
 * Numbers of persons, whole: of those that a live grant opens to the caller, person by person and each on record; of a minor, of whom nobody
 * knows the age and of a protected person nothing, whatever is granted.
 */
export function wholeNumbers<Context extends OwnerContext>(partiesOf: PartiesOf<Context>) {
  return async (
    { recordNos, persons }: IdentitiesAsked,
    found: FoundFor,
    context: Context,
  ): Promise<readonly OwnerIdentity[]> => {
    const visible = await context.visible(SUBJECT, 'PERSONS', recordNos, found);
    const rows = await Promise.all(
      visible.map(async (record) => {
        const parties = await partiesOf(record.recordNo, context);
        return parties.flatMap(({ partyKey, ...party }) => {
          const asked = persons.find((each) => each.partyKey === partyKey);
          if (asked === undefined || !record.mayShowParty(partyKey)) return [];
          return { partyKey, numbers: opened(asked.fields, party, record, found, context) };
        });
      }),
    );
    return rows.flat();
  };
}

function opened(
  fields: readonly WholeNumber[],
  party: PersonOfRecord,
  record: VisibleRecord,
  found: FoundFor,
  context: OwnerContext,
): OwnerIdentity['numbers'] {
  const numbers = { 'Person.idNumber': party.idNumber, 'Person.phone': party.phone };
  const shown = fields.flatMap((field) => {
    const decision = decide(field, party, record, found, context);
    const number = decision.allowed ? numbers[field] : null;
    context.recordOf(SUBJECT, found, decision, { fields: [field], ...(number !== null && { masked: false }) });
    return number === null ? [] : [[field, number] as const];
  });
  return Object.fromEntries(shown);
}

/** Of a minor, of whom nobody knows the age and of a protected person nothing. A head grants what is in the own agency's records alone. */
function decide(
  field: WholeNumber,
  party: PersonOfRecord,
  { agencyCode, view }: VisibleRecord,
  { grants }: FoundFor,
  { envelope, clock }: OwnerContext,
): Decision {
  if (party.protectedIdentity || !isKnownAdult(party, clock.today()))
    return { allowed: false, rule: 'deny.never-whole' };
  return decideUnmask({ ...envelope, grants: grants.filter(({ agency }) => agency === agencyCode) }, field, view);
}
