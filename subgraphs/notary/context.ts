import type DataLoader from 'dataloader';
import {
  type CertificateFacts,
  type CertificateKey,
  type CertificateVerification,
  certificateKey,
  type NotarySystem,
  UNKNOWN_CERTIFICATE,
} from '#adapters/systems/notary/port.ts';
import type { RecordFacts } from '#auth/decisions/facts.ts';
import type { VerifiedEnvelope } from '#auth/envelope/envelope.ts';
import { inChinaTime } from '#schema/calendar.ts';
import { DepartmentError } from '#schema/errors/graph-error.ts';
import type { NotarialCertificateNo, UnifiedSocialCreditCode } from '#schema/identifiers/kinds.ts';
import { createLoader } from '#subgraphs/kit/loader.ts';
import { OwnerContext, type OwnerParts } from '#subgraphs/kit/owner-context.ts';
import type { RequestScope } from '#subgraphs/kit/request-scope.ts';
import { decideCertificate } from '#subgraphs/notary/decide.ts';

const SUBJECT = 'NotarialCertificate';
const POLICY = 'certificate.verify';

export class NotaryContext extends OwnerContext {
  readonly system: NotarySystem;
  readonly #facts: DataLoader<CertificateKey, CertificateFacts | null>;

  constructor(system: NotarySystem, parts: OwnerParts, envelope: VerifiedEnvelope, scope: RequestScope) {
    super(parts, envelope, scope);
    this.system = system;
    this.#facts = scope.once('facts', () => createLoader((keys: readonly CertificateKey[]) => this.#askFacts(keys)));
  }

  async facts(recordNo: string): Promise<RecordFacts | null> {
    const facts = await this.#facts.load(recordNo as CertificateKey);
    return facts && notaryFactsOf(facts);
  }

  /**
   * One look at one certificate, live: the platform's facts, then its verification. Both are asked whatever the facts say, and what the
   * caller may not be told is told as of a number that nobody knows. Each look is on record, one that failed too.
   * @throws DepartmentError, FORBIDDEN or PURPOSE_REQUIRED
   */
  async verify(
    officeUscc: UnifiedSocialCreditCode,
    number: NotarialCertificateNo,
    digest: string | null,
  ): Promise<CertificateVerification> {
    this.requirePolicy(POLICY, SUBJECT);
    try {
      const key = certificateKey(officeUscc, number);
      const facts = await this.#askFacts([key]);
      const decision = decideCertificate(this.envelope, facts.get(key) ?? null);
      const asked = this.scope.guard(() => this.system.verify(officeUscc, number, digest, this.legacyCall));
      const verification = decision.allowed
        ? await asked
        : {
            officeUscc,
            number,
            checkedAt: await asked.then(({ checkedAt }) => checkedAt, unreadableNow),
            ...UNKNOWN_CERTIFICATE,
          };
      this.record(SUBJECT, null, decision);
      return verification;
    } catch (error) {
      this.record(SUBJECT, null, { allowed: false, rule: 'deny.department-failed' });
      throw error;
    }
  }

  #askFacts(keys: readonly CertificateKey[]): Promise<Map<CertificateKey, CertificateFacts>> {
    return this.scope.guard(() => this.system.certificateFacts(keys, this.legacyCall));
  }
}

/** What the platform says for decisions, in the shape that decisions take. */
export function notaryFactsOf(facts: CertificateFacts): RecordFacts {
  const { agencyCode, officeUscc, number, sealed, labelled, assignments, recusedStaffNos } = facts;
  return {
    department: 'NOTARY',
    agencyCode,
    recordNo: certificateKey(officeUscc, number),
    sealed,
    labelled,
    assignments: assignments.map(({ staffNo, function: title }) => ({
      holder: staffNo,
      function: title,
      partyKey: null,
    })),
    recusedStaffNos,
  };
}

/** What cannot be read of a certificate that the caller may not be told about must not tell it from one that does not exist. */
function unreadableNow(error: unknown): string {
  if (error instanceof DepartmentError && error.code === 'DEPARTMENT_DATA_INVALID') return inChinaTime(Date.now());
  throw error;
}
