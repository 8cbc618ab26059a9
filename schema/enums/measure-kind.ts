/** 强制措施 coercive measure of criminal procedure (DOMAIN 2.4). */
export const MEASURE_KIND = {
  SUMMON_FORCED: '拘传 forced summons, 12 or 24 hours (CPL 119)',
  BAIL: '取保候审 bail, 12 months at most (CPL 79)',
  RESIDENTIAL_SURVEILLANCE: '监视居住 residential surveillance, 6 months at most (CPL 79)',
  DESIGNATED_RES_SURV: '指定居所监视居住 residential surveillance at a designated place (CPL 75)',
  DETENTION: '刑事拘留 criminal detention (CPL 82, 91)',
  ARREST: '逮捕 arrest, approved or decided by procuratorate or court (CPL 80)',
} as const;
export type MeasureKind = keyof typeof MEASURE_KIND;
