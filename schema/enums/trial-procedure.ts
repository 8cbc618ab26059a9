/** 审理程序 procedure by which a court tries a case. */
export const TRIAL_PROCEDURE = {
  ORDINARY: '普通程序 ordinary procedure',
  SUMMARY: '简易程序 summary procedure',
  FAST_TRACK: '速裁程序 fast-track procedure (criminal)',
  SMALL_CLAIMS: '小额诉讼程序 small claims procedure (civil)',
} as const;
export type TrialProcedure = keyof typeof TRIAL_PROCEDURE;
