import { ALWAYS, type CodeList, entries } from '#schema/codes/code-list.ts';

const scheme = 'PARTICIPANT';

/** Wider than the roles of parties in the graph: also those who only take part in one act. */
export const PARTICIPANTS: CodeList = {
  scheme,
  title: '诉讼参与人 participant in proceedings',
  source: 'codes of the graph for the participants of CPL 108, of practice, of CivPL and of enforcement (DOMAIN 3.10)',
  shape: /^[A-Z]+(?:_[A-Z]+)*$/,
  entries: entries(
    scheme,
    ALWAYS,
    `
    SUSPECT 犯罪嫌疑人; CRIMINAL_DEFENDANT 被告人; VICTIM 被害人; PRIVATE_PROSECUTOR 自诉人
    INCIDENTAL_CIVIL_PLAINTIFF 附带民事诉讼原告人; INCIDENTAL_CIVIL_DEFENDANT 附带民事诉讼被告人
    LEGAL_REPRESENTATIVE 法定代理人; AGENT_AD_LITEM 诉讼代理人; DEFENDER 辩护人; WITNESS 证人; EXPERT 鉴定人
    INTERPRETER 翻译人员; ATTESTING_WITNESS 见证人; REPORTER 报案人; SPECIALIST 有专门知识的人
    APPROPRIATE_ADULT 合适成年人; DUTY_LAWYER 值班律师
    PLAINTIFF 原告; DEFENDANT 被告; THIRD_PARTY 第三人; CO_LITIGANT 共同诉讼人; RETAINED_AGENT 委托诉讼代理人
    ENFORCEMENT_APPLICANT 申请执行人; ENFORCEMENT_DEBTOR 被执行人; OUTSIDER 案外人
    `,
  ),
};
