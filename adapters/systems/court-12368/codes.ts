import type {
  CourtCaseStatus,
  CourtFunction,
  FiledRepresentation,
  TrialProcedure,
} from '#adapters/systems/court-12368/port.ts';

/** The system's own code lists (代码表) in the words of the graph. Maps: a code such as `constructor` must find nothing. */

/** FYDM 法院代码: the court codes of the case numbers, and the agencies that they name. */
export const COURTS: ReadonlyMap<string, string> = new Map([
  ['鲁9999', 'COURT-379999'],
  ['鲁99', 'COURT-3799'],
  ['湘9999', 'COURT-439999'],
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
]);

/** DLLX 代理类型: 委托辩护 and 诉讼代理 */
export const REPRESENTATION_KINDS: ReadonlyMap<string, FiledRepresentation['kind']> = new Map([
  ['1', 'RETAINED'],
  ['2', 'AGENT'],
]);

/** 是否 */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['0', false],
  ['1', true],
]);

/** MJ 密级, no label; any other value is one. */
export const NO_LABEL = '0';

/** AY 案由: the list is long and grows, so an unknown code is not an error. */
export const CAUSE_SCHEME = 'COURT-12368-AY';
export const CAUSES: ReadonlyMap<string, string> = new Map([
  ['X0234', '故意伤害罪'],
  ['X0264', '盗窃罪'],
  ['X0266', '诈骗罪'],
  ['M0103', '民间借贷纠纷'],
]);
