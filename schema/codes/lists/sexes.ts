import { ALWAYS, type CodeList, entries } from '#schema/codes/code-list.ts';

const scheme = 'GB/T 2261.1';

export const SEXES: CodeList = {
  scheme,
  title: '性别 sex',
  source: 'GB/T 2261.1-2003, whole',
  shape: /^[0129]$/,
  entries: entries(scheme, ALWAYS, '0 未知的性别; 1 男性; 2 女性; 9 未说明的性别'),
};
