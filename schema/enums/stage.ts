/** 诉讼阶段 stage of a case. */
export const STAGE = {
  ACCEPTANCE: '受案 acceptance by the police or docketing by the court',
  INVESTIGATION: '侦查 investigation by the police',
  ARREST_REVIEW: '审查逮捕 review of an arrest request by the procuratorate',
  PROSECUTION_REVIEW: '审查起诉 review for prosecution by the procuratorate',
  FIRST_INSTANCE: '一审 first instance',
  SECOND_INSTANCE: '二审 second instance',
  RETRIAL: '再审 retrial',
  EXECUTION: '执行 execution of the judgment',
  CLOSED: '结案 closed',
} as const;
export type Stage = keyof typeof STAGE;
