import type { AssignedLawyer, LegalAidGround, LegalAidStatus } from '#adapters/systems/legal-aid/port.ts';
import type { LinkedNumber } from '#adapters/systems/records/linked-number.ts';
import type { PartyRole } from '#schema/enums/party-role.ts';
import type { Stage } from '#schema/enums/stage.ts';

/** Whom errors name. */
export const SYSTEM = { department: 'JUSTICE', system: 'legal-aid' } as const;

/** The system's own code lists (代码表) in the words of the graph. Maps: a code such as `constructor` must find nothing. */

/** JGDM 法律援助机构代码: the county's area code and 0701, legal aid in the bureaus' list of units. */
export const INSTITUTIONS: ReadonlyMap<string, string> = new Map([
  ['3799990701', 'LEGALAID-379999'],
  ['4399990701', 'LEGALAID-439999'],
]);
/** The same the other way: what to ask for an agency. */
export const INSTITUTION_CODES = inverse(INSTITUTIONS);

/** TZJGDM 通知机关代码: each organ's code in the list of its own kind; they grow. */
export const ORGAN_SCHEME = 'LEGAL-AID-ORGAN';
export const ORGANS: ReadonlyMap<string, string> = new Map([
  ['379999000000', 'POLICE-379999'],
  ['439999000000', 'POLICE-439999'],
  ['379999', 'PROC-379999'],
  ['439999', 'PROC-439999'],
  ['鲁9999', 'COURT-379999'],
  ['湘9999', 'COURT-439999'],
  ['鲁99', 'COURT-3799'],
]);

/** GLAHLX 关联案号类型 */
export const LINKED_NUMBERS: ReadonlyMap<string, LinkedNumber['kind']> = new Map([
  ['1', 'POLICE_CASE_NO'],
  ['2', 'ACCEPTANCE_NO'],
  ['3', 'COURT_CASE_NO'],
]);

/** AJJD 案件阶段 */
export const STAGES: ReadonlyMap<string, Stage> = new Map([
  ['1', 'INVESTIGATION'],
  ['2', 'PROSECUTION_REVIEW'],
  ['3', 'FIRST_INSTANCE'],
  ['4', 'SECOND_INSTANCE'],
  ['5', 'RETRIAL'],
]);

/** YYLB 援助原因类别 */
export const GROUNDS: ReadonlyMap<string, LegalAidGround> = new Map([
  ['01', 'MINOR'],
  ['02', 'DISABILITY'],
  ['03', 'LIMITED_CAPACITY'],
  ['04', 'LIFE_OR_DEATH_SENTENCE'],
  ['05', 'TRIAL_IN_ABSENTIA'],
  ['06', 'ORDINARY_PROCEDURE_NO_DEFENDER'],
  ['07', 'FINANCIAL_HARDSHIP'],
]);

/** ZT 状态 */
export const STATUSES: ReadonlyMap<string, LegalAidStatus> = new Map([
  ['10', 'RECEIVED'],
  ['11', 'SUPPLEMENT'],
  ['20', 'GRANTED'],
  ['21', 'REFUSED'],
  ['30', 'ASSIGNED'],
  ['31', 'REPLACED'],
  ['40', 'IN_PROGRESS'],
  ['50', 'CLOSED'],
  ['51', 'TERMINATED'],
]);
/** The same the other way: what to ask for a status. */
export const STATUS_CODES = inverse(STATUSES);

/** SYRLB 受援人类别 */
export const ROLES: ReadonlyMap<string, PartyRole> = new Map([
  ['1', 'SUSPECT_OR_DEFENDANT'],
  ['2', 'VICTIM'],
  ['3', 'PRIVATE_PROSECUTOR'],
  ['4', 'PLAINTIFF'],
  ['5', 'DEFENDANT'],
  ['6', 'APPLICANT'],
  ['7', 'RESPONDENT'],
]);

/** ZPLX 指派类型 */
export const ASSIGNMENT_KINDS: ReadonlyMap<string, AssignedLawyer['kind']> = new Map([
  ['1', 'NOTIFIED_AID'],
  ['2', 'APPLIED_AID'],
  ['3', 'DUTY_LAWYER'],
]);

/** ZYZT 执业状态: 执业, 停止执业, 注销, 吊销. */
export const PRACTISING: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['2', false],
  ['3', false],
  ['4', false],
]);

/** 执业证类别, the tenth digit of the licence number (DOMAIN 3.9). */
export const LAWYER_CATEGORY_SCHEME = 'LAWYER-CATEGORY';
export const LAWYER_CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['1', '专职律师'],
  ['2', '兼职律师'],
  ['3', '香港居民律师'],
  ['4', '澳门居民律师'],
  ['5', '台湾居民律师'],
  ['6', '公职律师'],
  ['7', '公司律师'],
  ['8', '法律援助律师'],
  ['9', '军队律师'],
]);

/** P_JGM 结果码 of the package. */
export const SUCCESS = '0000';

function inverse<Meaning extends string>(codes: ReadonlyMap<string, Meaning>): ReadonlyMap<Meaning, string> {
  return new Map([...codes].map(([code, meaning]) => [meaning, code]));
}
