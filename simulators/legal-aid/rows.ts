/** Rows as the tables of schema.sql hold them. Dates are `yyyy-MM-dd`; an empty text is NULL, as in Oracle. */

/** 法律援助案件 */
export interface CaseRow {
  readonly FYAJBH: string;
  readonly AH: string | null;
  /** 案件阶段: 1 侦查, 2 审查起诉, 3 一审, 4 二审 */
  readonly AJJD: string | null;
  /** 援助原因类别: 01 … 07 */
  readonly YYLB: string | null;
  /** 状态: 10 … 51 */
  readonly ZT: string;
  /** 状态日期 */
  readonly ZTRQ: string | null;
  /** 受援人编号 */
  readonly SYRBH: string | null;
  /** 通知机关代码, in that organ's own code list */
  readonly TZJGDM: string | null;
  /** 通知时间, `yyyyMMddHHmmss` */
  readonly TZSJ: string | null;
  /** 指派期限 */
  readonly ZPQX: string | null;
  /** 法律援助机构代码: area code and `0701` */
  readonly JGDM: string;
  /** 承办人工号 */
  readonly CBRGH: string | null;
  /** 承办律师执业证号 */
  readonly LSZYZH: string | null;
  /** 封存标志: 0 or 1 */
  readonly FCBZ: string;
}

/** 律师事务所 */
export interface FirmRow {
  readonly LSSDM: string;
  readonly LSSMC: string;
}

/** 律师 */
export interface LawyerRow {
  readonly LSZYZH: string;
  readonly LSXM: string;
  readonly LSSDM: string | null;
}

/** 指派记录 */
export interface AssignmentRow {
  readonly FYAJBH: string;
  /** 指派序号 within the case */
  readonly ZPXH: number;
  /** 指派类型: 1 通知辩护, 2 申请, 3 值班律师 */
  readonly ZPLX: number;
  readonly LSZYZH: string;
  /** 公函编号 */
  readonly GHBH: string | null;
  readonly KSRQ: string;
  readonly JSRQ: string | null;
}

/** The tables in the order in which they are loaded. */
export interface LegalAidRows {
  readonly T_LSS: readonly FirmRow[];
  readonly T_LS: readonly LawyerRow[];
  readonly T_FYAJ: readonly CaseRow[];
  readonly T_ZPJL: readonly AssignmentRow[];
}
