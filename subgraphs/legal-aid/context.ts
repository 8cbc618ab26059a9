import type DataLoader from 'dataloader';
import type {
  AssignedLawyer,
  LegalAidFacts,
  LegalAidLawyer,
  LegalAidRecord,
  LegalAidSystem,
} from '#adapters/systems/legal-aid/port.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';
import { createLoader } from '#subgraphs/kit/loader.ts';
import { OwnerContext, type OwnerParts } from '#subgraphs/kit/owner-context.ts';

export class LegalAidContext extends OwnerContext {
  readonly cases: DataLoader<LegalAidId, LegalAidRecord | null>;
  readonly assignments: DataLoader<LegalAidId, readonly AssignedLawyer[] | null>;
  readonly lawyers: DataLoader<LawyerLicenceNo, LegalAidLawyer | null>;
  readonly #system: LegalAidSystem;

  constructor(system: LegalAidSystem, parts: OwnerParts, envelope: VerifiedEnvelope, signal: AbortSignal) {
    super(parts, envelope, signal);
    this.#system = system;
    this.cases = createLoader((ids) => this.asking(() => system.casesById(ids, this.legacyCall)));
    this.assignments = createLoader((ids) => this.asking(() => system.assignmentsByCase(ids, this.legacyCall)));
    this.lawyers = createLoader((licenceNos) =>
      this.asking(() => system.lawyersByLicence(licenceNos, this.legacyCall)),
    );
  }

  async facts(ids: readonly LegalAidId[]): Promise<RecordFacts[]> {
    const facts = await this.asking(() => this.#system.caseFacts(ids, this.legacyCall));
    return [...facts.values()].map(factsOf);
  }
}

/** Each row of the legal aid system says itself which institution handles it and whether it is sealed, so no facts are fetched beside it. */
export function factsOf({ legalAidId, agencyCode, sealed }: LegalAidFacts): RecordFacts {
  return {
    department: 'JUSTICE',
    agencyCode,
    recordNo: legalAidId,
    sealed,
    labelled: false,
    assignments: [],
    recusedStaffNos: [],
  };
}
