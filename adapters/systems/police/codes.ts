import type { DocumentNames } from '#adapters/systems/codes.ts';
import type { PoliceFunction, PoliceLegalStatus } from '#adapters/systems/police/port.ts';
import type { MeasureKind } from '#schema/enums/measure-kind.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { PoliceCaseStatus } from '#schema/enums/police-case-status.ts';
import type { TransferKind } from '#schema/enums/transfer-kind.ts';
import type { TransferStatus } from '#schema/enums/transfer-status.ts';

/** Whom errors name. */
export const SYSTEM = { department: 'POLICE', system: 'police' } as const;

/** The system's own code lists (代码表) in the words of the graph. Maps: a code such as `constructor` must find nothing. */

/** JGDM 机关代码: police organs by their GA code, others by a letter and the area; a list that grows. */
export const AGENCY_SCHEME = 'POLICE-AGENCY';
export const AGENCIES: ReadonlyMap<string, string> = new Map([
  ['379999000000', 'POLICE-379999'],
  ['439999000000', 'POLICE-439999'],
  ['379999540000', 'DETENTION-379999'],
  ['J379999', 'PROC-379999'],
  ['J439999', 'PROC-439999'],
  ['F379999', 'COURT-379999'],
  ['F439999', 'COURT-439999'],
  ['F379900', 'COURT-3799'],
  ['Y379999', 'LEGALAID-379999'],
  ['Y439999', 'LEGALAID-439999'],
  ['Z379999', 'CORRECTION-379999'],
  ['Z439999', 'CORRECTION-439999'],
]);

/** The same the other way: what to ask for an agency. */
export const AGENCY_CODES: ReadonlyMap<string, string> = new Map([...AGENCIES].map(([code, agency]) => [agency, code]));

/** AJZT 案件状态 */
export const STATUSES: ReadonlyMap<string, PoliceCaseStatus> = new Map([
  ['01', 'ACCEPTED'],
  ['02', 'NOT_FILED'],
  ['03', 'REFERRED_OUT'],
  ['04', 'ADMIN_CASE'],
  ['10', 'FILED'],
  ['11', 'INVESTIGATING'],
  ['20', 'TRANSFERRED_FOR_PROSECUTION'],
  ['21', 'SUPPLEMENTING'],
  ['30', 'WITHDRAWN'],
]);

/** RYLB 人员类别 */
export const ROLES: ReadonlyMap<string, PartyRole> = new Map([
  ['01', 'SUSPECT_OR_DEFENDANT'],
  ['02', 'VICTIM'],
  ['03', 'WITNESS'],
  ['04', 'LEGAL_REPRESENTATIVE'],
  ['05', 'AGENT_AD_LITEM'],
  ['06', 'DEFENDER'],
  ['07', 'EXPERT'],
  ['08', 'INTERPRETER'],
  ['09', 'APPROPRIATE_ADULT'],
]);

/** CLZT 处理状态 of a suspect: 在侦, 已移送, 撤案, 终止侦查 */
export const SUSPECT_STATUSES: ReadonlyMap<string, PoliceLegalStatus> = new Map([
  ['1', 'SUSPECT'],
  ['2', 'SUSPECT'],
  ['8', 'CLEARED'],
  ['9', 'CLEARED'],
]);

/** CSLB 强制措施类别 */
export const MEASURES: ReadonlyMap<string, MeasureKind> = new Map([
  ['01', 'SUMMON_FORCED'],
  ['02', 'BAIL'],
  ['03', 'RESIDENTIAL_SURVEILLANCE'],
  ['04', 'DESIGNATED_RES_SURV'],
  ['05', 'DETENTION'],
  ['06', 'ARREST'],
]);

