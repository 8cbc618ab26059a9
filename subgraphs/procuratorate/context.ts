import type DataLoader from 'dataloader';
import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type {
  IncomingTransferRecord,
  IngestedReview,
  ProcuratorateSystem,
  ReviewFacts,
  ReviewPartyRecord,
} from '#adapters/systems/procuratorate-12309/port.ts';
import type { RecordNo } from '#adapters/systems/procuratorate-12309/record-no.ts';
import type {
  ArrestReviewRecord,
  ProsecutionReviewRecord,
} from '#adapters/systems/procuratorate-12309/review-records.ts';
import type {
  Appointment,
  AppointmentRequest,
  EarliestSlot,
} from '#adapters/systems/procuratorate-12309/service-records.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { FiledCounsel } from '#adapters/systems/records/facts.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { TransferRecord } from '#adapters/systems/records/transfers.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { AcceptanceNo, PoliceCaseNo } from '#schema/identifiers/kinds.ts';
import { type FoundFor, OwnerContext, type OwnerParts, type VisibleRecord } from '#subgraphs/kit/owner-context.ts';
import { recordFactsOf } from '#subgraphs/kit/record-facts.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { mayBeArrestReview, mayBeProsecutionReview } from '#subgraphs/procuratorate/kind-of-review.ts';
import type { ReviewShown } from '#subgraphs/procuratorate/review.ts';

type ByReview<Value> = DataLoader<AcceptanceNo, Value | null>;
type ByRecord<Value> = DataLoader<RecordNo, Value | null>;

export class ProcuratorateContext extends OwnerContext {
  readonly system: ProcuratorateSystem;

  constructor(system: ProcuratorateSystem, parts: OwnerParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(parts, envelope, scope);
    this.system = system;
  }

  get parties(): ByRecord<readonly ReviewPartyRecord[]> {
    return this.loader('parties', (numbers) => this.system.partiesByCase(numbers, this.legacyCall));
  }

  get documents(): ByReview<readonly DocumentRecord[]> {
    return this.loader('documents', (numbers) => this.system.documentsByCase(numbers, this.legacyCall));
  }

  get transfers(): ByRecord<readonly TransferRecord[]> {
    return this.loader('transfers', (numbers) => this.system.transfersByCase(numbers, this.legacyCall));
  }

  /** By office (`agencyCode`). */
  get inboxes(): DataLoader<string, readonly IncomingTransferRecord[] | null> {
    return this.loader('inboxes', (offices) => this.system.transferInbox(offices, this.legacyCall));
  }

  get linkedNumbers(): ByRecord<readonly LinkedNumber[]> {
    return this.loader('linked numbers', (numbers) => this.system.linkedNumbersByCase(numbers, this.legacyCall));
  }

  get reviewsOfPoliceCase(): DataLoader<PoliceCaseNo, readonly AcceptanceNo[] | null> {
    return this.loader('reviews of police cases', (numbers: readonly PoliceCaseNo[]) =>
      this.system.acceptanceNosByPoliceCase(numbers, this.legacyCall),
    );
  }

  get earliestSlots(): ByReview<EarliestSlot> {
    return this.loader('earliest slots', (numbers) => this.system.earliestSlotsByCase(numbers, this.legacyCall));
  }

  /** Arrest reviews of a case that the caller may see, in the order of their numbers. */
  async arrestReviewsOf(numbers: readonly string[], found: FoundFor): Promise<ReviewShown<ArrestReviewRecord>[]> {
    const own = numbers.filter(mayBeArrestReview);
    return this.loadArrestReviews(await this.visible('ArrestReview', 'RECORDS', own, found));
  }

  async prosecutionReviewsOf(
    numbers: readonly string[],
    found: FoundFor,
  ): Promise<ReviewShown<ProsecutionReviewRecord>[]> {
    const own = numbers.filter(mayBeProsecutionReview);
    return this.loadProsecutionReviews(await this.visible('ProsecutionReview', 'RECORDS', own, found));
  }

  /** The arrest reviews among these records. */
  loadArrestReviews(visible: readonly VisibleRecord[]): Promise<ReviewShown<ArrestReviewRecord>[]> {
    const loader: ByReview<ArrestReviewRecord> = this.loader('arrest reviews', (numbers) =>
      this.system.arrestReviewsByNumber(numbers, this.legacyCall),
    );
    return shown(
      visible.filter(({ recordNo }) => mayBeArrestReview(recordNo)),
      loader,
    );
  }

  /** The prosecution reviews among these records. */
  loadProsecutionReviews(visible: readonly VisibleRecord[]): Promise<ReviewShown<ProsecutionReviewRecord>[]> {
    const loader: ByReview<ProsecutionReviewRecord> = this.loader('prosecution reviews', (numbers) =>
      this.system.prosecutionReviewsByNumber(numbers, this.legacyCall),
    );
    return shown(
      visible.filter(({ recordNo }) => mayBeProsecutionReview(recordNo)),
      loader,
    );
  }

  async facts(recordNo: string): Promise<RecordFacts | null> {
    const facts = await this.#facts.load(recordNo as RecordNo);
    return facts && procuratorateFactsOf(facts);
  }

  /** Whose power of attorney is filed in a review. */
  async counsel(recordNo: string): Promise<readonly FiledCounsel[]> {
    const facts = await this.#facts.load(recordNo as RecordNo);
    return facts?.counsel ?? [];
  }

  page(after: string | null, limit: number): Promise<readonly (IngestedReview | UnreadableRecord)[]> {
    return this.scope.guard(() => this.system.page(after, limit, this.legacyCall));
  }

  /** Of a page's records: all at once, and kept no longer than the page. */
  transfersOfPage(numbers: readonly string[]): Promise<ReadonlyMap<string, readonly TransferRecord[]>> {
    return this.scope.guard(() => this.system.transfersByCase(numbers as readonly RecordNo[], this.legacyCall));
  }

  async requestFileReading(request: AppointmentRequest): Promise<Appointment> {
    const { outcome } = await this.scope.guard(() => this.system.requestFileReading(request, this.legacyCall));
    return outcome;
  }

  get #facts(): ByRecord<ReviewFacts> {
    return this.loader('facts', (numbers) => this.system.caseFacts(numbers, this.legacyCall));
  }
}

async function shown<Record extends ArrestReviewRecord | ProsecutionReviewRecord>(
  visible: readonly VisibleRecord[],
  loader: ByReview<Record>,
): Promise<ReviewShown<Record>[]> {
  const found = await Promise.all(
    visible.map(async (each) => {
      const record = await loader.load(each.recordNo as AcceptanceNo);
      return record && { record, visible: each };
    }),
  );
  return found.filter((each) => each !== null);
}

/** What the procuratorate says for decisions, in the shape that decisions take. */
export function procuratorateFactsOf(facts: ReviewFacts): RecordFacts {
  return recordFactsOf('PROCURATORATE', facts.recordNo, facts);
}
