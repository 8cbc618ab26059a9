import type DataLoader from 'dataloader';
import type {
  CourtCaseFacts,
  CourtCaseRecord,
  CourtSystem,
  FiledRepresentation,
  HearingRecord,
} from '#adapters/systems/court-12368/port.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { Findings } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import { createLoader } from '#subgraphs/kit/loader.ts';
import { OwnerContext, type OwnerParts } from '#subgraphs/kit/owner-context.ts';

export class CourtContext extends OwnerContext {
  readonly cases: DataLoader<CourtCaseNo, CourtCaseRecord | null>;
  readonly hearings: DataLoader<CourtCaseNo, readonly HearingRecord[] | null>;
  readonly representations: DataLoader<CourtCaseNo, readonly FiledRepresentation[] | null>;
  readonly #facts: DataLoader<CourtCaseNo, CourtCaseFacts | null>;

  constructor(court: CourtSystem, parts: OwnerParts, envelope: VerifiedEnvelope, signal: AbortSignal) {
    super(parts, envelope, signal);
    this.#facts = createLoader((numbers) => this.asking(() => court.caseFacts(numbers, this.legacyCall)));
    this.cases = createLoader((numbers) => this.asking(() => court.casesByNumber(numbers, this.legacyCall)));
    this.hearings = createLoader((numbers) => this.asking(() => court.hearingsByCase(numbers, this.legacyCall)));
    this.representations = createLoader((numbers) =>
      this.asking(() => court.representationsByCase(numbers, this.legacyCall)),
    );
  }

  async facts(number: CourtCaseNo): Promise<RecordFacts | null> {
    const facts = await this.#facts.load(number);
    return facts && courtFactsOf(facts);
  }

  /** Which of these court cases the caller may see. Facts that casework fetched live within this request are not fetched again. */
  async visible(numbers: readonly CourtCaseNo[], caseUid: string | null, findings: Findings): Promise<CourtCaseNo[]> {
    const decided = await Promise.all(
      numbers.map(async (number) => {
        const stated = findings.records.find(
          (facts) => facts.department === 'COURT' && facts.recordNo === number && facts.live,
        );
        const facts = stated ?? (await this.facts(number));
        return facts !== null && this.mayShow('CourtCase', caseUid, facts, findings);
      }),
    );
    return numbers.filter((_number, index) => decided[index]);
  }
}

/** What the court says for decisions, in the shape that decisions take. */
export function courtFactsOf(facts: CourtCaseFacts): RecordFacts {
  return { ...facts, department: 'COURT', recordNo: facts.courtCaseNo };
}
