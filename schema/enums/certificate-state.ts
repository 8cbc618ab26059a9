/** 公证书状态 state of a notarial certificate (DOMAIN 2.12). */
export const CERTIFICATE_STATE = {
  VALID: '有效 issued and in force',
  CORRECTED: '已更正 corrected by the notary office, and in force as corrected (Notary 39)',
  REVOKED: '已撤销 revoked with public notice, void from the start (Notary 39)',
  UNKNOWN: '查无此证 the notary office knows no certificate of that number',
} as const;
export type CertificateState = keyof typeof CERTIFICATE_STATE;
