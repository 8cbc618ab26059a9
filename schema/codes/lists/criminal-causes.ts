import { between, type CodeList, entries, since } from '#schema/codes/code-list.ts';

const scheme = 'CRIMINAL-CAUSE';

/** 罪名 by article of the Criminal Law: `264`, `133-1` for 第一百三十三条之一, `292.1` for a paragraph with a crime of its own. */
export const CRIMINAL_CAUSES: CodeList = {
  scheme,
  title: '刑事案由（罪名） crime',
  source:
    '刑法 of 1997; 罪名 by the rules of SPC and SPP of 1997-12-16 and their supplements, up to the seventh (2021-03-01); a first set',
  shape: /^\d{2,3}(?:-\d)?(?:\.\d)?$/,
  entries: [
    ...entries(
      scheme,
      since('1997-10-01'),
      `
      133 交通肇事罪; 176 非法吸收公众存款罪; 196 信用卡诈骗罪; 224 合同诈骗罪; 225 非法经营罪; 232 故意杀人罪
      233 过失致人死亡罪; 234 故意伤害罪; 236 强奸罪; 238 非法拘禁罪; 261 遗弃罪; 263 抢劫罪; 264 盗窃罪
      266 诈骗罪; 267 抢夺罪; 270 侵占罪; 274 敲诈勒索罪; 275 故意毁坏财物罪; 277 妨害公务罪; 292.1 聚众斗殴罪
      293 寻衅滋事罪; 303.1 赌博罪; 313 拒不执行判决、裁定罪; 347 走私、贩卖、运输、制造毒品罪; 348 非法持有毒品罪
      354 容留他人吸毒罪; 382 贪污罪; 385 受贿罪; 389 行贿罪
      `,
    ),
    // Amendment VIII (2011-05-01) and the fifth supplement.
    ...entries(scheme, between('1997-10-01', '2011-04-30'), '338 重大环境污染事故罪'),
    ...entries(scheme, since('2011-05-01'), '133-1 危险驾驶罪; 338 污染环境罪; 276-1 拒不支付劳动报酬罪'),
    // Amendment IX (2015-11-01) and the sixth supplement.
    ...entries(
      scheme,
      since('2015-11-01'),
      '253-1 侵犯公民个人信息罪; 287-1 非法利用信息网络罪; 287-2 帮助信息网络犯罪活动罪',
    ),
    // Amendment XI and the seventh supplement (2021-03-01).
    ...entries(scheme, between('1997-10-01', '2021-02-28'), '141 生产、销售假药罪'),
    ...entries(
      scheme,
      since('2021-03-01'),
      '133-2 妨害安全驾驶罪; 141 生产、销售、提供假药罪; 277.5 袭警罪; 291-2 高空抛物罪; 293-1 催收非法债务罪',
    ),
  ],
};
