/** 诉讼地位 what the law calls a person at this stage of a case; it belongs to the person in the case, not to the case. */
export const LEGAL_STATUS = {
  SUSPECT: '犯罪嫌疑人 suspect, until prosecution',
  DEFENDANT: '被告人 defendant, from prosecution',
  CONVICT: '罪犯 convict, only by an effective judgment',
  ACQUITTED: '宣告无罪 acquitted',
  NOT_PROSECUTED: '不起诉 not prosecuted',
  CLEARED: '撤销案件或终止侦查 cleared: case withdrawn or investigation ended',
  NOT_APPLICABLE: '不适用 not applicable to this role',
} as const;
export type LegalStatus = keyof typeof LEGAL_STATUS;
