import type { XmlRecord } from '#adapters/soap/value.ts';
import { FLAGS, NO_LABEL, NOT_ISSUED, SEALED_FILES, SM3, STATES } from '#adapters/systems/notary/codes.ts';
import { legalDate, optionalRecord, requiredDigits, texts } from '#adapters/systems/notary/fields.ts';
import { toNumber, toOffice } from '#adapters/systems/notary/numbers.ts';
import type {
  CertificateAsStated,
  CertificateFacts,
  ExecutionCertificate,
  IngestedCertificate,
} from '#adapters/systems/notary/port.ts';
import { requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';

/** The elements of a reply in the words of the port. All throw {@link UnreadableField}. */

/** `HechaJieguo`. A revoked certificate without a date of revocation is revoked none the less. */
export function toVerification(record: XmlRecord, digest: string | null): CertificateAsStated {
  const state = requiredCode(record, 'zhuangtai', STATES);
  return {
    state,
    issuedOn: legalDate(record, 'chujuRiqi'),
    revokedOn: legalDate(record, 'chexiaoRiqi'),
    enforceable: requiredCode(record, 'qiangzhiXiaoli', FLAGS) && state !== 'REVOKED',
    digestMatches: matches(record, digest),
    executionCertificate: toExecutionCertificate(record),
  };
}

/** A `gongzhengshu` of `QuanxianLiebiao`. */
export function toFacts(record: XmlRecord): CertificateFacts {
  const officeUscc = toOffice(record);
  return {
    officeUscc,
    number: toNumber(record),
    agencyCode: `NOTARY-${officeUscc}`,
    sealed: requiredCode(record, 'juanzongLeibie', SEALED_FILES),
    labelled: requiredText(record, 'miji') !== NO_LABEL,
    assignments: [{ staffNo: requiredText(record, 'gongzhengyuanHao'), function: 'NOTARY' }],
    recusedStaffNos: texts(record, 'huibiGongzhengyuanHao'),
  };
}

/** What pages go by. */
export function toRecordKey(record: XmlRecord): string {
  return requiredDigits(record, 'pingtaiHao');
}

/** A `gongzhengshu` of `MuluLiebiao`. */
export function toIngested(record: XmlRecord): IngestedCertificate {
  const facts = toFacts(record);
  const raw = facts.labelled ? null : text(record, 'yongyuAnjian');
  return {
    recordKey: toRecordKey(record),
    ...facts,
    linkedNumbers: raw === null ? [] : [{ kind: 'COURT_CASE_NO', number: courtCaseNo.parse(raw), raw }],
  };
}

function toExecutionCertificate(record: XmlRecord): ExecutionCertificate | null {
  const certificate = optionalRecord(record, 'zhixingZhengshu');
  if (certificate === null || requiredText(certificate, 'zhuangtai') === NOT_ISSUED) return null;
  return { number: toNumber(certificate), state: requiredCode(certificate, 'zhuangtai', STATES) };
}

/** The platform writes bare digits in upper case, and an algorithm beside them. */
function matches(record: XmlRecord, digest: string | null): boolean | null {
  const value = text(record, 'zhaiyaoZhi');
  if (digest === null || value === null || text(record, 'zhaiyaoSuanfa') !== SM3) return null;
  if (!/^[0-9a-f]{64}$/i.test(value)) throw new UnreadableField('zhaiyaoZhi', 'is not a digest');
  return digest === `sm3:${value.toLowerCase()}`;
}
