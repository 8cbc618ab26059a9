import { ALWAYS, type CodeList, entries } from '#schema/codes/code-list.ts';

const scheme = 'GA 240.1';

export const POLICE_CASE_CATEGORIES: CodeList = {
  scheme,
  title: '公安案件类别 category of a police case',
  source:
    'GA 240.1 刑事犯罪信息管理代码 案件类别: the entries that are public; many bureaux use six digits of their own',
  shape: /^\d{6}$/,
  entries: entries(scheme, ALWAYS, '010000 危害国家安全案; 010110 背叛国家案; 010220 叛逃案'),
};
