import { ALWAYS, type CodeList, entries } from '#schema/codes/code-list.ts';

const scheme = 'DOCUMENT';

/** GA police, JC procuratorate, FY court, SF justice. A code is a group of forms; a document's title says which. */
export const DOCUMENT_CODES: CodeList = {
  scheme,
  title: '法律文书 legal document',
  source: 'codes of the graph for the forms in use (DOMAIN 2.13), the minimum set',
  shape: /^(?:GA|JC|FY|SF)-\d{2}$/,
  entries: entries(
    scheme,
    ALWAYS,
    `
    GA-01 受案登记表 / 受案回执
    GA-02 立案决定书 / 不予立案通知书
    GA-03 拘留证 / 拘留通知书
    GA-04 取保候审决定书 / 监视居住决定书
    GA-05 提请批准逮捕书
    GA-06 逮捕证 / 逮捕通知书 / 执行回执
    GA-07 要求复议意见书 / 提请复核意见书
    GA-08 提请批准延长侦查羁押期限意见书
    GA-09 起诉意见书 / 随案移送清单
    GA-10 补充侦查报告书
    GA-11 撤销案件决定书 / 终止侦查决定书 / 释放证明书
    GA-12 调取证据通知书
    GA-13 换押证 / 羁押期限变更通知
    JC-01 批准逮捕决定书 / 不批准逮捕决定书
    JC-02 补充侦查提纲 / 继续侦查提纲 / 补充侦查决定书
    JC-03 起诉书 / 量刑建议书 / 认罪认罚具结书
    JC-04 不起诉决定书 / 附条件不起诉决定书
    JC-05 要求说明不立案理由通知书 / 通知立案书 / 纠正违法通知书
    JC-06 延期审理建议书 / 撤回起诉决定书 / 抗诉书
    FY-01 传票 / 出庭通知书 / 开庭公告 / 送达回证
    FY-02 判决书 / 裁定书 / 决定书 / 调解书
    FY-03 执行通知书 / 结案登记表
    FY-04 受理案件通知书 / 应诉通知书 / 举证通知书 / 交费通知书
    SF-01 法律援助公函 / 指派通知书 / 给予、不予法律援助决定书
    SF-02 公证书 / 执行证书 / 撤销公证书决定
    SF-03 调查评估意见书 / 社区矫正接收回执 / 撤销缓刑建议书
    SF-04 人民调解协议书 / 司法确认申请书
    `,
  ),
};
