import { expect, it } from '@jest/globals';
import { requireText } from '#subgraphs/kit/free-text.ts';

const read = (raw: string) => {
  try {
    return requireText(raw, 'text', 10);
  } catch (error) {
    const { code, message, en } = error as { code: string; message: string; en: string };
    return [code, message, en];
  }
};
const REFUSED = [
  'BAD_USER_INPUT',
  '参数 text 应为 1 到 10 个字，不含控制字符。',
  'The argument text has 1 to 10 characters, none of them a control character.',
];

it.each([
  ['㛃拟𠮷', '㛃拟𠮷'],
  [' 第一行\n\t第二行\r\n ', '第一行\n\t第二行'],
  ['𠮷'.repeat(10), '𠮷'.repeat(10)],
  ['好👍', '好👍'],
])('%j is text', (raw, text) => {
  expect(read(raw)).toBe(text);
});

it.each([
  '',
  ' \n ',
  '\u200b',
  '……',
  '字'.repeat(11),
  '字\u0000',
  '字\u0007',
  '字\u0085',
  '字\ud800',
  '\udc00字',
  '字\uffff',
])('%j is none, and is told what is', (raw) => {
  expect(read(raw)).toEqual(REFUSED);
});
