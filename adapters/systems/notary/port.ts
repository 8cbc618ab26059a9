import type { UnreadableRecord } from '#adapters/systems/answers.ts';
import type { LegacyCall } from '#adapters/systems/legacy-call.ts';
import { CERTIFICATE_STATE, type CertificateState } from '#schema/enums/certificate-state.ts';
import { valuesOf } from '#schema/enums/enum.ts';
import type { CourtCaseNo, NotarialCertificateNo, UnifiedSocialCreditCode } from '#schema/identifiers/kinds.ts';

/** What 公证云 gives, in the words of the graph. Dates are `yyyy-MM-dd`, date-times carry `+08:00`. Absent is `null`. */
export interface NotarySystem {
  /**
   * The certificate as the notary office states it at this moment: one call each time, never from a cache and never shared
   * with another call, since what was valid yesterday may be void from the start today (Notary 39; DOMAIN 2.12).
   * A number that the platform does not know is `UNKNOWN`, not an error.
   * @param digest `sm3:` and 64 hexadecimal digits of the document at hand; `null` where nothing is to be compared
   */
  verify(
    officeUscc: UnifiedSocialCreditCode,
    number: NotarialCertificateNo,
    digest: string | null,
    call: LegacyCall,
  ): Promise<CertificateVerification>;
  /** Facts for decisions, one call a list of at most 50; a certificate that the platform does not know is not in the map, one that cannot be read an error in its place. */
  certificateFacts(keys: readonly CertificateKey[], call: LegacyCall): Promise<Map<CertificateKey, CertificateFacts>>;
  /**
   * For the registry's ingest only: an office's certificates after a key, by key, sealed and labelled ones among them and
   * flagged. Fewer than `limit` means that there are no more.
   * @param after `recordKey` of the last one of the page before; `null` for the first page
   * @param limit 1 to 500 @throws RangeError
   */
  page(
    officeUscc: UnifiedSocialCreditCode,
    after: string | null,
    limit: number,
    call: LegacyCall,
  ): Promise<readonly (IngestedCertificate | UnreadableRecord)[]>;
  /** Resolves when the system answers at all; for readiness. */
  ping(call: LegacyCall): Promise<void>;
  close(): Promise<void>;
}

declare const certificate: unique symbol;
/** A certificate among those of all offices: the office's credit code, a space, the number. */
export type CertificateKey = string & { readonly [certificate]: true };

export function certificateKey(officeUscc: UnifiedSocialCreditCode, number: NotarialCertificateNo): CertificateKey {
  return `${officeUscc} ${number}` as CertificateKey;
}

export type { CertificateState };
export const CERTIFICATE_STATES = valuesOf(CERTIFICATE_STATE);

export interface CertificateVerification {
  readonly officeUscc: UnifiedSocialCreditCode;
  readonly number: NotarialCertificateNo;
  readonly state: CertificateState;
  /** When the platform's answer was there. */
  readonly checkedAt: string;
  readonly issuedOn: string | null;
  readonly revokedOn: string | null;
  /** 赋予强制执行效力. A revoked certificate has no effect, and so not this one (Notary 39). */
  readonly enforceable: boolean;
  /** Whether the digest is that of the certificate's original; `null` where none was given, or the office keeps no SM3 digest. */
  readonly digestMatches: boolean | null;
  /** 执行证书, of the same office, whose state is asked like any other's; `null` where it was not issued. */
  readonly executionNumber: NotarialCertificateNo | null;
}

/** What was looked at, and when. */
export type Look = Pick<CertificateVerification, 'officeUscc' | 'number' | 'checkedAt'>;
/** What the platform says of a certificate. */
export type CertificateAsStated = Omit<CertificateVerification, keyof Look>;

/** What is said of a number that the platform does not know. */
export const UNKNOWN_CERTIFICATE: CertificateAsStated = {
  state: 'UNKNOWN',
  issuedOn: null,
  revokedOn: null,
  enforceable: false,
  digestMatches: null,
  executionNumber: null,
};

export const NOTARY_FUNCTIONS = ['NOTARY'] as const;
export type NotaryFunction = (typeof NOTARY_FUNCTIONS)[number];

export interface CertificateFacts {
  readonly officeUscc: UnifiedSocialCreditCode;
  readonly number: NotarialCertificateNo;
  /** The office, as `agencyCode`. */
  readonly agencyCode: string;
  /** A secret file (密卷). */
  readonly sealed: boolean;
  /** A state-secrecy label (密级) on the record, which must never have come here; such a record is absent. */
  readonly labelled: boolean;
  readonly assignments: readonly { readonly staffNo: string; readonly function: NotaryFunction }[];
  /** Staff whose recusal (回避, Notary 23) was decided. */
  readonly recusedStaffNos: readonly string[];
}

/** A certificate as the registry takes it in: no applicant is in it, since the court's own record names the parties. */
export interface IngestedCertificate extends CertificateFacts {
  /** The platform's key of the record: pages go by it. */
  readonly recordKey: string;
  /** The case for which the certificate was asked: `raw` as the applicant gave it, the canonical number where it can be read. Empty if labelled. */
  readonly linkedNumbers: readonly {
    readonly kind: 'COURT_CASE_NO';
    readonly number: CourtCaseNo | null;
    readonly raw: string;
  }[];
}
