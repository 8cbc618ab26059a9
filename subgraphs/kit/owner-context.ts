import type { KeyObject } from 'node:crypto';
import type DataLoader from 'dataloader';
import { type Decision, decideForeignRecord } from '#auth/decisions/decide.ts';
import type { KnownFacts, RecordFacts } from '#auth/decisions/facts.ts';
import { holdersOf } from '#auth/decisions/rules.ts';
import { type Findings, NOTHING_FOUND, type StatementVerifier } from '#auth/decisions/statement.ts';
import { type CaseView, type Facet, opens, showsOwnRowsOnly } from '#auth/decisions/views.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { LiveGrant } from '#auth/grants/live-grant.ts';
import type { GrantsVerifier } from '#auth/grants/verify.ts';
import { auditCaseId, opaqueId } from '#auth/opaque-id.ts';
import type { Clock } from '#schema/clock.ts';
import type { Department, SystemName } from '#schema/departments.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import { type DecisionDetail, RequestContext } from '#subgraphs/kit/context.ts';
import { createLoader } from '#subgraphs/kit/loader.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** How another subgraph refers to a case: its id, and casework's signed statement about it. */
export interface CaseReference {
  /** Left out where the gateway came back to the case by a record's number: the statement says which case it is. */
  readonly caseUid?: string | undefined;
  readonly statement: string;
}

/** What every department's subgraph is given. */
export interface OwnerMeans {
  readonly statements: StatementVerifier;
  readonly grants: GrantsVerifier;
  /** Business time. */
  readonly clock: Clock;
  /** `opaque-id` of auth/keys: persons are named by a hash of their number, which itself does not leave the process. */
  readonly opaqueIdKey: KeyObject;
  /** `audit-case` of auth/keys: the log names sealed cases by a hash. */
  readonly auditCaseKey: KeyObject;
}

/** What the contexts of one department's subgraph share; one for the process. */
export interface OwnerParts extends OwnerMeans {
  readonly department: Department;
  readonly system: SystemName;
}

/** A case as casework found it for this caller; of a row that nobody refers to a case, nothing is known. */
export interface FoundFor {
  readonly caseUid: string | null;
  readonly findings: Findings;
  /** The caller's live grants for this case, as this owner has verified them; none outside `x-case`. */
  readonly grants: readonly LiveGrant[];
}

export const NO_CASE_KNOWN: FoundFor = { caseUid: null, findings: NOTHING_FOUND, grants: [] };

/** A record that the caller may see, and how much of it. */
export interface VisibleRecord {
  readonly recordNo: string;
  /** The agency that has the record. */
  readonly agencyCode: string;
  readonly view: CaseView;
  /** Whether a row about this party, by its key as casework keeps it, is the caller's to see. */
  mayShowParty(partyKey: string): boolean;
}

/** The context of a department's subgraph: it decides every row of its own again, whoever referred to it. */
export abstract class OwnerContext extends RequestContext {
  readonly #parts: OwnerParts;

  constructor(parts: OwnerParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(envelope, scope);
    this.#parts = parts;
  }

  get clock(): Clock {
    return this.#parts.clock;
  }

  /** The opaque id of a person: by the identity number, so that all departments name the person alike; without one, by the record. */
  personUid(idNumber: string | null, recordNo: string, partyKey: string): string {
    const { opaqueIdKey, system } = this.#parts;
    return idNumber === null
      ? opaqueId(opaqueIdKey, 'P', system, recordNo, partyKey)
      : opaqueId(opaqueIdKey, 'P', idNumber);
  }

