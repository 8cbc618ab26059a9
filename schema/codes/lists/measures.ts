import { ALWAYS, type CodeList, entries, since } from '#schema/codes/code-list.ts';

const scheme = 'MEASURE';

export const MEASURES: CodeList = {
  scheme,
  title: '强制措施 coercive measure',
  source: 'codes of the graph for the measures of CPL 66 to 91 (DOMAIN 2.4), whole',
  shape: /^[A-Z]+(?:_[A-Z]+)*$/,
  entries: [
    ...entries(
      scheme,
      ALWAYS,
      'SUMMON_FORCED 拘传; BAIL 取保候审; RESIDENTIAL_SURVEILLANCE 监视居住; DETENTION 刑事拘留; ARREST 逮捕',
    ),
    // Brought in by the amendment of 2012.
    ...entries(scheme, since('2013-01-01'), 'DESIGNATED_RES_SURV 指定居所监视居住'),
  ],
};
