import type DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { KnownFacts, RecordFacts } from '#auth/decisions/facts.ts';
import type { StatementMaker } from '#auth/decisions/statement.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import type { FoundCase } from '#subgraphs/casework/find-case.ts';
import { type JoinedRepresentations, joinRepresentations } from '#subgraphs/casework/join-representations.ts';
import type { Owner } from '#subgraphs/casework/owners/owner.ts';
import type { OwnerClient } from '#subgraphs/casework/owners/owner-client.ts';
import { type Asking, askFacts } from '#subgraphs/casework/owners/questions.ts';
import type {
  CaseNumberKind,
  RegisteredCase,
  RegisteredParty,
  Registry,
} from '#subgraphs/casework/registry/registry.ts';
import { RequestContext } from '#subgraphs/kit/context.ts';
import { createLoader } from '#subgraphs/kit/loader.ts';

/** What casework's contexts are made from; one for the process. */
export interface CaseworkParts {
  readonly registry: Registry;
  readonly owners: OwnerClient;
  readonly statements: StatementMaker;
  readonly logger: Logger;
  /** How long an owner's last facts count while it does not answer. @default 15 minutes (WORLD 3) */
  readonly factsLifetimeMs?: number;
}

export class CaseworkContext extends RequestContext {
  readonly parties: DataLoader<string, readonly RegisteredParty[] | null>;
  readonly #parts: CaseworkParts;
  readonly #cases = new Map<CaseNumberKind, DataLoader<string, RegisteredCase | null>>();
  readonly #facts = new Map<Owner, DataLoader<string, RecordFacts | null>>();
  readonly #statements = new Map<FoundCase, Promise<string>>();
  readonly #representations = new Map<FoundCase, Promise<JoinedRepresentations>>();

  constructor(parts: CaseworkParts, envelope: VerifiedEnvelope, signal: AbortSignal) {
    super(envelope, signal);
    this.#parts = parts;
    this.parties = createLoader((caseUids) => parts.registry.partiesByCases(caseUids));
  }

  casesByNumber(kind: CaseNumberKind): DataLoader<string, RegisteredCase | null> {
    return once(this.#cases, kind, () => createLoader((numbers) => this.#parts.registry.casesByNumbers(kind, numbers)));
  }

  /** What an owner says of its records: one question for all that are asked at the same time, and each record once in a request. */
  factsOf(owner: Owner): DataLoader<string, RecordFacts | null> {
    return once(this.#facts, owner, () =>
      createLoader(async (recordNos) => {
        const facts = await askFacts(this.asking, owner, recordNos);
        return new Map(facts.map((found) => [found.recordNo, found]));
      }),
    );
  }

  get asking(): Asking {
    const { signal } = this.legacyCall;
    return { client: this.#parts.owners, caller: this.envelope, ...(signal && { signal }) };
  }

  /** Keeps the owners' facts for the minutes in which one of them may not answer. The answer does not wait for it. */
  remember(caseUid: string, facts: readonly KnownFacts[]): void {
    if (facts.length === 0) return;
    this.#parts.registry.saveFacts(caseUid, facts).catch((error: Error) => {
      this.#parts.logger.warn(
        { requestId: this.envelope.requestId, cause: error.message },
        'facts were not remembered',
      );
    });
  }

  rememberedFacts(caseUid: string): Promise<KnownFacts[]> {
    return this.#parts.registry.factsOf(caseUid, this.#parts.factsLifetimeMs ?? 15 * 60_000);
  }

  /** The signed statement about a case, made when an owner needs it. */
  statement(found: FoundCase): Promise<string> {
    const { requestId, principal } = this.envelope;
    return once(this.#statements, found, () =>
      this.#parts.statements.sign({
        requestId,
        subject: principal.subject,
        caseUid: found.row.caseUid,
        findings: found.findings,
      }),
    );
  }

  /** One question to each owner for all parties of a case. */
  representations(found: FoundCase): Promise<JoinedRepresentations> {
    return once(this.#representations, found, () => joinRepresentations(this, found));
  }
}

function once<Key, Value>(made: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = made.get(key);
  if (known) return known;
  const value = make();
  made.set(key, value);
  return value;
}
