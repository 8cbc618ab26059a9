/** Rows as the tables of schema.sql hold them. Dates are `yyyy-MM-dd`; an empty text is NULL, as in Oracle. */

/** 法律援助案件 */
export interface CaseRow {
  readonly FYAJBH: string;
  readonly AH: string | null;
  /** 案件阶段: 1 侦查, 2 审查起诉, 3 一审, 4 二审, 5 再审 */
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
  /** 关联案号类型: 1 公安, 2 检察院, 3 法院; 关联案号 as the notice writes it */
  readonly GLAHLX: string | null;
  readonly GLAH: string | null;
  /** 平台统一案号 */
  readonly PTTYAH: string | null;
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
  /** 密级代码: 0 or NULL none, 1 秘密, 2 机密, 3 绝密 */
  readonly MJDM: string | null;
}

/** 受援人 */
export interface BeneficiaryRow {
  /** 受援人编号 */
  readonly SYRBH: string;
  /** 受援人类别: 1 犯罪嫌疑人、被告人, 2 被害人, 3 自诉人, 4 原告, 5 被告, 6 申请人, 7 被申请人 */
  readonly SYRLB: string;
  readonly SYRXM: string;
  /** 化名 of a protected person */
  readonly SYRHM: string | null;
  /** 保护标志: 0 or 1 */
  readonly BHBZ: string | null;
  /** 性别代码 */
  readonly XBDM: string | null;
  /** 证件号码 */
  readonly ZJHM: string | null;
  /** 联系电话 */
  readonly LXDH: string | null;
  /** 作案时未成年标志: 0 or 1 */
  readonly WCNBZ: string | null;
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
  /** 执业状态: 1 执业, 2 停止执业, 3 注销, 4 吊销 */
  readonly ZYZT: string;
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
  /** 指派人工号 */
  readonly ZPRGH: string | null;
  readonly KSRQ: string;
  readonly JSRQ: string | null;
}

/** The tables in the order in which they are loaded. */
export interface LegalAidRows {
  readonly T_LSS: readonly FirmRow[];
  readonly T_LS: readonly LawyerRow[];
  readonly T_SYR: readonly BeneficiaryRow[];
  readonly T_FYAJ: readonly CaseRow[];
  readonly T_ZPJL: readonly AssignmentRow[];
}
