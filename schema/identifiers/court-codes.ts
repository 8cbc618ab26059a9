/** Codes that a court case number is made of: rule 法〔2015〕137号, amended 法〔2018〕335号 (DOMAIN 3.1). */

/** Province characters of court codes (法院代字); 兵 is the Xinjiang Corps, 军 the military courts. */
export const COURT_PROVINCES = [...'京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军'];

/** The Supreme People's Court has no province and no digits. */
export const SUPREME_COURT = '最高法';

/**
 * Type codes (类型代字) by the kind of case: those of the annex of 2015 and of its amendment of 2018, and of practice, which goes beyond
 * the rule's three characters (民诉前调).
 */
export const COURT_TYPE_CODES = {
  criminal: words(`
    刑初 刑终 刑监 刑申 刑抗 刑再 刑核 刑复 刑更 刑更备 刑更监 刑医 刑医复 刑医监 刑医解 刑没 刑没终 刑止 刑止调 刑止核
    刑教 刑教复 刑教监 刑教解 刑辖 刑他`),
  civil: words(`
    民初 民终 民监 民申 民抗 民再 民撤 民特 民特监 民催 民督 民督监 民保令 民保更 民辖 民辖终 民辖监 民破 民算 民他`),
  preTrialMediation: words('诉前调 民诉前调'),
  administrative: words('行初 行终 行监 行申 行抗 行再 行审 行审复 行辖 行辖终 行他'),
  administrativeCompensation: words('行赔初 行赔终 行赔监 行赔申 行赔抗 行赔再 行赔他 赔辖 赔辖终'),
  stateCompensation: words('法赔 委赔 委赔监 委赔提 委赔再 赔确监 赔他'),
  judicialRelief: words('司救刑 司救民 司救行 司救赔 司救执 司救访 司救他'),
  /** Between the mainland, Taiwan, Hong Kong and Macao, and with other states. */
  mutualAssistance: words(`
    认台 认港 认澳 认复 认他 请台送 请港送 请澳送 台请送 港请送 澳请送 请台调 请港调 请澳调 台请调 港请调 澳请调
    请移管 助移管 请移赃 助移赃 协外认 协他 协外送 请外送 协外调 请外调 请外移 协外移 请外引 协外引`),
  preservation: words('财保 行保 行保复 证保'),
  enforcement: words('执 执恢 执保 执异 执复 执监 执协 执他'),
  insolvency: words('破 破申 破终 破监 强清 清申 清终 清监'),
  sanction: words('司惩 司惩复'),
} as const;

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}
