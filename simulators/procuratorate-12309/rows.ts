/**
 * What the procuratorate's system holds, in its own words. Dates are `yyyyMMdd`, date-times `yyyyMMddHHmmss` without zone;
 * `''`, `00000000` and `18991230` stand for null.
 */
export interface Procuratorate12309Rows {
  readonly cases: readonly ReviewRow[];
  readonly transfers: readonly TransferRow[];
  /** 待受理: delivered to the procuratorate, and not accepted */
  readonly incoming: readonly IncomingRow[];
  /** 案件管理人员, by procuratorate: theirs is what is not accepted yet */
  readonly managers: readonly ManagerRow[];
  readonly tickets: readonly TicketRow[];
  /** 阅卷可预约时段, by procuratorate, in order. */
  readonly slots: readonly SlotRow[];
}

/** Further records, made when they are asked for; keys are 部门受案号 with square half-width brackets, in the order of `<`. */
export interface Procuratorate12309Bulk {
  byNumber(number: string): ReviewRow | undefined;
  /** Those after a key, `''` for the first, by key. */
  after(number: string, limit: number): readonly ReviewRow[];
  byPoliceCase(number: string): readonly ReviewRow[];
  transfersOf(number: string): readonly TransferRow[];
}

/** 审查案件 */
export interface ReviewRow {
  /** 部门受案号, in whatever brackets */
  readonly BMSAH: string;
  /** 平台统一案号, where the platform sent it */
  readonly PTTYAH: string;
  /** 统一受案号 */
  readonly TYSAH: string;
  /** 类别 (code) */
  readonly LB: string;
  /** 单位代码: the procuratorate's own directory */
  readonly DWDM: string;
  /** 案件状态 (code) */
  readonly AJZT: string;
  /** 受理日期 */
  readonly SLRQ: string;
  /** 审查期限届满日期 */
  readonly SCJMRQ: string;
  /** 退补次数 */
  readonly TBCS: string;
  /** 是否封存: `1` or `0` */
  readonly SFFC: string;
  /** 密级 (code) */
  readonly MJ: string;
  /** 公安案件编号; several where police cases were joined */
  readonly GAAJBH: readonly string[];
  /** 法院案号, once the court has sent it */
  readonly FYAH: string;
  /** 关联受案号: another review of the same matter */
  readonly GLSAH: readonly string[];
  /** 承办人 */
  readonly CBR: readonly StaffRow[];
  /** 委托的律师 */
  readonly LS: readonly CounselRow[];
  /** 回避 */
  readonly HB: readonly { readonly RYGH: string; readonly JDRQ: string }[];
  /** 退补 */
  readonly TB: readonly ReturnRow[];
  /** 涉案人员 */
  readonly RY: readonly PersonRow[];
  /** 文书 */
  readonly WS: readonly DocumentRow[];
}

export interface StaffRow {
  /** 人员工号 */
  readonly RYGH: string;
  readonly XM: string;
  /** 职能 (code) */
  readonly ZN: string;
  /** 职能名称 */
  readonly ZNMC: string;
  /** 移交日期: when the case went to somebody else */
  readonly YJRQ: string;
}

export interface ManagerRow {
  readonly DWDM: string;
  /** 人员工号 */
  readonly RYGH: string;
}

export interface CounselRow {
  /** 律师执业证号 */
  readonly LSZYZH: string;
  readonly XM: string;
  /** 人员序号 of the client */
  readonly RYXH: string;
  /** 委托日期, 终止日期 */
  readonly WTRQ: string;
  readonly ZZRQ: string;
}

export interface ReturnRow {
  /** 轮次 */
  readonly LC: string;
  /** 退补日期 */
  readonly TBRQ: string;
  /** 重报日期 */
  readonly CBRQ: string;
  /** 提纲文书编号 */
  readonly TGWSBH: string;
}

