import type DataLoader from 'dataloader';
import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type {
  CustodyRecord,
  HandoverInCustody,
  HandoverPage,
  IngestedPoliceCase,
  MeasureRecord,
  PoliceCaseFacts,
  PoliceCaseRecord,
  PolicePartyRecord,
  PoliceSystem,
} from '#adapters/systems/police/port.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { FiledCounsel } from '#adapters/systems/records/facts.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { type FoundFor, OwnerContext, type OwnerParts } from '#subgraphs/kit/owner-context.ts';
import { partyKeyIn } from '#subgraphs/kit/party-key.ts';
import { recordFactsOf } from '#subgraphs/kit/record-facts.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';
import type { PoliceCaseShown } from '#subgraphs/police/police-case.ts';

type ByCase<Value> = DataLoader<PoliceCaseNo, Value | null>;

export class PoliceContext extends OwnerContext {
  readonly #police: PoliceSystem;

  constructor(police: PoliceSystem, parts: OwnerParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(parts, envelope, scope);
    this.#police = police;
  }

  get cases(): ByCase<PoliceCaseRecord> {
    return this.loader('cases', (numbers) => this.#police.casesByNumber(numbers, this.legacyCall));
  }

  get parties(): ByCase<readonly PolicePartyRecord[]> {
    return this.loader('parties', (numbers) => this.#police.partiesByCase(numbers, this.legacyCall));
  }

  get measures(): ByCase<readonly MeasureRecord[]> {
    return this.loader('measures', (numbers) => this.#police.measuresByCase(numbers, this.legacyCall));
  }

  get custodies(): ByCase<readonly CustodyRecord[]> {
    return this.loader('custodies', (numbers) => this.#police.custodyByCase(numbers, this.legacyCall));
  }

  get documents(): ByCase<readonly DocumentRecord[]> {
    return this.loader('documents', (numbers) => this.#police.documentsByCase(numbers, this.legacyCall));
  }

  get transfers(): ByCase<readonly TransferRecord[]> {
    return this.loader('transfers', (numbers) => this.#police.transfersByCase(numbers, this.legacyCall));
  }

  /** The police's records of a case that the caller may see, in the order of their numbers. */
  async policeCases(numbers: readonly string[], found: FoundFor): Promise<PoliceCaseShown[]> {
    const visible = await this.visible('PoliceCase', 'RECORDS', numbers, found);
    const shown = await Promise.all(
      visible.map(async ({ recordNo, agencyCode }) => {
        const record = await this.cases.load(recordNo as PoliceCaseNo);
        return record && { record, agencyCode };
      }),
    );
    return shown.filter((each) => each !== null);
  }

  async facts(recordNo: string): Promise<RecordFacts | null> {
    const facts = await this.#facts.load(recordNo as PoliceCaseNo);
    return facts && policeFactsOf(facts);
  }

  /** Whose power of attorney is filed in a case. */
  async counsel(recordNo: string): Promise<readonly FiledCounsel[]> {
    const facts = await this.#facts.load(recordNo as PoliceCaseNo);
    return facts?.counsel ?? [];
  }

  page(after: string | null, limit: number): Promise<readonly (IngestedPoliceCase | UnreadableRecord)[]> {
    return this.scope.guard(() => this.#police.page(after, limit, this.legacyCall));
  }

  /** Of a page's records: all at once, and kept no longer than the page. */
  transfersOfPage(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly TransferRecord[]>> {
    return this.scope.guard(() => this.#police.transfersByCase(numbers as readonly PoliceCaseNo[], this.legacyCall));
  }

  handovers(page: HandoverPage): Promise<readonly HandoverInCustody[]> {
    return this.scope.guard(() => this.#police.handoversByCentre(page, this.legacyCall));
  }

  get #facts(): ByCase<PoliceCaseFacts> {
    return this.loader('facts', (numbers) => this.#police.caseFacts(numbers, this.legacyCall));
  }
}

/** What the police say for decisions: besides staff and counsel, which detention centre holds whom. */
export function policeFactsOf(facts: PoliceCaseFacts): RecordFacts {
  const { policeCaseNo, custodies } = facts;
  const record = recordFactsOf('POLICE', policeCaseNo, facts);
  const held = custodies.map(({ detentionCentre, partyKey }) => ({
    holder: detentionCentre,
    function: 'DETENTION_CENTRE',
    partyKey: partyKeyIn(policeCaseNo, partyKey),
  }));
  return { ...record, assignments: [...record.assignments, ...held] };
}
