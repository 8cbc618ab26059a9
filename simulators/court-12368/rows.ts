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
  /** 平台统一案号, where the platform told the court */
  readonly PTTYAH: string;
  /** 检察院受理案号, of a public prosecution */
  readonly JCSLAH: string;
  /** 前审案件案号: of what this case is the appeal from */
  readonly QSAJAH: string;
  /** 关联案件案号 */
  readonly GLAJAH: readonly string[];
  /** 合议庭, or the single judge */
  readonly HYT: readonly StaffRow[];
  /** 书记员 */
  readonly SJY: StaffRow | null;
  /** 调解员, of a 诉前调 */
  readonly TJY: StaffRow | null;
  /** 回避决定 */
  readonly HB: readonly RecusalRow[];
  /** 当事人 */
  readonly DSR: readonly PartyRow[];
  /** 开庭 */
  readonly KT: readonly HearingRow[];
  /** 委托代理 */
  readonly DL: readonly AttorneyRow[];
  /** 开庭通知 */
  readonly KTTZ: readonly HearingNoticeRow[];
  /** 交费通知 */
  readonly JFTZ: readonly FeeRow[];
  /** 卷中文书 */
  readonly JZWS: readonly DocumentRow[];
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
  /** 姓名; of a protected person the alias */
  readonly XM: string;
  /** 诉讼地位 */
  readonly SSDW: string;
  /** 身份证号码 */
  readonly SFZHM: string;
  /** 联系电话 */
  readonly LXDH: string;
  /** 性别代码 (GB/T 2261.1) */
  readonly XBDM: string;
  /** 作案时未成年: `1` or `0`, of a defendant */
  readonly SFWCN: string;
  /** 是否保护 (CPL 64): `1` or `0` */
  readonly SFBH: string;
  /** 判决结果 (code), of a defendant */
  readonly PJJG: string;
  /** 判决生效日期 */
  readonly PJSXRQ: string;
}

export interface HearingRow {
  /** 开庭编号 */
  readonly KTBH: string;
  /** 开庭类型 (code) */
  readonly KTLX: string;
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

export interface HearingNoticeRow {
  readonly KTBH: string;
  /** 当事人序号 */
  readonly DSRXH: string;
  /** 文书编号 of the notice; empty until it is made */
  readonly WSBH: string;
  /** 最晚通知日期 */
  readonly ZWTZRQ: string;
  /** 通知送达时间 */
  readonly TZSDSJ: string;
}

export interface FeeRow {
  /** 交费通知书号 */
  readonly JFTZSH: string;
  /** 交费金额, yuan with two decimals */
  readonly JFJE: string;
  /** 交费通知日期 */
  readonly JFTZRQ: string;
  /** 交费截止日期 */
  readonly JFJZRQ: string;
  /** 交费状态 (code) */
  readonly JFZT: string;
  /** 交费人序号 */
  readonly JFRXH: string;
}

export interface DocumentRow {
  /** 文书编号, the issuer's */
  readonly WSBH: string;
  /** 文书代码 (code) */
  readonly WSDM: string;
  /** 文书名称 */
  readonly WSMC: string;
  /** 文书文号 */
  readonly WSWH: string;
  /** 制作单位 (code) */
  readonly ZZDW: string;
  /** 签发日期 */
  readonly QFRQ: string;
  /** 是否签章 */
  readonly SFQZ: string;
  /** 验签结果 */
  readonly YQJG: string;
  /** 文书摘要值: SM3, hexadecimal without prefix */
  readonly WSZYZ: string;
  /** 送达记录 */
  readonly SDJL: readonly DeliveryRow[];
}

export interface DeliveryRow {
  /** 受送达单位 (code) */
  readonly SSDDW: string;
  /** 受送达人序号 */
  readonly SSDRXH: string;
  /** 受送达名称: of the agency or the person */
  readonly SSDMC: string;
  /** 送达方式 (code) */
  readonly SDFS: string;
  /** 送达时间 */
  readonly SDSJ: string;
  /** 是否送达 */
  readonly SFSD: string;
}

/** 诉讼服务工单 */
export interface TicketRow {
  /** 工单编号 */
  readonly GDBH: string;
  /** 工单查询码 */
  readonly GDCXM: string;
  readonly FYDM: string;
  /** 工单渠道 (code) */
  readonly GDQD: string;
  /** 工单事项 (code) */
  readonly GDSX: string;
  /** 工单状态 (code) */
  readonly GDZT: string;
  /** 关联案件案号 */
  readonly GLAJAH: string;
  /** 提交时间 */
  readonly TJSJ: string;
  /** 答复期限日期 */
  readonly DFQXRQ: string;
  /** 诉求内容 */
  readonly SQNR: string;
  /** 提交人: 姓名, 证件号 */
  readonly TJRXM: string;
  readonly TJRZJH: string;
  /** 答复记录 */
  readonly DFJL: readonly ReplyRow[];
}

export interface ReplyRow {
  /** 答复时间 */
  readonly DFSJ: string;
  /** 答复类型 (code) */
  readonly DFLX: string;
  /** 答复内容 */
  readonly DFNR: string;
}