export interface PersonRow {
  /** 人员序号 within the case */
  readonly RYXH: string;
  readonly XM: string;
  /** 诉讼地位 (code) */
  readonly SSDW: string;
  /** 性别 (code) */
  readonly XB: string;
  /** 身份证号码 */
  readonly SFZHM: string;
  /** 联系电话 */
  readonly LXDH: string;
  /** 是否保护 (CPL 64): then XM holds the alias */
  readonly SFBH: string;
  /** 作案时未成年 */
  readonly SFWCN: string;
  /** 决定代码 (code), of a suspect */
  readonly JDDM: string;
  /** 决定日期 */
  readonly JDRQ: string;
  /** 决定文书编号 */
  readonly JDWSBH: string;
  /** 提纲文书编号 */
  readonly TGWSBH: string;
  /** 执行状态 (code), of an arrest decision */
  readonly ZXZT: string;
  /** 执行时间 */
  readonly ZXSJ: string;
  /** 回执截止日期 */
  readonly HZJZRQ: string;
}

export interface DocumentRow {
  /** 文书编号 */
  readonly WSBH: string;
  /** 文书代码 (code) */
  readonly WSDM: string;
  /** 文书名称 */
  readonly WSMC: string;
  /** 文书号 */
  readonly WH: string;
  /** 制作单位 */
  readonly ZZDW: string;
  /** 签发日期 */
  readonly QFRQ: string;
  /** 是否签章 */
  readonly SFQZ: string;
  /** 验签结果 */
  readonly YQJG: string;
  /** 摘要值: SM3, hexadecimal without prefix */
  readonly ZYZ: string;
  /** 送达 */
  readonly SD: readonly DeliveryRow[];
}

export interface DeliveryRow {
  /** 受送达单位 */
  readonly SSDDW: string;
  /** 受送达人员序号 */
  readonly SSDRXH: string;
  /** 受送达名称 */
  readonly SSDMC: string;
  /** 送达方式 (code) */
  readonly SDFS: string;
  /** 送达时间 */
  readonly SDSJ: string;
  /** 是否送达 */
  readonly SFSD: string;
}

/** 移送 */
export interface TransferRow {
  /** 移送编号 */
  readonly YSBH: string;
  /** 部门受案号 */
  readonly BMSAH: string;
  readonly GAAJBH: readonly string[];
  /** 移送类型 (code) */
  readonly YSLX: string;
  /** 移送状态 (code) */
  readonly YSZT: string;
  /** 轮次 */
  readonly LC: string;
  /** 发出单位, 接收单位 */
  readonly FCDW: string;
  readonly JSDW: string;
  /** 发出时间, 接收时间 */
  readonly FCSJ: string;
  readonly JSSJ: string;
  /** 人员序号 */
  readonly RYXH: readonly string[];
  /** 卷内文书 */
  readonly WS: readonly Omit<DocumentRow, 'ZZDW' | 'SFQZ' | 'SD'>[];
  /** 材料清单 */
  readonly CL: readonly MaterialRow[];
  /** 替换的移送编号 */
  readonly THBH: string;
}

/** 待受理的移送, with the people whom the package names; they have no case yet that they could stand in */
export interface IncomingRow extends Omit<TransferRow, 'BMSAH' | 'RYXH'> {
  /** 密级 (code) */
  readonly MJ: string;
  readonly RY: readonly PersonRow[];
}

export interface MaterialRow {
  /** 材料代码, 材料名称 */
  readonly CLDM: string;
  readonly CLMC: string;
  /** 是否必需, 是否已附 */
  readonly SFBX: string;
  readonly SFYF: string;
  /** 备注 */
  readonly BZ: string;
}

/** 工单 */
export interface TicketRow {
  /** 工单号 */
  readonly GDH: string;
  /** 查询码 */
  readonly CXM: string;
  readonly DWDM: string;
  /** 渠道 (code) */
  readonly QD: string;
  /** 事项类别 (code) */
  readonly SXLB: string;
  /** 工单状态 (code) */
  readonly GDZT: string;
  readonly BMSAH: string;
  /** 提交时间 */
  readonly TJSJ: string;
  /** 下次答复期限 */
  readonly DFQX: string;
  /** 诉求内容 */
  readonly SQNR: string;
  /** 提交人: 姓名, 身份证号码 */
  readonly XM: string;
  readonly SFZHM: string;
  /** 答复 */
  readonly DF: readonly ReplyRow[];
}

export interface ReplyRow {
  /** 答复时间 */
  readonly DFSJ: string;
  /** 答复类别 (code) */
  readonly DFLB: string;
  /** 答复内容 */
  readonly DFNR: string;
}

export interface SlotRow {
  readonly DWDM: string;
  /** 开始时间 */
  readonly KSSJ: string;
  /** 地点 */
  readonly DD: string;
}
