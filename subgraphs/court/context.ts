import type DataLoader from 'dataloader';
import type {
  CourtCaseRecord,
  CourtPartyRecord,
  CourtSystem,
  FeeRecord,
  FiledRepresentation,
  HearingNoticeRecord,
  HearingRecord,
} from '#adapters/systems/court-12368/port.ts';
import type { DocumentRecord } from '#adapters/systems/records/documents.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { CourtCaseNo } from '#schema/identifiers/kinds.ts';
import {
  type FoundFor,
  NO_CASE_KNOWN,
  OwnerContext,
  type OwnerParts,
  type VisibleRecord,
} from '#subgraphs/kit/owner-context.ts';
import { recordFactsOf } from '#subgraphs/kit/record-facts.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** A court case, how much of it the caller may see, and the case through which the caller came to it. */
export interface CourtCaseShown {
  readonly courtCaseNo: CourtCaseNo;
  readonly visible: VisibleRecord;
  readonly through: Matter;
}

/** A case as casework found it, with the court's numbers of it. */
export interface Matter {
  readonly found: FoundFor;
  readonly numbers: readonly string[];
}

export const NO_MATTER: Matter = { found: NO_CASE_KNOWN, numbers: [] };

/** The kinds of thing that several fields of a case are made from. */
const KINDS = ['cases', 'parties', 'hearings', 'notices', 'documents', 'fees'] as const;

export class CourtContext extends OwnerContext {
  readonly system: CourtSystem;

  constructor(system: CourtSystem, parts: OwnerParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(parts, envelope, scope);
    this.system = system;
  }

  get cases(): DataLoader<CourtCaseNo, CourtCaseRecord | null> {
    return this.loader('cases', (numbers) => this.system.casesByNumber(numbers, this.legacyCall));
  }

  get parties(): DataLoader<CourtCaseNo, readonly CourtPartyRecord[] | null> {
    return this.loader('parties', (numbers) => this.system.partiesByCase(numbers, this.legacyCall));
  }

  get hearings(): DataLoader<CourtCaseNo, readonly HearingRecord[] | null> {
    return this.loader('hearings', (numbers) => this.system.hearingsByCase(numbers, this.legacyCall));
  }

  get notices(): DataLoader<CourtCaseNo, readonly HearingNoticeRecord[] | null> {
    return this.loader('notices', (numbers) => this.system.noticesByCase(numbers, this.legacyCall));
  }

  get fees(): DataLoader<CourtCaseNo, readonly FeeRecord[] | null> {
    return this.loader('fees', (numbers) => this.system.feesByCase(numbers, this.legacyCall));
  }

  get documents(): DataLoader<CourtCaseNo, readonly DocumentRecord[] | null> {
    return this.loader('documents', (numbers) => this.system.documentsByCase(numbers, this.legacyCall));
  }

  get representations(): DataLoader<CourtCaseNo, readonly FiledRepresentation[] | null> {
    return this.loader('representations', (numbers) => this.system.representationsByCase(numbers, this.legacyCall));
  }

  /** Has what else may be shown of a record go along, where such lists go out anyway. */
  takeAlong(number: CourtCaseNo, kinds: readonly (typeof KINDS)[number][] = KINDS): void {
    for (const kind of kinds) this.goesAlong(kind, number);
  }

  /** The court's records of a case that the caller may see, in the order of their numbers. */
  async courtCases(through: Matter): Promise<CourtCaseShown[]> {
    const shown = await Promise.all(through.numbers.map((number) => this.courtCase(number as CourtCaseNo, through)));
    return shown.filter((each) => each !== null);
  }

  /** One record, if the caller may see it: of the case through which it was come to, or by its own facts alone where it is not of it. */
  async courtCase(number: CourtCaseNo, through: Matter): Promise<CourtCaseShown | null> {
    const found = through.numbers.includes(number) ? through.found : NO_CASE_KNOWN;
    const [visible] = await this.visible('CourtCase', 'RECORDS', [number], found);
    return visible ? { courtCaseNo: number, visible, through } : null;
  }

  /** What stands in the record of a case of which the court stated the facts. @throws DepartmentError */
  async caseRecord({ courtCaseNo }: Pick<CourtCaseShown, 'courtCaseNo'>): Promise<CourtCaseRecord> {
    const record = await this.cases.load(courtCaseNo);
    if (record) return record;
    const cause = new Error('the court states facts of a case and has no record of it');
    throw new DepartmentError('DEPARTMENT_DATA_INVALID', { department: 'COURT', system: '12368', cause });
  }

  async facts(recordNo: string): Promise<RecordFacts | null> {
    const loader = this.loader('facts', (numbers: readonly CourtCaseNo[]) =>
      this.system.caseFacts(numbers, this.legacyCall),
    );
    const facts = await loader.load(recordNo as CourtCaseNo);
    return facts && recordFactsOf('COURT', facts.courtCaseNo, facts);
  }
}
