import type { DeadlineRule } from '#schema/deadlines/rule.ts';

/** One article, or several, of one version of a law, and the days (both included) on which that version is law. */
export interface Article {
  readonly text: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

type Law = (...numbers: readonly (number | string)[]) => Article;

function law(title: string, validFrom: string, validTo: string | null = null): Law {
  return (...numbers) => ({ text: `${title}第${numbers.join('、')}条`, validFrom, validTo });
}

/** Versions of DOMAIN 0.3, from the day each came into force. */
export const CPL = law('刑事诉讼法', '2018-10-26');
export const SPC_CRIM = law('最高人民法院关于适用刑事诉讼法的解释', '2021-03-01');
export const SPP_RULES = law('人民检察院刑事诉讼规则', '2019-12-30');
export const MPS_RULES = law('公安机关办理刑事案件程序规定', '2020-09-01');
/** Until Prison Law 31 takes its place. */
export const MPS_RULES_BEFORE_PRISON_LAW = law('公安机关办理刑事案件程序规定', '2020-09-01', '2026-10-31');
export const PRISON_LAW = law('监狱法', '2026-11-01');
export const COMMUNITY_CORRECTION_LAW = law('社区矫正法', '2020-07-01');
export const LEGAL_AID_LAW = law('法律援助法', '2022-01-01');
/** Articles up to 193 have the same numbers in the texts of 2021 and 2023. */
export const CIVPL = law('民事诉讼法', '2022-01-01');
export const CIVPL_2023 = law('民事诉讼法', '2024-01-01');
export const CIVPL_2021 = law('民事诉讼法', '2022-01-01', '2023-12-31');
/** The articles used here have the same numbers and words in the texts of 2012 and 2017. */
export const CIVPL_2012 = law('民事诉讼法', '2013-01-01', '2021-12-31');
export const ONLINE_MEDIATION_RULES = law('人民法院在线调解规则', '2022-01-01');
export const ONLINE_LITIGATION_RULES = law('人民法院在线诉讼规则', '2021-08-01');
export const COURT_FEES = law('诉讼费用交纳办法', '2007-04-01');
export const NOTARY_LAW = law('公证法', '2018-01-01');
export const STATE_COMPENSATION_LAW = law('国家赔偿法', '2013-01-01');
export const PETITION_RULES = law('信访工作条例', '2022-05-01');

/** The opinion on acceptance and filing, which counts by paragraphs. */
export const FILING_OPINION: Article = {
  text: '关于改革完善受案立案制度的意见（公通字〔2015〕32号）',
  validFrom: '2016-01-01',
  validTo: null,
};

/** 在途时间: travel is not counted in what the law of procedure counts by days or months; back from an event nobody travels. */
export function withoutTravel(article: Article, rules: readonly DeadlineRule[]): DeadlineRule[] {
  return rules.map((rule) =>
    'hours' in rule.length || rule.countedBack
      ? rule
      : { ...rule, excludes: { ...rule.excludes, TRAVEL: article.text } },
  );
}

/** What a rule says of its law; at least one article. A rule that rests on several is law while all of them are. */
export function under(...articles: readonly Article[]): {
  readonly basis: string;
  readonly validFrom: string;
  readonly validTo: string | null;
} {
  const starts = articles.map(({ validFrom }) => validFrom).sort();
  const ends = articles.flatMap(({ validTo }) => validTo ?? []).sort();
  return {
    basis: articles.map(({ text }) => text).join('；'),
    validFrom: starts.at(-1) ?? '',
    validTo: ends[0] ?? null,
  };
}
