import type { Builder } from '#subgraphs/kit/builder.ts';
import type { RequestContext } from '#subgraphs/kit/context.ts';
import { type LinkedNumberKind, linkedNumberKey } from '#subgraphs/kit/linked-number.ts';
import type { CaseReference } from '#subgraphs/kit/owner-context.ts';

/** What casework gives of a case when it asks a department's subgraph to add to it. */
export interface CaseToExtend extends CaseReference {
  /** All agencies' numbers of the case (`linkedNumberKey`). */
  readonly linkedNumbers: readonly string[];
}

/** A record's case, by the department's number of the record. */
export interface CaseOfRecord {
  readonly recordNumber: string;
}

export function caseOfRecord(kind: LinkedNumberKind, number: string): CaseOfRecord {
  return { recordNumber: linkedNumberKey(kind, number) };
}

/** PartyInCase as a department refers to it: casework finds the party by its key in the record, and decides again. */
export interface PartyOfRecord {
  readonly partyKey: string;
}

/** The types by which a department's subgraph leads back to casework; `Case` takes the department's own fields. */
export function defineStubs<Context extends RequestContext>(builder: Builder<Context>) {
  const Case = builder.externalRef(
    'Case',
    [
      builder.selection<{ caseUid: string }>('caseUid'),
      builder.keyDirective(builder.selection<{ recordNumber: string }>('recordNumber'), false),
    ] as never,
    (reference: Partial<CaseToExtend & CaseOfRecord>): Partial<CaseToExtend & CaseOfRecord> => reference,
  );
  const PartyInCase = builder.objectRef<PartyOfRecord>('PartyInCase').implement({
    fields: (t) => ({ partyKey: t.exposeID('partyKey', { nullable: false, inaccessible: true }) }),
  });
  builder.asEntity(PartyInCase, {
    key: builder.keyDirective(builder.selection<{ partyKey: string }>('partyKey'), false),
    resolveReference: () => null,
  });
  return { Case, PartyInCase };
}
