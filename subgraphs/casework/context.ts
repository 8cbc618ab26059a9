import type { KeyObject } from 'node:crypto';
import type DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { Decision } from '#auth/decisions/decide.ts';
import type { KnownFacts, RecordFacts } from '#auth/decisions/facts.ts';
import type { StatementMaker } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { auditCaseId } from '#auth/opaque-id.ts';
import type { Clock } from '#schema/clock.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { type AskedGrants, type GrantsClient, NO_GRANTS } from '#subgraphs/casework/grants/grants-client.ts';
import type { LinkKeeper } from '#subgraphs/casework/link-keeper.ts';
import { type Joined, joinList } from '#subgraphs/casework/lists/join.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';
import type { OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import { type Asking, askFacts } from '#subgraphs/casework/owners/questions.ts';
import type {
  LinkedNumberKind,
  RegisteredCase,
  RegisteredParty,
  Registry,
} from '#subgraphs/casework/registry/registry.ts';
import type { Difference } from '#subgraphs/casework/registry/writer/differences.ts';
import { registryLoader } from '#subgraphs/casework/registry-loader.ts';
import { type DecisionDetail, RequestContext } from '#subgraphs/kit/context.ts';
import { createLoader } from '#subgraphs/kit/loader.ts';
import type { ListName, OwnerRows, UnstatedFacts } from '#subgraphs/kit/owner-rows.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';

/** What casework's contexts are made from; one for the process. */
export interface CaseworkParts {
  readonly registry: Registry;
  readonly links: LinkKeeper;
  readonly owners: OwnerClient;
  readonly statements: StatementMaker;
  readonly grants: GrantsClient;
  /** `audit-case` of auth/keys: the log names sealed cases by a hash. */
  readonly auditCaseKey: KeyObject;
  /** Business time. */
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long an owner's last facts count while it does not answer. @default 15 minutes (WORLD 3) */
  readonly factsLifetimeMs?: number;
}

export class CaseworkContext extends RequestContext {
  readonly registry: Registry;
  readonly #parts: CaseworkParts;

  constructor(parts: CaseworkParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(envelope, scope);
    this.#parts = parts;
    this.registry = parts.registry;
  }

  get clock(): Clock {
    return this.#parts.clock;
  }

  get parties(): DataLoader<string, readonly RegisteredParty[] | null> {
    return this.scope.once('parties', () => registryLoader((caseUids) => this.registry.partiesByCases(caseUids)));
  }

  casesByNumber(kind: 'CASE_UID' | LinkedNumberKind): DataLoader<string, RegisteredCase | null> {
    return this.scope.once(`cases ${kind}`, () =>
      registryLoader((numbers) => this.registry.casesByNumbers(kind, numbers)),
    );
  }

  /** What an owner says of its records: one question for all that are asked at the same time, and each record once in a request. */
  factsOf(owner: Owner): DataLoader<string, RecordFacts | UnstatedFacts | null> {
    return this.scope.once(`facts ${owner.system}`, () =>
      createLoader(async (recordNos) => {
        const facts = await askFacts(this.asking, owner, recordNos);
        return new Map(facts.map((each) => [each.recordNo, each]));
      }),
    );
  }

  /**
   * The caller's live grants for the case of `x-case`, asked of access once in a request, whatever is asked about; none without `x-case`.
   * While access does not answer nobody has any: a case that one would open is absent then, and the log tells why.
   */
  grants(): Promise<AskedGrants> {
    const { onlyCase, requestId } = this.envelope;
    if (onlyCase === null) return Promise.resolve(NO_GRANTS);
    return this.scope.once('grants', () =>
      this.#parts.grants.ask(this.envelope, onlyCase, this.legacyCall.signal).catch((error: Error) => {
        this.#parts.logger.warn({ requestId, cause: error.message }, 'no grants: the access subgraph did not answer');
        return NO_GRANTS;
      }),
    );
  }

  /** Notes a decision about a case, or about what belongs to it; a sealed one stands in the log under its audit id. */
  recordCase(
    subject: string,
    row: RegisteredCase | null,
    decision: Decision,
    detail: DecisionDetail = {},
    isSealed = row?.sealed ?? false,
  ): void {
    const named = row && (isSealed ? auditCaseId(this.#parts.auditCaseKey, row.caseUid) : row.caseUid);
    const isClosed = decision.allowed && row?.currentStage === 'CLOSED';
    this.record(subject, named, decision, { ...detail, ...(isClosed && { closed: true }) });
  }

  /** The person behind the caller's account, where an identity check has tied one to it (WORLD 3). */
  personOfAccount(): Promise<string | null> {
    const { issuer, subject } = this.envelope.principal;
    return this.scope.once('account', () => this.registry.accountOf(issuer, subject));
  }

  /** A list that several departments feed, asked of each once in a request. */
  joined<List extends ListName>(found: FoundCase, list: List): Promise<Joined<OwnerRows[List]>> {
    return this.scope.once(`joined ${list} ${found.row.caseUid}`, () => joinList(this, found, list));
  }

  /** Notes differences in a case for the owners' officers. The answer does not wait for it. */
  noteDifferences({ row: { caseUid } }: FoundCase, differences: readonly Omit<Difference, 'caseUid'>[]): void {
    if (differences.length === 0) return;
    this.links.noteDifferences(differences.map((difference) => ({ ...difference, caseUid }))).catch((error: Error) => {
      this.#parts.logger.warn(
        { requestId: this.envelope.requestId, cause: error.message },
        'differences were not noted',
      );
    });
  }

  get links(): LinkKeeper {
    return this.#parts.links;
  }

  get asking(): Asking {
    const { signal } = this.legacyCall;
    return { client: this.#parts.owners, caller: this.envelope, ...(signal && { signal }) };
  }

  /** Keeps the owners' facts for the minutes in which one of them may not answer. The answer does not wait for it. */
  remember(caseUid: string, facts: readonly KnownFacts[]): void {
    if (facts.length === 0) return;
    this.registry.saveFacts(caseUid, facts).catch((error: Error) => {
      this.#parts.logger.warn(
        { requestId: this.envelope.requestId, cause: error.message },
        'facts were not remembered',
      );
    });
  }

  rememberedFacts(caseUid: string): Promise<KnownFacts[]> {
    return this.registry.factsOf(caseUid, this.#parts.factsLifetimeMs ?? 15 * 60_000);
  }

  /** The signed statement about a case, made when an owner needs it. */
  statement(found: FoundCase): Promise<string> {
    const { requestId, principal } = this.envelope;
    const { caseUid } = found.row;
    return this.scope.once(`statement ${caseUid}`, () =>
      this.#parts.statements.sign({ requestId, subject: principal.subject, caseUid, findings: found.findings }),
    );
  }
}