/** YSLX 移送类型: the hand-overs in which the police have a part */
export const TRANSFER_KINDS: ReadonlyMap<string, TransferKind> = new Map([
  ['10', 'ARREST_REQUEST'],
  ['11', 'ARREST_DECISION'],
  ['12', 'ARREST_EXECUTION_RECEIPT'],
  ['20', 'PROSECUTION_REFERRAL'],
  ['21', 'SUPPLEMENT_RETURN'],
  ['22', 'SUPPLEMENT_RESUBMIT'],
  ['30', 'LEGAL_AID_NOTICE'],
  ['31', 'LEGAL_AID_ASSIGNMENT'],
  ['40', 'CUSTODY_HANDOVER'],
  ['50', 'JUDGMENT_SERVICE'],
  ['51', 'EXECUTION_DELIVERY'],
  ['60', 'REFERRAL'],
  ['70', 'RECORD_SEALING'],
]);

/** YSZT 移送状态 */
export const TRANSFER_STATUSES: ReadonlyMap<string, TransferStatus> = new Map([
  ['0', 'DRAFT'],
  ['1', 'SIGNED'],
  ['2', 'SENT'],
  ['3', 'DELIVERED'],
  ['4', 'ACCEPTED'],
  ['5', 'FORM_REJECTED'],
  ['6', 'AWAITING_SUPPLEMENT'],
  ['7', 'SUPPLEMENTED'],
  ['8', 'COMPLETED'],
  ['9', 'CANCELLED'],
]);

/** Columns of the wide view that hold staff numbers, and as what each acts. */
export const FUNCTIONS: ReadonlyMap<string, PoliceFunction> = new Map([
  ['ZBRGH', 'INVESTIGATOR'],
  ['XBRGH', 'INVESTIGATOR'],
  ['FZSHRGH', 'LEGAL_REVIEWER'],
]);

/** BADWDM 办案单位: the bureaus open and close units, so the name is the one in the row. */
export const UNIT_SCHEME = 'POLICE-UNIT';

/** AJLBDM 案件类别: what this bureau calls the six digits of its own, which the public part of the standard does not have. */
export const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['040103', '故意伤害案'],
  ['050100', '抢劫案'],
  ['050200', '盗窃案'],
  ['050300', '诈骗案'],
  ['050700', '敲诈勒索案'],
  ['060113', '寻衅滋事案'],
]);

/** WSDM 文书代码 */
export const DOCUMENT_SCHEME = 'POLICE-DOCUMENT';
export const DOCUMENTS: DocumentNames = new Map([
  ['0101', ['GA-01', '受案登记表']],
  ['0102', ['GA-01', '受案回执']],
  ['0201', ['GA-02', '立案决定书']],
  ['0202', ['GA-02', '不予立案通知书']],
  ['0301', ['GA-03', '拘留证']],
  ['0302', ['GA-03', '拘留通知书']],
  ['0401', ['GA-04', '取保候审决定书']],
  ['0402', ['GA-04', '监视居住决定书']],
  ['0501', ['GA-05', '提请批准逮捕书']],
  ['0601', ['GA-06', '逮捕证']],
  ['0602', ['GA-06', '逮捕通知书']],
  ['0603', ['GA-06', '执行回执']],
  ['0701', ['GA-07', '要求复议意见书']],
  ['0702', ['GA-07', '提请复核意见书']],
  ['0801', ['GA-08', '提请批准延长侦查羁押期限意见书']],
  ['0901', ['GA-09', '起诉意见书']],
  ['0902', ['GA-09', '随案移送清单']],
  ['1001', ['GA-10', '补充侦查报告书']],
  ['1101', ['GA-11', '撤销案件决定书']],
  ['1102', ['GA-11', '终止侦查决定书']],
  ['1103', ['GA-11', '释放证明书']],
  ['1201', ['GA-12', '调取证据通知书']],
  ['1301', ['GA-13', '换押证']],
  ['1302', ['GA-13', '羁押期限变更通知']],
  ['2101', ['JC-01', '批准逮捕决定书']],
  ['2102', ['JC-01', '不批准逮捕决定书']],
  ['2201', ['JC-02', '补充侦查提纲']],
  ['2202', ['JC-02', '继续侦查提纲']],
  ['2203', ['JC-02', '补充侦查决定书']],
  ['2401', ['JC-04', '不起诉决定书']],
  ['2501', ['JC-05', '通知立案书']],
]);
