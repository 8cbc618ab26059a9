/** Codes that a court case number is made of: rule 法〔2015〕137号, amended 法〔2018〕335号 (DOMAIN 3.1). */

/** Province characters of court codes (法院代字); 兵 is the Xinjiang Corps, 军 the military courts. */
export const COURT_PROVINCES = [...'京津冀晋内辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川黔云藏陕甘青宁新兵军'];

/** The Supreme People's Court has no province and no digits. */
export const SUPREME_COURT = '最高法';

/** Type codes (类型代字) by the kind of case. Practice goes beyond the rule's three characters (民诉前调). */
export const COURT_TYPE_CODES = {
  criminal: words(
    '刑初 刑终 刑监 刑申 刑抗 刑再 刑核 刑复 刑更 刑更备 刑更监 刑医 刑医复 刑医解 刑没 刑没终 刑辖 刑他',
  ),
  civil: words('民初 民终 民监 民申 民抗 民再 民撤 民特 民特监 民催 民督 民督监 民辖 民辖终 民辖监 民破 民他'),
  preTrialMediation: words('诉前调 民诉前调'),
  administrative: words('行初 行终 行监 行申 行抗 行再 行审 行审复 行辖 行他'),
  administrativeCompensation: words('行赔初 行赔终 行赔监 行赔申 行赔抗 行赔再'),
  stateCompensation: words('法赔 委赔 委赔监 委赔提 委赔再 赔他'),
  judicialRelief: words('司救刑 司救民 司救行 司救赔 司救执 司救访 司救他'),
  preservation: words('财保 行保 证保'),
  enforcement: words('执 执恢 执保 执异 执复 执监 执协 执他'),
  insolvency: words('破 破申 破终 破监 强清 清申 清终 清监'),
  sanction: words('司惩 司惩复'),
} as const;

function words(text: string): readonly string[] {
  return text.split(' ');
}
