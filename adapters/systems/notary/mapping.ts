import type { XmlRecord } from '#adapters/soap/value.ts';
import { fieldByField } from '#adapters/systems/field-by-field.ts';
import { FLAGS, NO_LABEL, NOT_ISSUED, SEALED_FILES, SM3, STATES, SYSTEM } from '#adapters/systems/notary/codes.ts';
import { legalDate, optionalRecord, requiredDigits, texts } from '#adapters/systems/notary/fields.ts';
import { toNumber, toOffice } from '#adapters/systems/notary/numbers.ts';
import type {
  CertificateFacts,
  CertificateVerification,
  IngestedCertificate,
  Look,
} from '#adapters/systems/notary/port.ts';
import { requiredCode, requiredText, text } from '#adapters/systems/records/xml-fields.ts';
import { UnreadableField } from '#adapters/systems/unreadable-field.ts';
import { courtCaseNo } from '#schema/identifiers/court-case-no.ts';
import type { NotarialCertificateNo } from '#schema/identifiers/kinds.ts';

/** The elements of a reply in the words of the port. All throw {@link UnreadableField}. */

/** `HechaJieguo`. A revoked certificate without a date of revocation is revoked none the less. */
export function toVerification(record: XmlRecord, digest: string | null, looked: Look): CertificateVerification {
  const state = requiredCode(record, 'zhuangtai', STATES);
  const enforceable = requiredCode(record, 'qiangzhiXiaoli', FLAGS) && state !== 'REVOKED';
  const known = { ...looked, state, enforceable };
  return fieldByField(SYSTEM, known, {
    issuedOn: () => legalDate(record, 'chujuRiqi'),
    revokedOn: () => legalDate(record, 'chexiaoRiqi'),
    digestMatches: () => matches(record, digest),
    executionNumber: () => toExecutionNumber(record),
  });
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

function toExecutionNumber(record: XmlRecord): NotarialCertificateNo | null {
  const certificate = optionalRecord(record, 'zhixingZhengshu');
  return certificate === null || requiredText(certificate, 'zhuangtai') === NOT_ISSUED ? null : toNumber(certificate);
}

/** The platform writes bare digits in upper case, and an algorithm beside them. */
function matches(record: XmlRecord, digest: string | null): boolean | null {
  const value = text(record, 'zhaiyaoZhi');
  if (digest === null || value === null || text(record, 'zhaiyaoSuanfa') !== SM3) return null;
  if (!/^[0-9a-f]{64}$/i.test(value)) throw new UnreadableField('zhaiyaoZhi', 'is not a digest');
  return digest === `sm3:${value.toLowerCase()}`;
}
