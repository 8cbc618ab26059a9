import type DataLoader from 'dataloader';
import type {
  AssignedLawyer,
  BeneficiaryRecord,
  LegalAidFacts,
  LegalAidLawyer,
  LegalAidRecord,
  LegalAidSystem,
} from '#adapters/systems/legal-aid/port.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { LawyerLicenceNo, LegalAidId } from '#schema/identifiers/kinds.ts';
import { type FoundFor, OwnerContext, type OwnerParts } from '#subgraphs/kit/owner-context.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';

export class LegalAidContext extends OwnerContext {
  readonly system: LegalAidSystem;

  constructor(system: LegalAidSystem, parts: OwnerParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(parts, envelope, scope);
    this.system = system;
  }

  get cases(): DataLoader<LegalAidId, LegalAidRecord | null> {
    return this.loader('cases', (ids) => this.system.casesById(ids, this.legacyCall));
  }

  get assignments(): DataLoader<LegalAidId, readonly AssignedLawyer[] | null> {
    return this.loader('assignments', (ids) => this.system.assignmentsByCase(ids, this.legacyCall));
  }

  get beneficiaries(): DataLoader<LegalAidId, BeneficiaryRecord | null> {
    return this.loader('beneficiaries', (ids) => this.system.beneficiariesByCase(ids, this.legacyCall));
  }

  get lawyers(): DataLoader<LawyerLicenceNo, LegalAidLawyer | null> {
    return this.loader('lawyers', (licenceNos: readonly LawyerLicenceNo[]) =>
      this.system.lawyersByLicence(licenceNos, this.legacyCall),
    );
  }

  async facts(recordNo: string): Promise<RecordFacts | null> {
    const facts = await this.#facts.load(recordNo as LegalAidId);
    return facts && legalAidFactsOf(facts);
  }

  /** A record as the system has just given it, with its facts: for the rest of the request it is not asked for again. */
  keep(record: LegalAidRecord): void {
    const { legalAidId } = record;
    this.#facts.clear(legalAidId).prime(legalAidId, record);
    this.cases.clear(legalAidId).prime(legalAidId, record);
  }

  /** Has who was assigned go along, where such a list goes out anyway. */
  takeAssignmentsAlong(id: LegalAidId): void {
    this.goesAlong('assignments', id);
  }

  /** The institution's records of a case that the caller may see. */
  async legalAidCases(ids: readonly string[], found: FoundFor): Promise<LegalAidRecord[]> {
    const visible = await this.visible('LegalAidCase', 'RECORDS', ids, found);
    const records = await Promise.all(visible.map(({ recordNo }) => this.cases.load(recordNo as LegalAidId)));
    return records.filter((record) => record !== null);
  }

  get #facts(): DataLoader<LegalAidId, LegalAidFacts | null> {
    return this.loader('facts', (ids) => this.system.caseFacts(ids, this.legacyCall));
  }
}

/** What the institution says for decisions, in the shape that decisions take. */
export function legalAidFactsOf(facts: LegalAidFacts): RecordFacts {
  const { legalAidId, agencyCode, sealed, labelled, assignments, recusedStaffNos } = facts;
  return {
    department: 'JUSTICE',
    agencyCode,
    recordNo: legalAidId,
    sealed,
    labelled,
    assignments: [
      // A legal aid case has one beneficiary, and its id is the party's key.
      { holder: agencyCode, function: 'LEGAL_AID_INSTITUTION', partyKey: legalAidId },
      ...assignments.map(({ staffNo, function: role }) => ({ holder: staffNo, function: role, partyKey: null })),
    ],
    recusedStaffNos,
  };
}
