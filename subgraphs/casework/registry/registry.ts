import type { KnownFacts } from '#auth/decisions/facts.ts';
import type { CaseKind } from '#schema/enums/case-kind.ts';
import type { LegalStatus } from '#schema/enums/legal-status.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { Stage } from '#schema/enums/stage.ts';

/** The kinds of number that the registry links, and our own. */
export type LinkedNumberKind = 'POLICE_CASE_NO' | 'ACCEPTANCE_NO' | 'COURT_CASE_NO' | 'LEGAL_AID_ID';
/** The kinds of number by which a case can be asked for. */
export type CaseNumberKind = 'CASE_UID' | Exclude<LinkedNumberKind, 'LEGAL_AID_ID'>;

/** What the rest of casework sees of the registry (implemented beside this file on PostgreSQL). Numbers are canonical. */
export interface Registry {
  /** Cases by one kind of number, one statement a list, with all their numbers; an unknown number is not in the map and costs the same. */
  casesByNumbers(kind: CaseNumberKind, numbers: readonly string[]): Promise<Map<string, RegisteredCase>>;
  /** Parties of cases, one statement a list, in the order in which they were entered. */
  partiesByCases(caseUids: readonly string[]): Promise<Map<string, readonly RegisteredParty[]>>;
  /** Keeps the owners' last facts per case, agency and record. */
  saveFacts(caseUid: string, facts: readonly KnownFacts[]): Promise<void>;
  /** Facts not older than `lifetimeMs`; a recusal, a seal or a label never lapses. All come back with `live: false`. */
  factsOf(caseUid: string, lifetimeMs: number): Promise<KnownFacts[]>;
  /** Resolves when the database answers and its tables are there. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface RegisteredCase {
  readonly caseUid: string;
  readonly kind: CaseKind;
  readonly currentStage: Stage;
  readonly sealed: boolean;
  readonly numbers: readonly { readonly kind: LinkedNumberKind; readonly number: string }[];
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
