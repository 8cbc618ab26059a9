/**
 * Rows as the tables of schema.sql hold them. Times are text, `yyyyMMddHHmmss` in old rows and `yyyy-MM-dd HH:mm:ss` in
 * new ones, or either without the time; an empty text is NULL, as in Oracle. 机关代码: README.
 */

/** 案件 */
export interface CaseRow {
  /** 案件编号: `A` and 22 digits */
  readonly AJBH: string;
  /** 案件名称 */
  readonly AJMC: string;
  /** 案件类别代码: six digits */
  readonly AJLBDM: string;
  /** 案件状态: 01 … 30 */
  readonly AJZT: string;
  /** 受理时间 */
  readonly SLSJ: string;
  /** 立案时间 */
  readonly LASJ: string;
  /** 主管机关代码 */
  readonly JGDM: string;
  /** 办案单位代码 and name */
  readonly BADWDM: string;
  readonly BADWMC: string;
  /** 补充侦查次数 */
  readonly BCZCCS: number;
  /** 主办人, 协办人, 法制审核人: staff number and name */
  readonly ZBRGH: string;
  readonly ZBRXM: string;
  readonly XBRGH: string;
  readonly XBRXM: string;
  readonly FZSHRGH: string;
  readonly FZSHRXM: string;
  /** 回避人员工号, separated by commas */
  readonly HBRGH: string;
  /**
   * 委托律师名单, of person number, licence number, name and 委托日期 (`yyyyMMdd`), and 在押人员名单, of person number and 看守所代码, with
   * colons between them; separated by commas
   */
  readonly WTLSMD: string;
  readonly ZYRYMD: string;
  /** 平台统一案号 */
  readonly PTTYAH: string;
  /** 批捕受案号, 起诉受案号, 法院案号, in whatever brackets the officer typed */
  readonly BPSAH: string;
  readonly QSSAH: string;
  readonly FYAH: string;
  /** 并案案件编号 */
  readonly BAAJBH: string;
  /** 发案地点 */
  readonly FADD: string;
  /** 简要案情: the narrative, a CLOB */
  readonly JYAQ: string;
  /** 封存标志: 0 or 1 */
  readonly FCBZ: string;
  /** 封存时间 */
  readonly FCSJ: string;
  /** 密级代码: 0 or NULL none, 1 秘密, 2 机密, 3 绝密 */
  readonly MJDM: string;
}

/** 案件人员 */
export interface PartyRow {
  /** 人员编号: `R` and 22 digits */
  readonly RYBH: string;
  readonly AJBH: string;
  /** 人员类别: 01 … 09 */
  readonly RYLB: string;
  /** 处理状态 of a suspect: 1, 2, 8, 9 */
  readonly CLZT: string;
  /** 姓名 */
  readonly XM: string;
  /** 化名 of a protected person */
  readonly HM: string;
  /** 保护标志: 0 or 1 */
  readonly BHBZ: string;
  /** 证件号码 */
  readonly ZJHM: string;
  /** 联系电话 */
  readonly LXDH: string;
  /** 性别代码 */
  readonly XBDM: string;
  /** 作案时未成年标志: 0 or 1 */
  readonly WCNBZ: string;
}

/** 强制措施 */
export interface MeasureRow {
  readonly CSBH: string;
  readonly AJBH: string;
  readonly RYBH: string;
  /** 措施类别: 01 … 06 */
  readonly CSLB: string;
  /** 决定机关, 批准机关, 执行机关 */
  readonly JDJG: string;
  readonly PZJG: string;
  readonly ZXJG: string;
  /** 开始时间, 截止时间, 解除时间 */
  readonly KSSJ: string;
  readonly JZSJ: string;
  readonly JCSJ: string;
  /** 通知家属时间 */
  readonly TZJSSJ: string;
  /** 文书编号 */
  readonly WSBH: string;
}

/** 在押人员 */
export interface CustodyRow {
  readonly ZYBH: string;
  readonly AJBH: string;
  readonly RYBH: string;
  /** 看守所代码 */
  readonly KSSDM: string;
  /** 办案机关代码: for whom the person is held */
  readonly BAJG: string;
  /** 羁押期限起始日期 and 截止日期 */
  readonly QXQSRQ: string;
  readonly QXJZRQ: string;
  /** 出所时间 */
  readonly CSSJ: string;
}

/** 换押 */
export interface HandoverRow {
  readonly HYBH: string;
  readonly ZYBH: string;
  /** 移出机关 and 移入机关 */
  readonly YCJG: string;
  readonly YRJG: string;
  /** 换押原因 */
  readonly HYYY: string;
  /** 发出时间, 接收时间, 回执时间 */
  readonly FCSJ: string;
  readonly JSSJ: string;
  readonly HZSJ: string;
}

/** 文书 */
export interface DocumentRow {
  readonly WSBH: string;
  readonly AJBH: string;
  /** 文书代码 */
  readonly WSDM: string;
  /** 文书名称 */
  readonly WSMC: string;
  /** 文号 */
  readonly WH: string;
  /** 制作机关 and 制作时间 */
  readonly ZZJG: string;
  readonly ZZSJ: string;
  /** 卷宗类型: 1 诉讼卷, 2 侦查卷 */
  readonly JZLX: string;
  /** 签章标志: 0 or 1 */
  readonly QZBZ: string;
  /** 验签结果: 0 or 1, NULL where it was not verified */
  readonly YQJG: string;
  /** 摘要值: SM3, hexadecimal digits */
  readonly ZYZ: string;
}

/** 移送 */
export interface TransferRow {
  readonly YSBH: string;
  readonly AJBH: string;
  /** 移送类型: 10 … 70 */
  readonly YSLX: string;
  /** 移送状态: 0 … 9 */
  readonly YSZT: string;
  /** 移送次数 of a return or a resubmission */
  readonly YSCS: number | null;
  /** 发出机关 and 接收机关 */
  readonly FCJG: string;
  readonly JSJG: string;
  /** 发出时间 and 接收时间 */
  readonly FCSJ: string;
  readonly JSSJ: string;
  /** 涉案人员编号, separated by commas */
  readonly SARYBH: string;
  /** 替换移送编号 */
  readonly THYSBH: string;
}

/** 移送材料 */
export interface MaterialRow {
  readonly YSBH: string;
  /** 序号 within the transfer */
  readonly XH: number;
  /** 材料代码 and name */
  readonly CLDM: string;
  readonly CLMC: string;
  /** 必备标志 and 已备标志: 0 or 1 */
  readonly BBBZ: string;
  readonly YBBZ: string;
  /** 备注 */
  readonly BZ: string;
  readonly WSBH: string;
}

/** The tables in the order in which they are loaded. A type: unlike an interface it is also a record of tables by name. */
export type PoliceRows = {
  readonly T_AJ: readonly CaseRow[];
  readonly T_AJRY: readonly PartyRow[];
  readonly T_QZCS: readonly MeasureRow[];
  readonly T_ZYRY: readonly CustodyRow[];
  readonly T_HY: readonly HandoverRow[];
  readonly T_WS: readonly DocumentRow[];
  readonly T_YS: readonly TransferRow[];
  readonly T_YSCL: readonly MaterialRow[];
};
