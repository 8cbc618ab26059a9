/** 公证书编号 in the platform's parts. All are text here: `liushuiHao` carries leading zeros. */
export interface CertificateNumber {
  /** 公证机构统一社会信用代码 */
  readonly jigouDaima: string;
  readonly niandu: string;
  /** 字号: `鲁虚构证民字` */
  readonly zihao: string;
  /** 流水号 */
  readonly liushuiHao: string;
}

/** 执行证书, of the same office. */
export interface ExecutionCertificateRow extends Omit<CertificateNumber, 'jigouDaima'> {
  /** 00 未出具, then as of a certificate; the number is empty then */
  readonly zhuangtai: string;
}

/** 当事人 */
export interface ApplicantRow {
  readonly dangshirenHao: string;
  readonly xingming: string;
  readonly zhengjianHao: string;
  readonly dianhua: string;
}

/** 公证书. Dates are `yyyy-MM-dd`, or empty. */
export interface CertificateRow extends CertificateNumber {
  /** 平台流水, 19 digits with leading zeros: the key that lists go by */
  readonly pingtaiHao: string;
  readonly zhuangtai: string;
  readonly chujuRiqi: string;
  readonly gengzhengRiqi: string;
  readonly chexiaoRiqi: string;
  /** 赋予强制执行效力 */
  readonly qiangzhiXiaoli: boolean;
  /** null where such a certificate cannot be */
  readonly zhixingZhengshu: ExecutionCertificateRow | null;
  /** SM3, upper case, of the certificate's electronic original */
  readonly zhaiyaoZhi: string;
  readonly zhaiyaoSuanfa: string;
  /** 承办公证员 */
  readonly gongzhengyuanHao: string;
  /** 回避公证员 */
  readonly huibiGongzhengyuanHao: readonly string[];
  readonly juanzongLeibie: string;
  readonly miji: string;
  /** 用于案件: the case number that the applicant gave */
  readonly yongyuAnjian: string;
  readonly dangshiren: readonly ApplicantRow[];
}
