import type { CrimeName } from '#demo/bulk/causes.ts';
import type { FormName } from '#demo/bulk/documents.ts';
import type { ProfileName } from '#demo/bulk/profiles.ts';
import type { MeasureKind } from '#schema/enums/measure-kind.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';

/** A plan's words in the code lists of the police. */

export const POLICE = '379999000000';
export const PROCURATORATE = 'J379999';
export const AGENCIES: Readonly<Record<string, string>> = { 'POLICE-379999': POLICE, 'PROC-379999': PROCURATORATE };

export const DETENTION_CENTRE = '379999540000';

/** 案件状态; whatever is not here is being investigated. */
export const STATUSES: Partial<Record<ProfileName, string>> = {
  ACCEPTED: '01',
  NOT_FILED: '02',
  WITHDRAWN: '30',
  ON_BAIL: '11',
  ARREST_PENDING: '11',
  ARREST_DECIDED: '11',
  RETURNED: '21',
};
export const TRANSFERRED = '20';

/** 案件类别. The last one is in no list of the adapter. */
export const CATEGORIES: Readonly<Record<CrimeName, string>> = {
  盗窃: '050200',
  诈骗: '050300',
  故意伤害: '040103',
  寻衅滋事: '060113',
  敲诈勒索: '050700',
  危险驾驶: '030217',
};

export const MEASURES: Readonly<Record<MeasureKind, string>> = {
  SUMMON_FORCED: '01',
  BAIL: '02',
  RESIDENTIAL_SURVEILLANCE: '03',
  DESIGNATED_RES_SURV: '04',
  DETENTION: '05',
  ARREST: '06',
};

/** 文书代码 */
export const DOCUMENTS: Readonly<Record<FormName, string>> = {
  FILING: '0201',
  NO_FILING: '0202',
  DETENTION: '0301',
  BAIL: '0401',
  SURVEILLANCE: '0402',
  ARREST_REQUEST: '0501',
  ARREST: '0601',
  OPINION: '0901',
  SUPPLEMENT_REPORT: '1001',
  WITHDRAWAL: '1101',
  APPROVAL: '2101',
  REFUSAL: '2102',
  ARREST_OUTLINE: '2201',
  RETURN_OUTLINE: '2201',
  INDICTMENT: '2301',
  NO_PROSECUTION: '2401',
};

/** 移送类型 of the hand-overs in which the police have a part. */
export const TRANSFERS: Partial<Record<TransferKind, string>> = {
  ARREST_REQUEST: '10',
  ARREST_DECISION: '11',
  PROSECUTION_REFERRAL: '20',
  SUPPLEMENT_RETURN: '21',
  SUPPLEMENT_RESUBMIT: '22',
};

/** 材料代码 of a document in a package. */
export const MATERIALS: Partial<Record<FormName, string>> = {
  ARREST_REQUEST: '01',
  OPINION: '02',
  APPROVAL: '11',
  REFUSAL: '11',
  ARREST_OUTLINE: '12',
  RETURN_OUTLINE: '12',
  SUPPLEMENT_REPORT: '13',
};
