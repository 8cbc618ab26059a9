import type {
  CourtCaseStatus,
  CourtFunction,
  CourtLegalStatus,
  FiledRepresentation,
  TrialProcedure,
} from '#adapters/systems/court-12368/port.ts';
import type { FeeState } from '#schema/enums/fee-state.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';

/** Whom errors name. */
export const SYSTEM = { department: 'COURT', system: '12368' } as const;

/** The system's own code lists (代码表) in the words of the graph. Maps: a code such as `constructor` must find nothing. */

/** FYDM 法院代码: the court codes of the case numbers, and the agencies that they name; 379998 stands in records from before 2016. */
export const COURTS: ReadonlyMap<string, string> = new Map([
  ['鲁9999', 'COURT-379999'],
  ['鲁99', 'COURT-3799'],
  ['湘9999', 'COURT-439999'],
  ['379998', 'COURT-379999'],
]);

/** FYDM of a court in a request, by `agencyCode`. */
export const COURT_CODES: ReadonlyMap<string, string> = new Map(
  [...COURTS].reverse().map(([code, agency]) => [agency, code]),
);

/** ZZDW 制作单位 and SSDDW 受送达单位: courts, and the other agencies by a list of the court's own, which grows. */
export const AGENCY_SCHEME = 'COURT-12368-AGENCY';
export const AGENCIES: ReadonlyMap<string, string> = new Map([
  ...COURTS,
  ['JCY379999', 'PROC-379999'],
  ['JCY439999', 'PROC-439999'],
  ['GAJ379999', 'POLICE-379999'],
  ['GAJ439999', 'POLICE-439999'],
  ['KSS379999', 'DETENTION-379999'],
  ['SFJ379999', 'JUSTICE-379999'],
  ['FYZX379999', 'LEGALAID-379999'],
  ['FYZX439999', 'LEGALAID-439999'],
  ['RMTJ379999', 'MEDIATION-379999'],
  ['SQJZ379999', 'CORRECTION-379999'],
  ['SQJZ439999', 'CORRECTION-439999'],
]);

/** ZT 状态 */
export const STATUSES: ReadonlyMap<string, CourtCaseStatus> = new Map([
  ['01', 'RECEIVED'],
  ['02', 'AWAITING_MATERIAL'],
  ['03', 'RETURNED'],
  ['04', 'DOCKETED'],
  ['05', 'SCHEDULED'],
  ['06', 'IN_TRIAL'],
  ['07', 'ADJOURNED'],
  ['08', 'SUSPENDED'],
  ['09', 'JUDGED'],
  ['10', 'WITHDRAWAL_PERMITTED'],
  ['11', 'TERMINATED'],
  ['12', 'EFFECTIVE'],
  ['13', 'APPEALED'],
]);

/** SYCX 适用程序 */
export const PROCEDURES: ReadonlyMap<string, TrialProcedure> = new Map([
  ['1', 'ORDINARY'],
  ['2', 'SUMMARY'],
  ['3', 'FAST_TRACK'],
  ['4', 'SMALL_CLAIMS'],
]);

/** ZN 职能 */
export const FUNCTIONS: ReadonlyMap<string, CourtFunction> = new Map([
  ['01', 'PRESIDING_JUDGE'],
  ['02', 'JUDGE'],
  ['03', 'ASSESSOR'],
  ['04', 'CLERK'],
  ['05', 'MEDIATOR'],
]);

/** SSDW 诉讼地位, which the system writes in words */
export const ROLES: ReadonlyMap<string, PartyRole> = new Map([
  ['被告人', 'SUSPECT_OR_DEFENDANT'],
  ['上诉人（原审被告人）', 'SUSPECT_OR_DEFENDANT'],
  ['原审被告人', 'SUSPECT_OR_DEFENDANT'],
  ['被害人', 'VICTIM'],
  ['自诉人', 'PRIVATE_PROSECUTOR'],
  ['附带民事诉讼原告人', 'INCIDENTAL_CIVIL_PLAINTIFF'],
  ['附带民事诉讼被告人', 'INCIDENTAL_CIVIL_DEFENDANT'],
  ['法定代理人', 'LEGAL_REPRESENTATIVE'],
  ['诉讼代理人', 'AGENT_AD_LITEM'],
  ['委托诉讼代理人', 'AGENT_AD_LITEM'],
  ['辩护人', 'DEFENDER'],
  ['证人', 'WITNESS'],
  ['鉴定人', 'EXPERT'],
  ['翻译人员', 'INTERPRETER'],
  ['合适成年人', 'APPROPRIATE_ADULT'],
  ['原告', 'PLAINTIFF'],
  ['被告', 'DEFENDANT'],
  ['上诉人（原审原告）', 'PLAINTIFF'],
  ['上诉人（原审被告）', 'DEFENDANT'],
  ['被上诉人（原审原告）', 'PLAINTIFF'],
  ['被上诉人（原审被告）', 'DEFENDANT'],
  ['原审原告', 'PLAINTIFF'],
  ['原审被告', 'DEFENDANT'],
  ['第三人', 'THIRD_PARTY'],
  ['原审第三人', 'THIRD_PARTY'],
  ['案外人', 'THIRD_PARTY'],
  ['申请人', 'APPLICANT'],
  ['被申请人', 'RESPONDENT'],
  ['申请执行人', 'APPLICANT'],
  ['被执行人', 'RESPONDENT'],
]);

/** PJJG 判决结果, once the judgment is in effect */
export const JUDGMENTS: ReadonlyMap<string, CourtLegalStatus> = new Map([
  ['1', 'CONVICT'],
  ['2', 'ACQUITTED'],
]);

/** DLLX 代理类型: 委托辩护 and 诉讼代理 */
export const REPRESENTATION_KINDS: ReadonlyMap<string, FiledRepresentation['kind']> = new Map([
  ['1', 'RETAINED'],
  ['2', 'AGENT'],
]);

/** JFZT 交费状态 */
export const FEE_STATES: ReadonlyMap<string, FeeState> = new Map([
  ['1', 'UNPAID'],
  ['2', 'PAID'],
  ['3', 'DEFERRED'],
  ['4', 'REDUCED'],
  ['5', 'WAIVED'],
  ['6', 'REFUNDED'],
  ['7', 'OVERDUE'],
]);

/** KTLX 开庭类型 */
export const HEARING_SCHEME = 'COURT-12368-HEARING';
export const HEARINGS: ReadonlyMap<string, string> = new Map([
  ['01', '开庭审理'],
  ['02', '庭前会议'],
  ['03', '宣判'],
  ['04', '调查询问'],
  ['05', '庭前调解'],
]);

/** AY 案由: the list is long and grows. The names are those of the rules, by which the graph's lists have them. */
export const CAUSE_SCHEME = 'COURT-12368-CAUSE';
export const CAUSES: ReadonlyMap<string, string> = new Map([
  ['X0234', '故意伤害罪'],
  ['X0264', '盗窃罪'],
  ['X0266', '诈骗罪'],
  ['M0103', '民间借贷纠纷'],
]);
