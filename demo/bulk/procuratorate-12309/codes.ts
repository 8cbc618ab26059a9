import type { FormName } from '#demo/bulk/documents.ts';
import type { PlannedTransfer } from '#demo/bulk/plan.ts';
import type { ProfileName } from '#demo/bulk/profiles.ts';
import type { ArrestDecision } from '#schema/enums/arrest-decision.ts';

/** A plan's words in the code lists of 12309. */

export const OFFICE = '379999';
export const POLICE = '379999000000';
export const AGENCIES: Readonly<Record<string, string>> = {
  'POLICE-379999': POLICE,
  'PROC-379999': OFFICE,
  'COURT-379999': '鲁9999',
};

/** 案件状态 of a prosecution review; whatever is not here is decided. */
export const PROSECUTION_STATUSES: Partial<Record<ProfileName, string>> = {
  UNDER_REVIEW: '21',
  RETURNED: '30',
  RESUBMITTED: '31',
};
export const ACCEPTED = '21';
export const DECIDED = '40';

/** 决定代码 */
export const DECISIONS: Readonly<Record<ArrestDecision, string>> = {
  PENDING: '00',
  APPROVED: '11',
  REFUSED_NO_CRIME: '12',
  REFUSED_EVIDENCE: '13',
  REFUSED_NO_NECESSITY: '14',
};
export const PENDING = '00';
export const PROSECUTED = '21';
export const NOT_PROSECUTED_DISCRETIONARY = '23';

/** 文书代码 of what is in a package or was issued here. */
export const DOCUMENTS: Partial<Record<FormName, string>> = {
  ARREST_REQUEST: 'GA05',
  OPINION: 'GA09',
  SUPPLEMENT_REPORT: 'GA10',
  APPROVAL: '0101',
  REFUSAL: '0102',
  ARREST_OUTLINE: '0201',
  RETURN_OUTLINE: '0201',
  INDICTMENT: '0301',
  NO_PROSECUTION: '0401',
};

/** 移送类型 */
export const TRANSFERS: Partial<Record<PlannedTransfer['kind'], string>> = {
  ARREST_REQUEST: '0101',
  ARREST_DECISION: '0102',
  PROSECUTION_REFERRAL: '0201',
  SUPPLEMENT_RETURN: '0202',
  SUPPLEMENT_RESUBMIT: '0203',
  PROSECUTION: '0301',
};
