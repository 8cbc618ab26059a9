import type { Entry } from '#auth/policies/entry.ts';
import type { LawArticle, Words } from '#auth/policies/policy-set.ts';

/** Short names of laws, with their full names. */
export type Laws = ReadonlyMap<string, Words>;

export function readLaws(root: Entry): Laws {
  const { laws } = root.parts(['laws']);
  return new Map(laws.entries().map(([name, entry]) => [name, readWords(entry.parts(['zh', 'en']))]));
}

export function readWords({ zh, en }: { readonly zh: Entry; readonly en: Entry }): Words {
  return { zh: readChinese(zh), en: en.text() };
}

export function readChinese(entry: Entry): string {
  return /\p{Script=Han}/u.test(entry.text()) ? entry.text() : entry.fail('应为中文', 'Chinese is expected');
}

/** `CPL 286`, `SPP-Rules 482–487 (C/L)`, `GB/T 22239-2019 (C)`: a law of the list, its articles, and how certain DOMAIN is of it. */
export function readLaw(list: Entry, laws: Laws): readonly LawArticle[] {
  return list.items().map((item) => {
    const [, cited = '', mark] = /^(.*?)(?: \((C|L|U|C\/L)\))?$/.exec(item.text()) ?? [];
    const law = [...laws].find(([name]) => cited === name || cited.startsWith(`${name} `));
    if (law === undefined) return item.fail(`laws.yaml 中没有 ${cited}`, `laws.yaml has no ${cited}`);
    const [name, { zh }] = law;
    const article = cited.slice(name.length).trim();
    if (article !== '' && !/^\d+(?:–\d+)?$/.test(article)) item.fail('条文号有误', 'that is no article number');
    return {
      article: cited,
      zh: article === '' ? `${zh}（${name}）` : `${zh}第${article}条`,
      mark: (mark as LawArticle['mark'] | undefined) ?? null,
    };
  });
}
