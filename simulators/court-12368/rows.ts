/** What the court's system holds, in its own words. Dates are `yyyy-MM-dd HH:mm:ss` without zone, `''` stands for null. */
export interface CourtCaseRow {
  /** 案号, in whatever brackets the clerk typed. */
  readonly AH: string;
  /** 法院代码, such as 鲁9999 */
  readonly FYDM: string;
  /** 案件名称 */
  readonly AJMC: string;
  /** 案由 (code) */
  readonly AY: string;
  /** 状态 (code) */
  readonly ZT: string;
  /** 适用程序 (code) */
  readonly SYCX: string;
  /** 受理日期 */
  readonly SLRQ: string;
  /** 立案日期 */
  readonly LARQ: string;
  /** 审限届满日期 */
  readonly SXJMRQ: string;
  /** 生效日期 */
  readonly SXRQ: string;
  /** 标的金额, yuan with two decimals */
  readonly BDJE: string;
  /** 是否封存: `1` or `0` */
  readonly SFFC: string;
  /** 密级 (code) */
  readonly MJ: string;
  /** 合议庭, or the single judge */
  readonly HYT: readonly StaffRow[];
  /** 书记员 */
  readonly SJY: StaffRow | null;
  /** 回避决定 */
  readonly HB: readonly RecusalRow[];
  /** 当事人 */
  readonly DSR: readonly PartyRow[];
  /** 开庭 */
  readonly KT: readonly HearingRow[];
  /** 委托代理 */
  readonly DL: readonly AttorneyRow[];
}

export interface StaffRow {
  /** 人员编号 */
  readonly RYBH: string;
  /** 姓名 */
  readonly XM: string;
  /** 职能 (code) */
  readonly ZN: string;
  /** 职能名称 */
  readonly ZNMC: string;
  /** 退出日期: when the person left the panel */
  readonly TCRQ: string;
}

export interface RecusalRow {
  readonly RYBH: string;
  /** 决定日期 */
  readonly JDRQ: string;
}

export interface PartyRow {
  /** 序号 within the case */
  readonly XH: string;
  readonly XM: string;
  /** 诉讼地位 */
  readonly SSDW: string;
  /** 身份证号码 */
  readonly SFZHM: string;
  /** 联系电话 */
  readonly LXDH: string;
}

export interface HearingRow {
  /** 开庭编号 */
  readonly KTBH: string;
  /** 开庭时间 */
  readonly KTSJ: string;
  /** 法庭 */
  readonly FT: string;
  /** 是否公开: `1` or `0` */
  readonly SFGK: string;
}

export interface AttorneyRow {
  /** 当事人序号 */
  readonly DSRXH: string;
  /** 代理类型 (code) */
  readonly DLLX: string;
  /** 律师执业证号 */
  readonly LSZH: string;
  /** 律师姓名 */
  readonly LSXM: string;
  /** 起始日期 */
  readonly QSRQ: string;
  /** 终止日期 */
  readonly ZZRQ: string;
}
