/** One branded type a kind of number, so that a police number cannot be passed where a court number is asked. */
declare const kind: unique symbol;
type Branded<Kind extends string> = string & { readonly [kind]: Kind };

/** 平台统一案号, `ZF-yyyy-nnnnnn`. */
export type CaseUid = Branded<'CaseUid'>;
/** 法院案号, of either the 2016 rule or the older shape. */
export type CourtCaseNo = Branded<'CourtCaseNo'>;
/** 公安案件编号, `A` and 22 digits. */
export type PoliceCaseNo = Branded<'PoliceCaseNo'>;
/** 公安涉案人员编号, `R` and 22 digits. */
export type PolicePersonNo = Branded<'PolicePersonNo'>;
/** 公安法律文书号. */
export type PoliceDocumentNo = Branded<'PoliceDocumentNo'>;
/** 检察院部门受案号. */
export type AcceptanceNo = Branded<'AcceptanceNo'>;
/** 检察院统一受案号, 15 to 19 digits. */
export type UnifiedAcceptanceNo = Branded<'UnifiedAcceptanceNo'>;
/** 检察院法律文书号. */
export type ProcuratorateDocumentNo = Branded<'ProcuratorateDocumentNo'>;
/** 律师执业证号, 17 digits. */
export type LawyerLicenceNo = Branded<'LawyerLicenceNo'>;
/** Our key of a legal aid case, `LA-yyyy-nnnnnn` (its own number has no common format: DOMAIN 3.4). */
export type LegalAidId = Branded<'LegalAidId'>;
/** 法律援助案号 of the most common shape; others are kept as written. */
export type LegalAidNo = Branded<'LegalAidNo'>;
/** 公证书编号; unique together with its office. */
export type NotarialCertificateNo = Branded<'NotarialCertificateNo'>;
/** 统一社会信用代码, 18 characters. */
export type UnifiedSocialCreditCode = Branded<'UnifiedSocialCreditCode'>;
/** 营业执照注册号, 15 digits, in records from before 2015. */
export type BusinessLicenceNo = Branded<'BusinessLicenceNo'>;
/** 公民身份号码, 18 characters or the 15 digits of the first generation. Personal data: never in a key, log, URL or error. */
export type CitizenId = Branded<'CitizenId'>;
/** 行政区划代码, 6 digits. */
export type AreaCode = Branded<'AreaCode'>;
