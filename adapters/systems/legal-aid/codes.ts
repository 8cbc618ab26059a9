import type { AssignedLawyer, LegalAidGround, LegalAidStatus } from '#adapters/systems/legal-aid/port.ts';

/** The system's own code lists (代码表) in the words of the graph. Maps: a code such as `constructor` must find nothing. */

/** JGDM 法律援助机构代码: the county's area code and 0701, legal aid in the bureaus' list of units. */
export const INSTITUTIONS: ReadonlyMap<string, string> = new Map([
  ['3799990701', 'LEGALAID-379999'],
  ['4399990701', 'LEGALAID-439999'],
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

/** ZPLX 指派类型 */
export const ASSIGNMENT_KINDS: ReadonlyMap<string, AssignedLawyer['kind']> = new Map([
  ['1', 'NOTIFIED_AID'],
  ['2', 'APPLIED_AID'],
  ['3', 'DUTY_LAWYER'],
]);

/** FCBZ 封存标志 */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['0', false],
  ['1', true],
]);

/** P_JGM 结果码 of the package. */
export const SUCCESS = '0000';