  /** What casework found about the case. Throws if this system has failed in this request already: it is not asked twice. */
  async found({ caseUid, statement }: CaseReference): Promise<FoundFor> {
    const { requestId, principal } = this.envelope;
    const { caseUid: stated, ...findings } = await this.scope.once(`statement ${caseUid} ${statement}`, () =>
      this.scope.during('VERIFYING', () =>
        this.#parts.statements.verify(statement, { requestId, subject: principal.subject, caseUid }),
      ),
    );
    const failed = findings.failures.find(({ system }) => system === this.#parts.system);
    if (failed) throw new DepartmentError(failed.code, failed);
    const known = caseUid ?? stated ?? null;
    return { caseUid: known, findings, grants: await this.#liveGrants(known, findings.grants) };
  }

  /** Casework only carries them: what it says of them counts for nothing here. */
  async #liveGrants(caseUid: string | null, token: string | null): Promise<readonly LiveGrant[]> {
    const { requestId, principal, onlyCase } = this.envelope;
    if (token === null || caseUid === null || caseUid !== onlyCase) return [];
    const { subject } = principal;
    return this.scope.once(`grants ${token}`, () =>
      this.scope.during('VERIFYING', () => this.#parts.grants.verify(token, { requestId, subject, caseUid })),
    );
  }

  /** What the department's system says for decisions about one of its records; `null` where it knows none. */
  abstract facts(recordNo: string): Promise<RecordFacts | null>;

  /** Which of these records the caller may see, in their order, and how much of each. */
  async visible(
    subject: string,
    facet: Facet,
    recordNos: readonly string[],
    found: FoundFor,
    detail: DecisionDetail = {},
  ): Promise<readonly VisibleRecord[]> {
    const decided = await this.scope.during('DECIDING', () =>
      Promise.all(
        recordNos.map(async (recordNo) => {
          const own = this.#stated(recordNo, found) ?? (await this.facts(recordNo));
          return own && this.decide(subject, facet, own, found, detail);
        }),
      ),
    );
    return decided.filter((record) => record !== null);
  }

  /**
   * One loader a question for the whole request: each record is asked for once. Facts go out once it is known whose cases are asked for,
   * everything else once it is decided what may be shown.
   */
  protected loader<Key extends string, Value>(
    name: string,
    ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
  ): DataLoader<Key, Value | null> {
    const schedule = name === 'facts' ? this.scope.after('VERIFYING') : this.scope.after('VERIFYING', 'DECIDING');
    return this.scope.once(name, () =>
      createLoader((keys: readonly Key[]) => this.scope.guard(() => ask(keys)), {
        schedule,
        alongside: this.#alongside(name),
      }),
    );
  }

  /**
   * Has a record go along in the lists of this question that go out anyway: lists of a case come fetch by fetch, and need the same kinds of
   * thing of more or fewer of its records.
   */
  protected goesAlong(name: string, key: string): void {
    this.#alongside(name).add(key);
  }

  #alongside<Key extends string>(name: string): Set<Key> {
    return this.scope.once(`alongside ${name}`, () => new Set<Key>());
  }

  /** Facts that casework fetched of this record within this request: they are not fetched again. */
  #stated(recordNo: string, { findings }: FoundFor): KnownFacts | undefined {
    return findings.records.find(
      (facts) => facts.department === this.#parts.department && facts.recordNo === recordNo && facts.live,
    );
  }

  /**
   * Decides what of one record may be shown and notes the decision; `null` if nothing. Within `x-case`, a record of another case or of
   * none that is known is denied.
   */
  decide(
    subject: string,
    facet: Facet,
    own: RecordFacts,
    found: FoundFor,
    detail: DecisionDetail = {},
  ): VisibleRecord | null {
    const { caseUid, findings, grants } = found;
    const { onlyCase } = this.envelope;
    const decided: Decision =
      onlyCase === null || onlyCase === caseUid
        ? decideForeignRecord({ ...this.envelope, grants }, own, findings)
        : { allowed: false, rule: 'deny.other-case' };
    const decision: Decision =
      decided.allowed && !opens(decided.view, own.department, facet)
        ? { allowed: false, rule: 'deny.not-in-view' }
        : decided;
    const isRemembered = decision.allowed && findings.records.some(({ live }) => !live);
    const more = decision.allowed ? { ...detail, ...(isRemembered && { remembered: true }) } : {};
    this.recordOf(subject, found, decision, more, own.sealed);
    if (!decision.allowed) return null;
    const mine = ownKeys(own, this.envelope, findings);
    return {
      recordNo: own.recordNo,
      agencyCode: own.agencyCode,
      view: decision.view,
      mayShowParty: (partyKey) => !showsOwnRowsOnly(decision.view) || mine.has(partyKey),
    };
  }

  /** Notes a decision about a row of a case; of a sealed one under its audit id. */
  recordOf(
    subject: string,
    { caseUid, findings, grants }: FoundFor,
    decision: Decision,
    detail: DecisionDetail,
    isSealed = false,
  ): void {
    const isHidden =
      isSealed || findings.records.some(({ sealed }) => sealed) || grants.some(({ kind }) => kind === 'RECORD_CHECK');
    const named = caseUid !== null && isHidden ? auditCaseId(this.#parts.auditCaseKey, caseUid) : caseUid;
    this.record(subject, named, decision, detail);
  }

  /** Fields that only casework may ask, in an envelope of its own. */
  requireCasework(): void {
    this.requireSigner('casework', 'owner field');
  }
}

function ownKeys(own: RecordFacts, { principal }: VerifiedEnvelope, { ownPartyKeys }: Findings): ReadonlySet<string> {
  const holders = holdersOf(principal);
  const stated = own.assignments.flatMap(({ holder, partyKey }) =>
    partyKey !== null && holders.has(holder) ? partyKey : [],
  );
  return new Set([...ownPartyKeys, ...stated]);
}
