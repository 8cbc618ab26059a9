import type { KnownFacts } from '#auth/decisions/facts.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import type { CaseKind } from '#schema/enums/case-kind.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { Stage } from '#schema/enums/stage.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';

export type { LinkedNumberKind } from '#subgraphs/kit/linked-number.ts';
/** The kinds of number by which a case can be asked for. */
export type CaseNumberKind =
  | 'CASE_UID'
  | Extract<LinkedNumberKind, 'POLICE_CASE_NO' | 'ACCEPTANCE_NO' | 'COURT_CASE_NO'>;

/** What the rest of casework sees of the registry (implemented beside this file on PostgreSQL). Numbers are canonical. */
export interface Registry {
  /** Cases by one kind of number, one statement a list, with all their numbers; an unknown number is not in the map and costs the same. */
  casesByNumbers(kind: 'CASE_UID' | LinkedNumberKind, numbers: readonly string[]): Promise<Map<string, RegisteredCase>>;
  /** Cases by the departments' keys of their parties (`RegisteredParty.keys`), as above. */
  casesByPartyKeys(keys: readonly string[]): Promise<Map<string, RegisteredCase>>;
  /** Cases by their parties' own ids, as above. */
  casesByPartyUids(partyUids: readonly string[]): Promise<Map<string, RegisteredCase>>;
  /**
   * Cases in whose last known facts one of the holders (`Assignment.holder`) is assigned, by caseUid; sealed ones are left out. They are
   * candidates: whether a case is still the holder's, its owner says.
   */
  casesOfHolder(holders: readonly string[], page: CasePage): Promise<RegisteredCase[]>;
  /** Cases to which a person is a party, as above. */
  casesOfPerson(personUid: string, page: CasePage): Promise<RegisteredCase[]>;
  /** Parties of cases, one statement a list, in the order in which their first owner lists them. */
  partiesByCases(caseUids: readonly string[]): Promise<Map<string, readonly RegisteredParty[]>>;
  /** Keeps the owners' last facts per case, agency and record. */
  saveFacts(caseUid: string, facts: readonly KnownFacts[]): Promise<void>;
  /** Facts not older than `lifetimeMs`; a recusal, a seal or a label never lapses. All come back with `live: false`. */
  factsOf(caseUid: string, lifetimeMs: number): Promise<KnownFacts[]>;
  /** What systems state otherwise than a fact's owner, by field. */
  noticesOf(caseUid: string): Promise<DataQualityNotice[]>;
  /** The case in which a system recorded a hand-over under a key of its own; `null` where none did. */
  caseOfTransfer(system: SystemName, key: string): Promise<string | null>;
  /** Hand-overs of unsealed cases that were sent on these days, counted by kind and departments, in the order of both. */
  transferCounts(days: TransferDays): Promise<TransferCount[]>;
  /** The person behind an account, where an identity check has tied one to it. */
  accountOf(issuer: string, subject: string): Promise<string | null>;
  /** Remembers that the departments were asked for a case's numbers of this kind. */
  noteSearch(caseUid: string, kind: LinkedNumberKind): Promise<void>;
  /** Whether they were asked within the last `ms` milliseconds. */
  searchedSince(caseUid: string, kind: LinkedNumberKind, ms: number): Promise<boolean>;
  /** Numbers, at most 10, of records that name one of the holders and that ingest found no case for, unless searched within the last `ms`. */
  leftOutOf(holders: readonly string[], ms: number): Promise<LeftOut[]>;
  /** Remembers that the case of such a record was searched for these holders. */
  noteLeftOutSearch(holders: readonly string[], record: LeftOut): Promise<void>;
  /** Resolves when the database answers and its tables are there. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** LegalDates, each within its range. */
export interface TransferDays {
  readonly from: string;
  readonly to: string;
  /** The business day by which one that nobody answered may be overdue. */
  readonly today: string;
}

/** One hand-over is counted once, though both sides recorded it. Behind each number stands of how many cases it is made. */
export interface TransferCount {
  readonly kind: TransferKind;
  readonly fromDept: Department;
  readonly toDept: Department;
  readonly total: number;
  readonly cases: number;
  readonly overdue: number;
  readonly overdueCases: number;
  /** Cases of those that are not overdue. */
  readonly inTimeCases: number;
  /** Median of the days from sending to receipt, rounded up; `null` where none was received. */
  readonly medianDays: number | null;
  readonly receivedCases: number;
}

export interface CasePage {
  /** `null` for all. */
  readonly stage: Stage | null;
  /** 1 to 501, one more than a list's longest page; another number is the error FIRST_OUT_OF_RANGE. */
  readonly first: number;
  /** The caseUid that ends the page before; `null` for the first page. */
  readonly after: string | null;
}

export interface RegisteredCase {
  readonly caseUid: string;
  readonly kind: CaseKind;
  readonly currentStage: Stage;
  readonly sealed: boolean;
  readonly numbers: readonly { readonly kind: LinkedNumberKind; readonly number: string }[];
}

/** A record of no case: its number, by which a case can be asked for. */
export interface LeftOut {
  readonly kind: Exclude<CaseNumberKind, 'CASE_UID'>;
  readonly number: string;
}

export interface RegisteredParty {
  readonly partyUid: string;
  readonly personUid: string;
  readonly role: PartyRole;
  readonly legalStatus: LegalStatus;
  readonly minorAtOffence: boolean | null;
  readonly protectedIdentity: boolean;
  readonly displayName: string;
  /** Keys of this party in the departments' records (`partyKeyIn` for the court, the legalAidId for legal aid). */
  readonly keys: readonly { readonly system: string; readonly key: string }[];
}

/** That a system differs from a fact's owner; never how. */
export interface DataQualityNotice {
  /** The owner's, whose officers are told. */
  readonly agencyCode: string;
  readonly department: Department;
  readonly system: SystemName;
  /** `displayName`, `idNumber`; the kind of a number that two cases claim; or what casework compared. */
  readonly field: string;
  /** DateTime. */
  readonly notedAt: string;
}
